import { BurstWatch } from './burst-watch.js';

const START = Date.parse('2026-03-02T02:03:00Z');
const usual = () => Promise.resolve(3);

interface Sent {
  readonly network?: string | null;
  readonly counterCode?: string;
}

/** Sends so many, one every so many seconds; answers what came of each. */
async function send(
  watch: BurstWatch,
  [count, seconds, from = 0]: [number, number, number?],
  { network = 'n', counterCode = 'c' }: Sent = {},
) {
  const told = [];
  for (let i = 0; i < count; i++)
    told.push(
      await watch.note(
        { counterCode, network, submissionId: `${String(from)}-${String(i)}`, at: new Date(START + (from + i * seconds) * 1000) },
        usual,
      ),
    );
  return told;
}

test('ten from one network within ten minutes are taken; the eleventh holds all eleven, and each after it itself', async () => {
  const told = await send(new BurstWatch(), [13, 5]);
  expect(told.slice(0, 10)).toEqual(Array(10).fill(null));
  expect(told.slice(10).map((one) => [one?.held.length, one?.burst.ratings])).toEqual([
    [11, 11],
    [1, 12],
    [1, 13],
  ]);
  expect(told[12]?.burst).toMatchObject({
    ...{ id: told[10]?.burst.id, usual: 3, startedAt: new Date('2026-03-02T02:00:00Z'), endedAt: new Date('2026-03-02T02:10:00Z') },
  });
});

test('the same number spread over more than ten minutes, over networks or over counters is no burst', async () => {
  const watch = new BurstWatch();
  expect((await send(watch, [30, 61])).every((one) => one === null)).toBe(true);
  for (const network of ['a', 'b', 'c']) expect((await send(watch, [10, 1, 5000], { network })).every((one) => one === null)).toBe(true);
  for (const counterCode of ['d', 'e']) expect((await send(watch, [10, 1, 9000], { counterCode })).every((one) => one === null)).toBe(true);
});

test('where networks are not known, the counter is watched as a whole', async () => {
  expect((await send(new BurstWatch(), [11, 1], { network: null })).at(-1)?.held).toHaveLength(11);
});

test('once it has passed, one is taken again, and another burst is another record', async () => {
  const watch = new BurstWatch();
  const [first] = (await send(watch, [11, 1])).slice(-1);
  expect((await send(watch, [10, 1, 700])).every((one) => one === null)).toBe(true);
  const [second] = (await send(watch, [1, 1, 720])).slice(-1);
  expect(second?.held).toHaveLength(11);
  expect(second?.burst.id).not.toBe(first?.burst.id);
});

test('what is kept of the network says nothing of it to who has another key, as every process and every day has', async () => {
  const [one, other] = [(await send(new BurstWatch(), [11, 1])).at(-1), (await send(new BurstWatch(), [11, 1])).at(-1)];
  expect(one?.burst.network).toMatch(/^[0-9a-f]{16}$/);
  expect(one?.burst.network).not.toBe(other?.burst.network);
});

test('a busier counter needs more at once', async () => {
  const watch = new BurstWatch();
  const note = (at: number) =>
    watch.note({ counterCode: 'c', network: 'n', submissionId: String(at), at: new Date(START + at) }, () => Promise.resolve(10));
  for (let at = 0; at < 20; at++) expect(await note(at)).toBeNull();
  await note(20);
  expect((await note(21))?.held).toHaveLength(22);
});
