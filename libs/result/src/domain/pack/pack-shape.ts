import {
  AGGREGATIONS,
  COMBINATIONS,
  CUT_OFF_JOINS,
  DEPARTURE_KINDS,
  FURTHER_MARKS,
  RANKED_ON,
  TIE_BREAKS,
  TRACKS,
  TRIMMINGS,
  VISIBILITIES,
  AUTHOR_READS,
  PUBLIC_TEXTS,
} from '#plain/contest';
import { FINAL_STATES } from '../result/final-standings.js';
import { CONTEST_RESULT_CAUSES, ROUND_RESULT_CAUSES } from '../result/causes.js';
import { STANDING_STATES } from '../result/standings.js';

/** Says where a value is not of its kind, as a path into it; null where it is. */
type Shape = (value: unknown) => string | null;

const HERE = '';

const when =
  (fits: (value: unknown) => boolean): Shape =>
  (value) =>
    fits(value) ? null : HERE;

const text = when((value) => typeof value === 'string');
const flag = when((value) => typeof value === 'boolean');
const count = when((value) => Number.isSafeInteger(value) && (value as number) >= 0);
const matching = (pattern: RegExp) => when((value) => typeof value === 'string' && pattern.test(value));
const oneOf = (values: readonly string[]) => when((value) => typeof value === 'string' && values.includes(value));
const orNull =
  (shape: Shape): Shape =>
  (value) =>
    value === null ? null : shape(value);

const optional =
  (shape: Shape): Shape =>
  (value) =>
    value === undefined ? null : shape(value);

const uuid = matching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
const sha256 = matching(/^[0-9a-f]{64}$/);
/** Plain and without a sign: 7.5, never 7.50, 07.5 or 75e-1. */
const decimal = matching(/^(0|[1-9]\d{0,60})(\.\d{0,60}[1-9])?$/);
const moment = matching(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/);
const nonce = matching(/^[0-9a-f]{32}$/);

function record(fields: Readonly<Record<string, Shape>>): Shape {
  const shapes = Object.entries(fields);
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return HERE;
    for (const [key, shape] of shapes) {
      const bad = shape((value as Record<string, unknown>)[key]);
      if (bad !== null) return `.${key}${bad}`;
    }
    return null;
  };
}

function list(shape: Shape): Shape {
  return (value) => {
    if (!Array.isArray(value)) return HERE;
    for (const [at, item] of value.entries()) {
      const bad = shape(item);
      if (bad !== null) return `[${String(at)}]${bad}`;
    }
    return null;
  };
}

const card = { id: uuid, initiative: text };
const signedCard = record({
  ...card,
  extra: flag,
  judge: matching(/^GK-[0-9a-f]{16}$/),
  marks: list(record({ criterion: text, points: decimal, commentHash: orNull(sha256) })),
  total: decimal,
  signedAt: moment,
  nonce,
  hash: sha256,
});
const excusedCard = record({ ...card, excused: oneOf(['BEFORE_SIGNING', 'AFTER_SIGNING']), hash: orNull(sha256) });
const states = record({ state: oneOf(['SIGNED', 'EXCUSED']) });
const anyCard: Shape = (value) => states(value) ?? ((value as { state: string }).state === 'SIGNED' ? signedCard : excusedCard)(value);

const result = (causes: readonly string[]) =>
  record({ number: count, cause: oneOf(causes), auditHead: record({ seq: count, hash: matching(/^([0-9a-f]{64})?$/) }) });
const placed = { initiative: text, place: count, rank: orNull(count), score: decimal, decidedBy: orNull(text) };

const round = record({
  key: text,
  id: uuid,
  ruleBook: sha256,
  result: result(ROUND_RESULT_CAUSES),
  aggregation: oneOf(['MEAN', 'MEDIAN', 'TRIMMED_SHEETS', 'TRIMMED_CRITERIA']),
  initiatives: list(record({ code: text, id: uuid, title: text, track: optional(oneOf(TRACKS)) })),
  absent: list(text),
  stayed: list(text),
  counted: record({ signed: count, excused: count, hash: sha256 }),
  cards: list(anyCard),
  standings: list(
    record({
      ...placed,
      cards: count,
      spread: decimal,
      state: oneOf(STANDING_STATES),
      criteria: list(record({ criterion: text, points: decimal })),
    }),
  ),
});

const final = record({
  ruleBook: sha256,
  result: result(CONTEST_RESULT_CAUSES),
  absent: list(text),
  votes: list(list(text)),
  standings: list(record({ ...placed, reached: text, state: oneOf(FINAL_STATES) })),
});

const decision = record({ number: text, decidedOn: matching(/^\d{4}-\d{2}-\d{2}$/) });
const departure = { kind: oneOf(DEPARTURE_KINDS), reason: text };

const prizes = record({
  number: count,
  decision,
  result: count,
  plan: list(
    record({ key: text, track: orNull(oneOf(TRACKS)), quantity: count, minimumScore: orNull(decimal), nameVi: text, nameEn: text }),
  ),
  out: list(text),
  standings: orNull(list(record({ initiative: text, rank: orNull(count), score: decimal }))),
  awards: list(
    record({
      initiative: text,
      tier: text,
      rank: orNull(count),
      departure: orNull(record(departure)),
      revoked: orNull(text),
      replaces: orNull(text),
      decision: orNull(decision),
      reason: orNull(text),
    }),
  ),
  withheld: list(record({ initiative: text, ...departure })),
});

/** Far deeper than any rubric may be: what is deeper yet is not looked into. */
const DEEPEST = 9;

const criterion = (deeper: number): Shape =>
  record({
    key: text,
    nameVi: text,
    nameEn: text,
    guidanceVi: orNull(text),
    guidanceEn: orNull(text),
    max: decimal,
    step: decimal,
    knockOutMinimum: orNull(decimal),
    commentRequired: flag,
    bands: list(record({ from: decimal, to: decimal, vi: text, en: text })),
    children: list(deeper === 0 ? () => HERE : (value) => criterion(deeper - 1)(value)),
  });

const ruledRound = record({
  key: text,
  nameVi: text,
  nameEn: text,
  rubric: list(criterion(DEEPEST)),
  judgesPerInitiative: count,
  minimumCards: count,
  weight: optional(decimal),
  aggregation: record({ kind: oneOf(AGGREGATIONS), trimming: oneOf(TRIMMINGS) }),
  divergenceThreshold: orNull(decimal),
  cutOff: record({ score: orNull(decimal), top: orNull(count), join: optional(oneOf(CUT_OFF_JOINS)) }),
  furtherMark: optional(oneOf(FURTHER_MARKS)),
  visibility: optional(oneOf(VISIBILITIES)),
  presentation: optional(record({ presentMinutes: count, questionMinutes: count, marksInRoom: flag })),
  calibration: optional(flag),
});

const ruleBook = record({
  rounds: list(ruledRound),
  combination: record({ kind: oneOf(COMBINATIONS) }),
  rounding: record({ places: count, rankOn: optional(oneOf(RANKED_ON)) }),
  tieBreak: list(record({ kind: oneOf(TIE_BREAKS), round: optional(text), criterion: optional(text) })),
  publicPack: optional(flag),
  publicText: optional(list(oneOf(PUBLIC_TEXTS))),
  publicRanking: optional(flag),
  authorsRead: optional(list(oneOf(AUTHOR_READS))),
  edition: optional(count),
});

/** The shape of a pack. What a rule book may say has rules of its own, and so has the order of everything. */
export const packShape: Shape = record({
  format: count,
  contest: record({ id: uuid, year: count, title: text, titleEn: text, unit: text }),
  ruleBooks: list(record({ number: count, hash: sha256, content: ruleBook })),
  rounds: list(round),
  final: orNull(final),
  prizes: optional(orNull(prizes)),
  seal: sha256,
});
