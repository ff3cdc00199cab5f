import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { RIGHTS } from '#domain/identity';
import { lockContest } from '#lib/contest';
import { grantsOn } from '#lib/identity';
import { type Actor, ROLES, Refused, localDate, refuseIf } from '#lib/kernel';
import { type Act, Database, UnitOfWork } from '#lib/platform';
import { type DraftOrder, DraftService, type SaveDraftOrder, subject } from './draft.service.js';
import { type InitiativeRow, InitiativeQueries } from './initiative.queries.js';
import { inHandScope } from './scope.js';

/** What the secretariat drafts, and whose it is. Without `authors`, the submitter is its one author. */
export interface OnBehalfOrder extends DraftOrder {
  readonly submitterId: string;
}

const DRAFTERS = ROLES.filter((role) => RIGHTS[role].includes('initiative:draft'));

/**
 * The secretariat drafts for a submitter who cannot. The draft is the submitter's from the first word: they go on with it, declare and send
 * it. Who drafted it may go on as well, until somebody has declared.
 */
@Injectable()
export class OnBehalfService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly drafts: DraftService,
    private readonly queries: InitiativeQueries,
    private readonly database: Database,
  ) {}

  /** Refuses `NOT_FOUND` for another host's contest, `SUBMITTER_NOT_OF_UNIT`, and all that a draft of the submitter's own is refused for. */
  async draftOnBehalf(actor: Actor, order: OnBehalfOrder): Promise<InitiativeRow> {
    return this.work.act(actor, 'draftOnBehalf', async (act) => {
      const { em, at, record, emit } = act;
      const { submitterId, ownerUnitId, authors } = order;
      const contest = await lockContest(em, order.contestId, 'for share');
      if (!actor.covers('initiative:enter', contest.host.id)) throw new Refused('NOT_FOUND', { what: 'Contest' }, 'contestId');
      refuseIf(contest.whyNotDraft(at));
      if (!(await this.submitsFor(act, order))) throw new Refused('SUBMITTER_NOT_OF_UNIT', {}, 'submitterId');
      const named = authors ?? [{ personId: submitterId, share: '100', lead: true }];
      const initiative = await this.drafts.begin(act, contest, { ...order, authors: named });
      await em.flush();
      const after = { contest: contest.id, owner: ownerUnitId, area: order.areaId, submitter: submitterId, state: initiative.state };
      record({ subject: subject(initiative), after, onBehalfOf: submitterId });
      emit({ type: 'initiative.draftedOnBehalf', payload: { initiativeId: initiative.id } });
      return this.queries.shown(actor, initiative.id);
    });
  }

  /** Keeps texts, area and what it improves; the authors, their declarations and the files are the submitter's. Refuses `NOT_FOUND` once somebody has declared. */
  async saveDraftOnBehalf(actor: Actor, order: SaveDraftOrder): Promise<InitiativeRow> {
    return this.drafts.save(actor, order, { operation: 'saveDraftOnBehalf', scope: inHandScope(actor) });
  }

  /** Whether the person may draft for the unit themselves, today. */
  private async submitsFor({ at }: Act, { submitterId, ownerUnitId }: OnBehalfOrder): Promise<boolean> {
    const found = await this.database.first(sql`
      with recursive above (id, parent_id) as (
        select u.id, u.parent_id from unit u where u.id = ${ownerUnitId} union select u.id, u.parent_id from unit u join above on above.parent_id = u.id)
      select 1 from ${grantsOn(localDate(at))} g
      where g.person_id = ${submitterId} and g.role = any(${DRAFTERS}::text[]) and g.unit_id in (select id from above) limit 1`);
    return found !== null;
  }
}
