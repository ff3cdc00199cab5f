import { readFileSync } from 'node:fs';
import { ruleBookHash } from '#domain/contest';
import { verifyPack } from './verify-pack.js';

/*
 * Packs as they were written before rule books had editions. `trimmed`: three initiatives stand and one is out by minima that dropped
 * sheets still counted for; its weight says nothing. `weighted`: a round of a hundred points and one of twenty, added as they are.
 */
const packBefore = (name: string) => readFileSync(`test/support/packs-before/${name}.json`);

test.each([
  ['two-rounds', ['2026-004 1 77.5', '2026-001 2 74.7', '2026-002 3 74.7', '2026-006 4 55', '2026-005 5 34.5', '2026-003 – 76.75']],
  ['trimmed', ['2026-003 1 68', '2026-004 2 68', '2026-001 3 54', '2026-002 – 56']],
  ['weighted', ['2026-001 1 42', '2026-003 2 41', '2026-002 3 41']],
])('a pack from before keeps its meaning: %s', (name, expected) => {
  const { pack, fault } = verifyPack(packBefore(name)) as {
    pack?: { final: { standings: { initiative: string; rank: number | null; score: string }[] } };
    fault: unknown;
  };
  expect(fault).toBeNull();
  expect(pack?.final.standings.map(({ initiative, rank, score }) => `${initiative} ${String(rank ?? '–')} ${score}`)).toEqual(expected);
});

test('said to be of the present edition, the same marks are another result', () => {
  const text = packBefore('weighted').toString();
  const { content } = (JSON.parse(text) as { ruleBooks: [{ content: object }] }).ruleBooks[0];
  const present = { ...content, edition: 2 } as Parameters<typeof ruleBookHash>[0];
  const renewed = text
    .replaceAll(ruleBookHash(content as typeof present), ruleBookHash(present))
    .replace('"combination":{"kind":"WEIGHTED"}', '"combination":{"kind":"WEIGHTED"},"edition":2');
  expect(verifyPack(Buffer.from(renewed)).fault).toMatchObject({
    code: 'SCORE',
    place: { initiative: '2026-003' }, // 0.4 · 80 + 0.6 · 15, and 0.4 · 80 / 100 + 0.6 · 15 / 20

    stated: '41',
    computed: '77',
  });
});
