import { type RoundRule, leaves } from '#domain/contest';
import { CODE_CELL, type ReadMark, SHEET_LAYOUT } from '#lib/documents';
import { Refused, type WhyNot, allRefused, decimal, refuseIf } from '#lib/kernel';
import { type GivenMark, draftMarks, problemsOfDraft } from '../../domain/card/marks.js';
import { obstacleToMarking } from '../../domain/card/policies.js';
import { type ComparedCriterion, compareMarks, differenceFingerprint, sheetFingerprint } from '../../domain/sheet/sheet.js';
import { type CardRecord } from '../card/scorecard.queries.js';
import { type SheetRecord } from './sheet.queries.js';

/** What a sheet says of a card, beside what the card says. */
export interface SheetCardDifference {
  readonly scorecardId: string;
  readonly receiptNumber: string;
  readonly title: string;
  readonly changed: boolean;
  readonly canImport: boolean;
  readonly whyNotImport: string | null;
  readonly criteria: readonly ComparedCriterion[];
}

/** Everything that an import of the sheet would change, and the hash that the import has to name. */
export interface SheetDifference {
  readonly sheetId: string;
  readonly sheetCode: string;
  readonly number: number;
  readonly fingerprint: string;
  /** Cards that an import writes. */
  readonly changes: number;
  readonly cards: readonly SheetCardDifference[];
}

export interface Comparison {
  readonly difference: SheetDifference;
  /** A card that went its own way since the sheet was issued; looked at after the hash, which tells whether it did so just now. */
  readonly outdated: WhyNot;
  /** What is to be written. */
  readonly drafts: readonly { readonly card: CardRecord; readonly marks: readonly GivenMark[] }[];
}

/** Why a sheet is of an old version: a newer one was issued, or the rubric or the lay-out are others now. */
export function whyNotCurrent({ superseded, fingerprint, rule }: SheetRecord): WhyNot {
  const current = !superseded && fingerprint === sheetFingerprint(rule.rubric, SHEET_LAYOUT);
  return current ? null : new Refused('SHEET_OLD', { cell: CODE_CELL }, CODE_CELL);
}

/** Holds what came back against the cards. Refuses `SHEET_MARK` and `SHEET_COMMENT` by the rules of a draft, every cell at once. */
export function compareSheet(
  sheet: SheetRecord,
  found: readonly CardRecord[],
  { read, sha256 }: { read: readonly (readonly ReadMark[])[]; sha256: string },
): Comparison {
  refuseIf(allRefused(sheet.cards.flatMap((_, at) => problemsOfLine(sheet, read[at] ?? []))));
  const byId = new Map(found.map((card) => [card.id, card]));
  const lines = sheet.cards.map(({ scorecardId, version }, at) => {
    const card = byId.get(scorecardId) ?? null;
    const marks = draftOf(sheet, read[at] ?? []);
    return { scorecardId, version, card, marks, line: lineOf(sheet, { at, scorecardId, card, marks: read[at] ?? [] }) };
  });
  const cards = lines.map(({ line }) => line);
  const moved = lines.find(({ card, version, line }) => card && line.canImport && line.changed && card.version !== version);
  const cell = moved?.line.criteria.find(({ changed }) => changed)?.cell ?? CODE_CELL;
  const versions = lines.map(({ card }) => card?.version ?? null);
  return {
    difference: {
      sheetId: sheet.id,
      sheetCode: sheet.content.code,
      number: sheet.content.number,
      fingerprint: differenceFingerprint([sha256, sheet.id, versions, cards]),
      changes: cards.filter(({ changed, canImport }) => changed && canImport).length,
      cards,
    },
    outdated: moved ? new Refused('SHEET_OLD', { cell }, cell) : null,
    drafts: lines.flatMap(({ card, marks, line }) => (card && line.changed && line.canImport ? [{ card, marks }] : [])),
  };
}

function lineOf(
  { rule, content }: SheetRecord,
  { at, scorecardId, card, marks }: { at: number; scorecardId: string; card: CardRecord | null; marks: readonly ReadMark[] },
): SheetCardDifference {
  const keys = leaves(rule.rubric).map(({ key }) => key);
  const onSheet = marks.map((mark, place) => ({ ...mark, criterion: keys[place] ?? '', cell: mark.pointsCell }));
  const criteria = compareMarks(keys, card?.marks ?? [], onSheet);
  const whyNotImport = card ? obstacleToMarking(card) : 'SHEET_CARD_GONE';
  const { code = '', title = '' } = content.initiatives[at] ?? {};
  return {
    scorecardId,
    receiptNumber: code,
    title,
    changed: criteria.some(({ changed }) => changed),
    canImport: whyNotImport === null,
    whyNotImport,
    criteria,
  };
}

/** The draft that a line of the sheet is. */
function draftOf({ rule }: SheetRecord, read: readonly ReadMark[]): GivenMark[] {
  return draftMarks(rule.rubric, givenOn(rule, read)).filter(({ points, comment }) => points !== null || comment !== null);
}

function givenOn({ rubric }: RoundRule, read: readonly ReadMark[]): GivenMark[] {
  const criteria = leaves(rubric);
  return read.map(({ points, comment }, at) => ({ criterion: criteria[at]?.key ?? '', points, comment }));
}

/** What the rules of every other draft refuse in a line, said of the cells. */
function problemsOfLine({ rule, content }: SheetRecord, read: readonly ReadMark[]): Refused[] {
  const criteria = leaves(rule.rubric);
  return problemsOfDraft(rule.rubric, givenOn(rule, read)).map((problem) => {
    const [, at, field] = /^marks\.(\d+)\.(points|comment)$/.exec(problem.path ?? '') ?? [];
    const mark = read[Number(at)];
    if (!mark || field === undefined) return problem;
    if (field === 'comment') return new Refused('SHEET_COMMENT', { cell: mark.commentCell, most: content.commentLength }, mark.commentCell);
    const { max = '', step = '' } = criteria[Number(at)] ?? {};
    return new Refused(
      'SHEET_MARK',
      { cell: mark.pointsCell, found: (mark.points ?? '').slice(0, 40), max: decimal(max), step: decimal(step) },
      mark.pointsCell,
    );
  });
}
