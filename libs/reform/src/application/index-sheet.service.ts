import { type EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Person } from '#domain/identity';
import { type Actor, Refused, localDate, refuseIf } from '#lib/kernel';
import { UnitOfWork } from '#lib/platform';
import { type IndexPoints, IndexScore, IndexSheet } from '../domain/index-sheet.entity.js';
import { type IndexAct, type IndexSheetState, whyNotBy, whyNotMove, whyNotScore, whyNotUnscored } from '../domain/index-states.js';
import { standingOf } from './index.scope.js';

export interface OfSheet {
  readonly sheetId: string;
  readonly version: number;
}

export interface ScoreOrder {
  readonly scoreId: string;
  readonly points: string;
  readonly note?: string | null;
}

/** The sheet of a unit: scored by itself, assessed and settled by the office, by nobody of the unit. */
@Injectable()
export class IndexSheetService {
  constructor(private readonly work: UnitOfWork) {}

  /** Writes points of the step that the sheet is at; criteria that are left out stay as they are. */
  saveIndexScores(actor: Actor, { sheetId, version, scores }: OfSheet & { readonly scores: readonly ScoreOrder[] }): Promise<IndexSheet> {
    return this.work.act(actor, 'saveIndexScores', async ({ em, at, held, record }) => {
      const standing = await standingOf(em, actor, { sheetId, day: localDate(at) });
      const sheet = await held(await em.findOneOrFail(IndexSheet, { id: sheetId }), version);
      refuseIf(whyNotScore(standing, sheet.state));
      const known = await em.find(IndexScore, { sheet, id: { $in: scores.map(({ scoreId }) => scoreId) } });
      const before = saidOf(known, sheet.state);
      for (const [place, order] of scores.entries()) {
        const score = known.find(({ id }) => id === order.scoreId);
        const path = `scores.${String(place)}`;
        if (!score) throw new Refused('NOT_FOUND', { what: 'IndexScore' }, `${path}.scoreId`);
        score.write(sheet.state, { points: order.points, note: order.note ?? null }, path);
      }
      if (record({ subject: subject(sheet), before, after: saidOf(known, sheet.state) })) sheet.version += 1;
      await em.flush();
      return sheet;
    });
  }

  /** The unit sends its scores in. Refuses as long as a criterion has none. */
  submitIndexSheet(actor: Actor, order: OfSheet): Promise<IndexSheet> {
    return this.step(actor, { ...order, operation: 'submitIndexSheet', act: 'submit' });
  }

  /** The office has assessed every criterion; what it assessed is what is settled, where nothing else is said. */
  assessIndexSheet(actor: Actor, order: OfSheet): Promise<IndexSheet> {
    return this.step(actor, { ...order, operation: 'assessIndexSheet', act: 'assess' });
  }

  /** It stands from here on, and everybody who is signed in reads it. */
  settleIndexSheet(actor: Actor, order: OfSheet): Promise<IndexSheet> {
    return this.step(actor, { ...order, operation: 'settleIndexSheet', act: 'settle' });
  }

  private step(
    actor: Actor,
    { sheetId, version, operation, act: kind }: OfSheet & { operation: string; act: IndexAct },
  ): Promise<IndexSheet> {
    return this.work.act(actor, operation, async ({ em, at, held, record, emit }) => {
      refuseIf(whyNotBy(await standingOf(em, actor, { sheetId, day: localDate(at) }), kind));
      const sheet = await held(await em.findOneOrFail(IndexSheet, { id: sheetId }), version);
      const before = { state: sheet.state };
      refuseIf(whyNotMove(sheet.state, kind));
      refuseIf(whyNotUnscored(await unscored(em, sheet)));
      sheet.move(kind, actor.isSystem ? null : await em.findOneOrFail(Person, { id: actor.id }), at);
      await em.flush();
      if (kind === 'assess') await takeOver(em, sheet);
      record({ subject: subject(sheet), before, after: { state: sheet.state } });
      emit({ type: `index.${TOLD[kind]}`, payload: { sheetId } });
      return sheet;
    });
  }
}

const TOLD = { submit: 'submitted', assess: 'assessed', settle: 'settled' } as const;

const subject = ({ id }: IndexSheet) => ({ type: 'IndexSheet', id });

const saidOf = (scores: readonly IndexScore[], state: IndexSheetState): Record<string, IndexPoints | null> =>
  Object.fromEntries(scores.map((score) => [score.criterion.id, score.said(state)]));

async function unscored(em: EntityManager, sheet: IndexSheet): Promise<number> {
  const column = ({ OPEN: 'selfPoints', SUBMITTED: 'assessedPoints', ASSESSED: 'finalPoints', SETTLED: 'finalPoints' } as const)[
    sheet.state
  ];
  return em.count(IndexScore, { sheet, [column]: null });
}

async function takeOver(em: EntityManager, { id }: IndexSheet): Promise<void> {
  await sql`update index_score set final_points = assessed_points where sheet_id = ${id}`.execute(em.getKysely());
}
