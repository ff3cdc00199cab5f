import { ruleBookHash } from '#domain/contest';
import { aPack, bytesOf, idOf, judgeOf, rehashed } from '../../../../../test/support/packs.js';
import { PACK_FAULTS, type PackFaultCode, faultSentence, printable } from './faults.js';
import { type ResultPackContent, type SignedPackedCard, byCard, countCards } from './pack.js';
import { verifyPack } from './verify-pack.js';

type Open<T> = T extends readonly (infer E)[] ? Open<E>[] : T extends object ? { -readonly [K in keyof T]: Open<T[K]> } : T;
type OpenPack = Open<ResultPackContent>;
type OpenCard = Open<SignedPackedCard>;

const whole = aPack();

/** What is found in the pack once it was changed, written as the format wants it and sealed anew. */
function found(change: (pack: OpenPack) => unknown) {
  const pack = structuredClone(whole) as OpenPack;
  change(pack);
  return verifyPack(bytesOf(pack)).fault;
}

const dossier = (pack: OpenPack) => pack.rounds[0]!;
const finalRound = (pack: OpenPack) => pack.rounds[1]!;
const cardAt = (pack: OpenPack, at = 0) => dossier(pack).cards[at] as OpenCard;
const lineOf = (pack: OpenPack, code: string) => dossier(pack).standings.find(({ initiative }) => initiative === code)!;
const recount = (round: OpenPack['rounds'][number]) => (round.counted = countCards(round.cards));

/** Puts a card back with the hash that what stands on it now would have had, and all cards in their order. */
function rehash(round: OpenPack['rounds'][number], at: number): void {
  round.cards[at] = rehashed(round.cards[at] as OpenCard, round) as OpenCard;
  round.cards.sort(byCard);
  recount(round);
}

test.each<[string, PackFaultCode, (pack: OpenPack) => unknown]>([
  ['a mark', 'TOTAL', (pack) => (cardAt(pack).marks[0]!.points = '26')],
  [
    'a mark and the total',
    'CARD_HASH',
    (pack) => {
      cardAt(pack).marks[0]!.points = '26';
      cardAt(pack).total = '81';
    },
  ],
  [
    'a mark, the total and every hash of cards',
    'SCORE',
    (pack) => {
      cardAt(pack).marks[0]!.points = '26';
      cardAt(pack).total = '81';
      rehash(dossier(pack), 0);
    },
  ],
  ['a mark above its maximum', 'MARK_OUT_OF_RANGE', (pack) => (cardAt(pack).marks[0]!.points = '30.5')],
  ['a mark off its step', 'MARK_OFF_STEP', (pack) => (cardAt(pack).marks[0]!.points = '25.25')],
  ['a mark left out', 'MARK_MISSING', (pack) => cardAt(pack).marks.pop()],
  ['a mark too many', 'MARK_NOT_IN_RUBRIC', (pack) => cardAt(pack).marks.push({ criterion: 'beauty', points: '5', commentHash: null })],
  ['marks in another order', 'NOT_IN_ORDER', (pack) => cardAt(pack).marks.reverse()],
  ['a comment that was due', 'MARK_COMMENT_DUE', (pack) => (cardAt(pack).marks[1]!.commentHash = null)],
  ['the hash of a comment', 'CARD_HASH', (pack) => (cardAt(pack).marks[1]!.commentHash = '0'.repeat(64))],
  ['a total', 'TOTAL', (pack) => (cardAt(pack).total = '80.5')],
  ['a nonce', 'CARD_HASH', (pack) => (cardAt(pack).nonce = '0'.repeat(32))],
  ['a moment of signing', 'CARD_HASH', (pack) => (cardAt(pack).signedAt = '2026-09-10T03:04:05.679Z')],
  ['that a card is a further one', 'CARD_HASH', (pack) => (cardAt(pack).extra = true)],
  ['the id of a round', 'CARD_HASH', (pack) => (dossier(pack).id = idOf('another'))],
  ['the id of an initiative', 'CARD_HASH', (pack) => (dossier(pack).initiatives[0]!.id = idOf('another'))],
  ['the id of an initiative in a later round', 'INITIATIVE_CHANGED', (pack) => (finalRound(pack).initiatives[0]!.id = idOf('another'))],
  ['the title of an initiative in a later round', 'INITIATIVE_CHANGED', (pack) => (finalRound(pack).initiatives[0]!.title = 'Khác')],
  [
    'a judge for another',
    'CARD_HASH',
    (pack) => {
      [cardAt(pack, 0).judge, cardAt(pack, 1).judge] = [cardAt(pack, 1).judge, cardAt(pack, 0).judge];
    },
  ],
  ['a judge for a stranger', 'CARD_HASH', (pack) => (cardAt(pack).judge = judgeOf('Z'))],
  [
    'a judge, so that one has two cards of an initiative',
    'JUDGE_TWICE',
    (pack) => {
      cardAt(pack, 1).judge = cardAt(pack, 0).judge;
      rehash(dossier(pack), 1);
    },
  ],
  [
    'the cards of two initiatives',
    'CARD_HASH',
    (pack) => {
      for (const card of dossier(pack).cards) {
        const others = { '2026-001': '2026-002', '2026-002': '2026-001' } as Record<string, string>;
        card.initiative = others[card.initiative] ?? card.initiative;
      }
      dossier(pack).cards.sort(byCard);
      recount(dossier(pack));
    },
  ],
  ['a card left out', 'CARD_COUNT', (pack) => finalRound(pack).cards.splice(3, 1)],
  [
    'a card left out, and its number',
    'CARDS_HASH',
    (pack) => {
      finalRound(pack).cards.splice(3, 1);
      finalRound(pack).counted.signed -= 1;
    },
  ],
  [
    'a card left out, its number and the hash over all',
    'AGGREGATION',
    (pack) => {
      finalRound(pack).cards.splice(3, 1);
      recount(finalRound(pack));
    },
  ],
  [
    'a card of an initiative that is then below its minimum',
    'TOO_FEW_CARDS',
    (pack) => {
      dossier(pack).cards.splice(0, 1);
      recount(dossier(pack));
    },
  ],
  [
    'a further card left out',
    'SCORE',
    (pack) => {
      const { cards } = dossier(pack);
      cards.splice(
        cards.findIndex((card) => card.state === 'SIGNED' && card.extra),
        1,
      );
      recount(dossier(pack));
    },
  ],
  ['an excused card left out', 'CARD_COUNT', (pack) => dossier(pack).cards.splice(6, 1)],
  [
    'a card added',
    'CARD_COUNT',
    (pack) => {
      dossier(pack).cards.push({ ...cardAt(pack), id: idOf('added'), judge: judgeOf('added') });
      const { counted } = dossier(pack);
      rehash(dossier(pack), dossier(pack).cards.length - 1);
      dossier(pack).counted = counted;
    },
  ],
  ['a card twice', 'CARD_TWICE', (pack) => dossier(pack).cards.push(cardAt(pack))],
  ['a card of an initiative that is not there', 'CARD_OF_NOBODY', (pack) => (cardAt(pack).initiative = '2026-099')],
  ['the order of two cards', 'NOT_IN_ORDER', (pack) => dossier(pack).cards.splice(0, 2, cardAt(pack, 1), cardAt(pack, 0))],
  ['the order of the initiatives', 'NOT_IN_ORDER', (pack) => dossier(pack).initiatives.reverse()],
  ['an initiative twice', 'INITIATIVE_TWICE', (pack) => dossier(pack).initiatives.unshift(dossier(pack).initiatives[0]!)],
  ['a weight of the rule book', 'RULE_BOOK_HASH', (pack) => (pack.ruleBooks[0]!.content.rounds[0]!.weight = '0.5')],
  [
    'weights of the rule book, and its hash throughout',
    'SCORE',
    (pack) => {
      const [book] = pack.ruleBooks;
      book!.content.rounds[0]!.weight = '0.6';
      book!.content.rounds[1]!.weight = '0.4';
      const hash = ruleBookHash(book!.content);
      for (const named of [...pack.rounds, pack.final!]) named.ruleBook = hash;
      book!.hash = hash;
    },
  ],
  [
    'a rule book that breaks a rule',
    'RULE_BOOK_BROKEN',
    (pack) => {
      pack.ruleBooks[0]!.content.rounds[0]!.weight = '0.5';
      pack.ruleBooks[0]!.hash = ruleBookHash(pack.ruleBooks[0]!.content);
    },
  ],
  ['the rule book of a round', 'RULE_BOOK_MISSING', (pack) => (dossier(pack).ruleBook = '0'.repeat(64))],
  ['a rule book twice', 'RULE_BOOK_UNUSED', (pack) => pack.ruleBooks.push({ ...pack.ruleBooks[0]!, number: 2 })],
  ['the rounds for each other', 'ROUND_MISPLACED', (pack) => pack.rounds.reverse()],
  ['the first round left out', 'ROUND_MISPLACED', (pack) => pack.rounds.shift()],
  ['the last round left out', 'FINAL_TOO_EARLY', (pack) => pack.rounds.pop()],
  ['the final standings left out', 'FINAL_MISSING', (pack) => (pack.final = null)],
  ['a round whose id is that of another', 'ROUND_TWICE', (pack) => (finalRound(pack).id = dossier(pack).id)],
  [
    'a card that counts in two rounds',
    'CARD_TWICE',
    (pack) => {
      const { cards } = finalRound(pack);
      cards[0]!.id = cardAt(pack).id;
      rehash(finalRound(pack), 0);
    },
  ],
  ['the code of an initiative in a later round', 'INITIATIVE_CHANGED', (pack) => (finalRound(pack).initiatives[0]!.code = '2026-000')],
  ["a vote of the chair's that the ladder has no place for", 'VOTES', (pack) => pack.final!.votes.push(['2026-001', '2026-002'])],
  ['that the chair decided', 'VOTES', (pack) => Object.assign(pack.final!.result, { number: 2, cause: 'CHAIR_VOTE' })],
  [
    'how the rounds are combined, to nothing known',
    'NOT_SHAPED',
    (pack) => (pack.ruleBooks[0]!.content.combination.kind = 'BEST' as never),
  ],
  ['the number of a result', 'RESULT_NUMBER', (pack) => (dossier(pack).result.number = 2)],
  ['one more who passed', 'INITIATIVE_NOT_PASSED', (pack) => finalRound(pack).absent.unshift('2026-006')],
  ['one who is said to have stayed', 'INITIATIVE_NOT_PASSED', (pack) => finalRound(pack).stayed.push('2026-001')],
  ['one fewer who passed', 'INITIATIVE_MISSING', (pack) => finalRound(pack).absent.pop()],
  ['an aggregation', 'AGGREGATION', (pack) => (dossier(pack).aggregation = 'MEDIAN')],
  ['a rank', 'RANK', (pack) => (lineOf(pack, '2026-002').rank = 2)],
  [
    'two places',
    'PLACE',
    (pack) => {
      lineOf(pack, '2026-001').place = 3;
      lineOf(pack, '2026-002').place = 2;
      dossier(pack).standings.sort((a, b) => a.place - b.place);
    },
  ],
  ['the order of the lines', 'NOT_IN_ORDER', (pack) => dossier(pack).standings.reverse()],
  ['a score', 'SCORE', (pack) => (lineOf(pack, '2026-006').score = '55.5')],
  ['a spread', 'SPREAD', (pack) => (lineOf(pack, '2026-006').spread = '1')],
  ['how many cards count', 'COUNTED_CARDS', (pack) => (lineOf(pack, '2026-004').cards = 3)],
  ['the points of a criterion', 'CRITERION_POINTS', (pack) => (lineOf(pack, '2026-003').criteria[0]!.points = '10')],
  ['that it was knocked out', 'STATE', (pack) => (lineOf(pack, '2026-003').state = 'CUT_OFF')],
  ['that it was cut off', 'STATE', (pack) => (lineOf(pack, '2026-006').state = 'PASSED')],
  ['what decided', 'DECIDED_BY', (pack) => (lineOf(pack, '2026-002').decidedBy = 'CRITERION:dossier/effect')],
  ['a line left out', 'STANDING_MISSING', (pack) => dossier(pack).standings.pop()],
  [
    'a line added',
    'STANDING_UNKNOWN',
    (pack) => dossier(pack).standings.push({ ...lineOf(pack, '2026-003'), initiative: '2026-099', place: 8 }),
  ],
  ['a rank of the final standings', 'RANK', (pack) => (pack.final!.standings[3]!.rank = 3)],
  ['a score of the final standings', 'SCORE', (pack) => (pack.final!.standings[0]!.score = '77')],
  ['the state of a finalist', 'STATE', (pack) => (pack.final!.standings[0]!.state = 'BELOW_FINAL')],
  ['the last round it reached', 'REACHED', (pack) => (pack.final!.standings[3]!.reached = 'final')],
  ['one who left the final standings', 'STANDING_MISSING', (pack) => pack.final!.absent.pop()],
  ['one more who left', 'STANDING_UNKNOWN', (pack) => pack.final!.absent.unshift('2026-006')],
])('changed, %s is found as %s', (_, code, change) => {
  expect(found(change)?.code).toBe(code);
});

test('a fault says where it is, what the pack says and what comes out, in both languages', () => {
  const fault = found((pack) => (lineOf(pack, '2026-002').rank = 2));
  expect(fault).toEqual({ code: 'RANK', place: { round: 'dossier', initiative: '2026-002' }, stated: '2', computed: '3' });
  expect([faultSentence(fault!, 'vi'), faultSentence(fault!, 'en')]).toEqual([
    'Vòng dossier, sáng kiến 2026-002: thứ hạng không đúng. Trong gói: 2. Tính lại: 3.',
    'Round dossier, initiative 2026-002: the rank does not come out. Stated: 2. Computed: 3.',
  ]);
  for (const { vi, en } of Object.values(PACK_FAULTS)) expect([vi.normalize('NFC') === vi, en !== '']).toEqual([true, true]);
});

test('a fault and its values stand on one line, whatever the file would have printed', () => {
  const fault = found((pack) => (dossier(pack).initiatives[0]!.code = 'A\n\u001b[2JKHỚP\u202e'));
  expect(faultSentence(fault!, 'vi')).toMatch(/^Vòng dossier, sáng kiến [^\p{Cc}\p{Cf}]*\.$/u);
  expect(printable('A\n\u001b[2JKHỚP\u202e')).toBe('A\\u{a}\\u{1b}[2JKHỚP\\u{202e}');
});

const text = bytesOf(whole).toString('utf8');

/** Every value of the pack, by its path. */
function* leavesOf(value: unknown, path: (string | number)[] = []): Generator<{ path: (string | number)[]; value: unknown }> {
  if (typeof value !== 'object' || value === null) yield { path, value };
  else for (const [key, inner] of Object.entries(value)) yield* leavesOf(inner, [...path, Array.isArray(value) ? Number(key) : key]);
}

/** Another value of the same kind, that the format allows. */
function other(value: unknown): unknown {
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'number') return value + 1;
  if (value === null) return '0'.repeat(64);
  const given = value as string;
  if (/^[0-9a-f]{32,64}$|^[0-9a-f-]{36}$|^GK-/.test(given)) return given.replace(/.$/, (last) => (last === '0' ? '1' : '0'));
  if (/^\d+(\.\d+)?$/.test(given)) return `1${given}`;
  return given.endsWith('Z') ? given.replace(/.Z$/, '9Z') : `${given}x`;
}

function changedAt(path: readonly (string | number)[]): ResultPackContent {
  const pack = structuredClone(whole);
  const inside = path.slice(0, -1).reduce<any>((at, key) => at[key], pack);
  inside[path.at(-1)!] = other(inside[path.at(-1)!]);
  return pack;
}

/** What nothing is computed from: only the seal holds it, and what was published of the file. */
const HELD_BY_THE_SEAL = [
  /^contest\./,
  /^ruleBooks\.\d+\.number$/,
  /\.auditHead\./,
  /^rounds\.0\.initiatives\.\d+\.title$/,
  /^rounds\.\d+\.cards\.\d+\.excused$/,
];

test('any single value that is changed is found: by what is computed, or, where nothing is, by the seal', () => {
  const missed: string[] = [];
  const unsealed: string[] = [];
  for (const { path } of leavesOf(whole)) {
    const name = path.join('.');
    if (/^rounds\.\d+\.cards\.\d+\.state$/.test(name)) continue; // an excused card has nothing that a signed one shows
    const changed = bytesOf(changedAt(path));
    const old = /"seal":"[0-9a-f]{64}"/.exec(text)![0];
    const kept = Buffer.from(changed.toString('utf8').replace(/"seal":"[0-9a-f]{64}"/, old), 'utf8');
    if (verifyPack(kept).fault === null) missed.push(name);
    if (verifyPack(changed).fault === null && !HELD_BY_THE_SEAL.some((held) => held.test(name))) unsealed.push(name);
  }
  expect({ missed, unsealed }).toEqual({ missed: [], unsealed: [] });
});

test('no change of a single byte goes unseen', () => {
  const bytes = bytesOf(whole);
  for (let at = 0; at < bytes.length; at += 97) {
    const changed = Buffer.from(bytes);
    changed[at] = changed[at]! ^ 1;
    expect({ at, fault: verifyPack(changed).fault?.code ?? null }).not.toEqual({ at, fault: null });
  }
});
