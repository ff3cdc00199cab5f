import { Turns } from './turns.js';

const limits = { atOnce: 2, linePerPerson: 2, line: 3, waitSeconds: 5, refusal: 'FILE_BUSY' } as const;

/** An act that lasts until it is let go, and a note of when it began. */
function acts(turns: Turns) {
  const begun: string[] = [];
  const ends: (() => void)[] = [];
  const take = (person: string, name: string) =>
    turns.take(person, async () => {
      begun.push(name);
      const { promise, resolve } = Promise.withResolvers<undefined>();
      ends.push(() => {
        resolve(undefined);
      });
      await promise;
      return name;
    });
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  return { begun, take, settle, end: async () => (ends.shift()?.(), settle()) };
}

test('one at a time per person, few in all, and then in the order of the line', async () => {
  const { begun, take, settle, end } = acts(new Turns(limits));
  const all = [take('Lan', 'Lan 1'), take('Lan', 'Lan 2'), take('Minh', 'Minh 1'), take('Hoa', 'Hoa 1')];
  await settle();
  expect(begun).toEqual(['Lan 1', 'Minh 1']);

  await end();
  expect(begun).toEqual(['Lan 1', 'Minh 1', 'Lan 2']);
  await end();
  expect(begun).toEqual(['Lan 1', 'Minh 1', 'Lan 2', 'Hoa 1']);
  await end();
  await end();
  expect(await Promise.all(all)).toEqual(['Lan 1', 'Lan 2', 'Minh 1', 'Hoa 1']);
});

test('whoever has too many in the line is refused, and others are not', async () => {
  const { take, settle, end } = acts(new Turns(limits));
  const lan = [take('Lan', '1'), take('Lan', '2'), take('Lan', '3')];

  await expect(take('Lan', '4')).rejects.toMatchObject({ code: 'FILE_BUSY' });
  const minh = take('Minh', '1');
  await settle();
  for (let at = 0; at < 4; at += 1) await end();
  expect(await Promise.all([...lan, minh])).toEqual(['1', '2', '3', '1']);
});

test('nobody waits longer than the limit, and who left the line is not called', async () => {
  const { begun, take, settle, end } = acts(new Turns({ ...limits, waitSeconds: 0.05 }));
  const first = take('Lan', '1');

  await expect(take('Lan', '2')).rejects.toMatchObject({ code: 'FILE_BUSY' });
  await end();
  await settle();
  expect([await first, begun]).toEqual(['1', ['1']]);
});

test('a turn that fails gives way to the next', async () => {
  const turns = new Turns(limits);
  const failing = turns.take('Lan', () => Promise.reject(new Error('broken')));
  const next = turns.take('Lan', () => Promise.resolve('next'));

  await expect(failing).rejects.toThrow('broken');
  expect(await next).toBe('next');
});
