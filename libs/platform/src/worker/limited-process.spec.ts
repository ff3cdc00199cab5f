import { Readable } from 'node:stream';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Overrun, inLimitedProcess } from './limited-process.js';

const GREEDY = new URL('../../../../test/support/greedy.process.js', import.meta.url);
const limits = { cpuSeconds: 2, wallSeconds: 20, memoryMiB: 200 };
const run = (order: string, more: object = {}) =>
  inLimitedProcess(GREEDY, { order, content: Readable.from([]), limits: { ...limits, ...more } });

test.each(['TIME', 'MEMORY', 'NATIVE'])(
  'a process that takes too much %s is ended long before its clock, and holds up nobody meanwhile',
  async (order) => {
    const delay = monitorEventLoopDelay();
    delay.enable();
    const began = performance.now();

    await expect(run(order, { cpuSeconds: order === 'TIME' ? 1 : 15, wallSeconds: 55 })).rejects.toBeInstanceOf(Overrun);

    delay.disable();
    expect(delay.max / 1e6).toBeLessThan(1000);
    expect(performance.now() - began).toBeLessThan(40_000);
  },
);

test('a process that waits for ever is ended by the clock', async () => {
  const never = new Readable({ read: () => undefined });

  await expect(inLimitedProcess(GREEDY, { order: 'WAIT', content: never, limits: { ...limits, wallSeconds: 2 } })).rejects.toBeInstanceOf(
    Overrun,
  );
});

test('a process that breaks for another reason is no file that is too complex', async () => {
  await expect(run('CRASH')).rejects.toThrow('A process ended with 3 and no answer');
});

test('the process knows nothing of the server, and may write nothing', async () => {
  const { environment, mayWrite } = (await run('LOOK')) as { environment: string[]; mayWrite: boolean };

  expect(environment.filter((name) => !/^(MALLOC_|UV_|VIPS_|NODE_CHANNEL_|PWD$|_$|SHLVL$|OLDPWD$)/.test(name))).toEqual([]);
  expect(mayWrite).toBe(false);
});

test('what the content itself refuses is what is thrown', async () => {
  const content = (async function* () {
    yield Buffer.alloc(10);
    await Promise.resolve();
    throw new Error('one byte too many');
  })();

  await expect(inLimitedProcess(GREEDY, { order: 'WAIT', content, limits })).rejects.toThrow('one byte too many');
});
