import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { leaves } from '#domain/contest';
import { Person } from '#domain/identity';
import { CODE_CELL, type JudgeSheet, type ReadWorkbook, SHEET_LAYOUT, codeOf, readJudgeSheet, writeJudgeSheet } from '#lib/documents';
import { type Actor, Refused, localMoment, refuseIf } from '#lib/kernel';
import { type Act, FilesService, type MadeContent, type PutContent, Turns, UnitOfWork, openFile } from '#lib/platform';
import { COMMENT_LENGTH } from '../../domain/card/marks.js';
import { obstacleToMarking } from '../../domain/card/policies.js';
import { Round } from '../../domain/round/round.entity.js';
import { OfflineSheet, newSheetCode } from '../../domain/sheet/offline-sheet.entity.js';
import { sheetFingerprint, whyNotIssueSheet } from '../../domain/sheet/sheet.js';
import { type Comparison, type SheetDifference, compareSheet, whyNotCurrent } from './sheet-difference.js';
import { type OfflineSheetRow, type SheetCard, SheetQueries } from './sheet.queries.js';

/** The cards of one judge do not change as often as that while a workbook is written. */
const MOST_TRIES = 3;
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A sheet that came back, opened: what it was uploaded to, and what stands in it. */
interface Returned {
  readonly ownerId: string;
  readonly sha256: string;
  readonly book: ReadWorkbook;
}

/** A judge's sheets to mark on without the network: issued, compared when they come back, then imported. Nobody else has a part in it. */
@Injectable()
export class OfflineSheetService {
  /** What is being compared for whom: one request may ask for the same file under many names, and is answered once. */
  private readonly comparing = new WeakMap<Actor, Map<string, Promise<SheetDifference>>>();
  /** Sheets of one judge are made one after the other: the number of each is the next. */
  private readonly turns = new Turns({ atOnce: 20, linePerPerson: 25, line: 200, waitSeconds: 30, refusal: 'FILE_BUSY' });

  constructor(
    private readonly work: UnitOfWork,
    private readonly files: FilesService,
    private readonly queries: SheetQueries,
  ) {}

  /** A workbook of the judge's cards of a round that can be marked now, with the marks drafted so far; it takes the place of the one before. */
  issueOfflineSheet(judge: Actor, { roundId }: { roundId: string }): Promise<OfflineSheetRow> {
    return this.turns.take(judge.id, async () => {
      for (let tries = 0; tries < MOST_TRIES; tries += 1) {
        const plan = await this.work.act(judge, 'scoring.planSheet', (act) => this.plan(act, roundId));
        const workbook = await writeJudgeSheet(plan.content, plan.cards.map(marksOf));
        const put = await this.files.putMade(judge, made(workbook), workbook);
        const issued = await this.work.act(judge, 'issueOfflineSheet', (act) => this.issue(act, roundId, { ...plan, put }));
        if (issued) return issued;
      }
      throw new Refused('BUSY');
    });
  }

  /** What an import would change; writes nothing. Refuses a sheet of another judge or round, an old one, a changed one and wrong marks, each with the cell. */
  compareOfflineSheet(judge: Actor, { fileId }: { fileId: string }): Promise<SheetDifference> {
    const asked = this.comparing.get(judge) ?? new Map<string, Promise<SheetDifference>>();
    this.comparing.set(judge, asked);
    const running = asked.get(fileId) ?? this.compareNow(judge, fileId).finally(() => asked.delete(fileId));
    asked.set(fileId, running);
    return running;
  }

  /** Writes the drafts that the comparison showed, all or none, and signs nothing. Refuses `SHEET_STALE` where it would not show the same now. */
  async importOfflineSheet(judge: Actor, order: { fileId: string; fingerprint: string }): Promise<OfflineSheetRow> {
    const returned = await this.open(judge, order.fileId);
    return this.work.act(judge, 'importOfflineSheet', async (act) => {
      const { difference, outdated, drafts } = await this.compare(judge, returned, true);
      const movedOn = drafts.length === 0 ? difference.cards.find(({ changed }) => changed)?.whyNotImport : null;
      if (movedOn) throw new Refused(movedOn, {}, 'fileId');
      if (difference.fingerprint !== order.fingerprint) throw new Refused('SHEET_STALE', {}, 'fingerprint');
      refuseIf(outdated);
      if (drafts.length === 0) throw new Refused('SHEET_UNCHANGED', {}, 'fileId');
      await writeDrafts(act, difference.sheetId, drafts);
      return this.read(judge, difference.sheetId);
    });
  }

  private async compareNow(judge: Actor, fileId: string): Promise<SheetDifference> {
    const { difference, outdated } = await this.compare(judge, await this.open(judge, fileId), false);
    refuseIf(outdated);
    return difference;
  }

  /** The workbook that came back, opened before any act: neither the store nor the opener is waited for inside one. */
  private async open(judge: Actor, fileId: string): Promise<Returned> {
    const { ownerId, sha256, read } = await this.files.content(judge, { fileId, ownerType: 'offlineSheet' });
    const content = async () => Readable.from([await read()]);
    return { ownerId, sha256, book: await openFile('workbook', { person: judge.id, order: {}, content }) };
  }

  private async compare(judge: Actor, { ownerId, sha256, book }: Returned, hold: boolean): Promise<Comparison> {
    const sheet = await this.queries.sheetOfCode(judge, codeOf(book), hold);
    // Whether another judge has a sheet of this code, or nobody has, is answered alike.
    if (!sheet) throw new Refused('SHEET_OTHER_JUDGE', { cell: CODE_CELL }, CODE_CELL);
    const uploadedTo = await this.read(judge, ownerId);
    if (uploadedTo.roundId !== sheet.roundId) throw new Refused('SHEET_OTHER_ROUND', { cell: CODE_CELL }, CODE_CELL);
    refuseIf(whyNotCurrent(sheet));
    const read = readJudgeSheet(book, sheet.content);
    const ids = sheet.cards.map(({ scorecardId }) => scorecardId);
    return compareSheet(sheet, await this.queries.cards(judge, ids, hold), { read, sha256 });
  }

  private async plan({ em, at, actor }: Act, roundId: string): Promise<SheetPlan> {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`offline sheet ${roundId} ${actor.id}`}, 0))`.execute(em.getKysely());
    const cards = cardsToMark(await this.queries.cardsOfRound(actor, roundId));
    const before = await em.count(OfflineSheet, { round: roundId, judge: actor.id });
    const content = contentOf(cards, { code: newSheetCode(), number: before + 1, issuedAt: localMoment(at) });
    return { cards, content };
  }

  /** Null where cards or sheets have changed since it was planned. */
  private async issue(act: Act, roundId: string, planned: SheetPlan & { readonly put: PutContent }): Promise<OfflineSheetRow | null> {
    const { em, at, actor, record } = act;
    const now = await this.plan(act, roundId);
    if (standOf(now) !== standOf(planned)) return null;
    await sql`update offline_sheet set superseded_at = ${at}
      where round_id = ${roundId} and judge_id = ${actor.id} and superseded_at is null`.execute(em.getKysely());
    const sheet = await this.keep(act, roundId, planned);
    record({ subject: { type: 'OfflineSheet', id: sheet.id }, after: { roundId, number: planned.content.number } });
    return this.read(actor, sheet.id);
  }

  private async keep(act: Act, roundId: string, { cards, content, put }: SheetPlan & { readonly put: PutContent }): Promise<OfflineSheet> {
    const { em, at, actor } = act;
    const rubric = cards[0]?.rule.rubric ?? [];
    const sheet = OfflineSheet.issue(
      {
        round: em.getReference(Round, roundId),
        judge: em.getReference(Person, actor.id),
        number: content.number,
        code: content.code,
        content: { ...content },
        fingerprint: sheetFingerprint(rubric, content.layout),
        cards: cards.map(({ id, version }) => ({ scorecardId: id, version })),
      },
      at,
    );
    await em.persist(sheet).flush();
    const file = { ownerType: 'offlineSheet', ownerId: sheet.id, fileName: `Phiếu chấm ${content.code}.xlsx` };
    sheet.fileId = (await this.files.attachMade(act, put, file)).id;
    await em.flush();
    return sheet;
  }

  private async read(judge: Actor, id: string): Promise<OfflineSheetRow> {
    const row = await this.queries.offlineSheet(judge, id);
    if (!row) throw new Refused('NOT_FOUND', { what: 'OfflineSheet' });
    return row;
  }
}

interface SheetPlan {
  readonly cards: readonly SheetCard[];
  readonly content: JudgeSheet;
}

/** What a sheet was made of: the same cards as they were saved, and the same place in the row of sheets. */
function standOf({ cards, content }: SheetPlan): string {
  return JSON.stringify([content.number, cards.map(({ id, version }) => [id, version])]);
}

function made(workbook: Buffer): MadeContent {
  return { contentType: XLSX, sha256: createHash('sha256').update(workbook).digest('hex'), size: workbook.length };
}

/** Refuses where none can be marked, with what stands in the way. */
function cardsToMark(cards: readonly SheetCard[]): SheetCard[] {
  if (cards.length === 0) throw new Refused('NOT_FOUND', { what: 'Round' }, 'roundId');
  refuseIf(whyNotIssueSheet(cards));
  return cards.filter((card) => obstacleToMarking(card) === null);
}

function contentOf(cards: readonly SheetCard[], issue: Pick<JudgeSheet, 'code' | 'number' | 'issuedAt'>): JudgeSheet {
  const [first] = cards;
  const rubric = first?.rule.rubric ?? [];
  return {
    layout: SHEET_LAYOUT,
    ...issue,
    contest: first?.contestTitle ?? '',
    round: first?.round.nameVi ?? '',
    judge: first?.judgeName ?? '',
    commentLength: COMMENT_LENGTH,
    criteria: rubric.flatMap((top) =>
      leaves([top]).map(({ nameVi, guidanceVi, max, step, commentRequired, bands, key }) => ({
        name: nameVi,
        partOf: key === top.key ? null : top.nameVi,
        guidance: guidanceVi,
        max,
        step,
        commentRequired,
        bands: bands.map(({ from, to, vi }) => ({ from, to, text: vi })),
      })),
    ),
    initiatives: cards.map(({ initiative: { receiptNumber, title } }) => ({ code: receiptNumber ?? '', title })),
  };
}

function marksOf({ rule, marks }: SheetCard): { points: string | null; comment: string | null }[] {
  const byKey = new Map(marks.map((mark) => [mark.criterion, mark]));
  return leaves(rule.rubric).map(({ key }) => ({ points: byKey.get(key)?.points ?? null, comment: byKey.get(key)?.comment ?? null }));
}

/** As saving each card would; the sheet then agrees with them, and can be filled in further and come back again. */
async function writeDrafts({ em, record }: Act, sheetId: string, drafts: Comparison['drafts']): Promise<void> {
  const ids = drafts.map(({ card }) => card.id);
  const marks = drafts.map((draft) => JSON.stringify(draft.marks));
  await sql`update scorecard c set marks = written.marks::jsonb, version = c.version + 1
    from unnest(${ids}::uuid[], ${marks}::text[]) as written (id, marks) where c.id = written.id`.execute(em.getKysely());
  await sql`update offline_sheet s set cards = (
      select json_agg(json_build_object('scorecardId', listed.card->>'scorecardId', 'version',
        case when listed.card->>'scorecardId' = any(${ids}::text[]) then c.version else (listed.card->>'version')::int end) order by listed.place)
      from jsonb_array_elements(s.cards) with ordinality as listed (card, place) left join scorecard c on c.id = (listed.card->>'scorecardId')::uuid)
    where s.id = ${sheetId}`.execute(em.getKysely());
  for (const { card } of drafts) record({ subject: { type: 'Scorecard', id: card.id }, after: { version: card.version + 1 } });
  record({ subject: { type: 'OfflineSheet', id: sheetId }, after: { imported: true } });
}
