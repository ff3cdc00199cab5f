import { Injectable } from '@nestjs/common';
import { type RawBuilder, sql } from 'kysely';
import { type PersonName, areOfOneHand, personName } from '#lib/identity';
import { type InitiativeName, initiativeName } from '#lib/initiative';
import { type Actor, Clock, type Page, type PageArgs, Refused, localDate, pageAs } from '#lib/kernel';
import { Database, type Reason, Rereads } from '#lib/platform';
import { type CorrectionKind, type CorrectionState, whyNotDecideCorrection } from '../../domain/correction/correction.entity.js';
import { correctingScope } from '#lib/jury';
import { ownCard } from '#lib/scoring';

export const DECIDE = 'correction:decide';

interface CorrectionHead {
  readonly id: string;
  readonly version: number;
  readonly contestId: string;
  readonly roundId: string;
  readonly kind: CorrectionKind;
  readonly state: CorrectionState;
  readonly scorecardId: string;
  readonly initiative: InitiativeName;
  readonly judge: PersonName;
  readonly reason: string;
  readonly proposedById: string;
  readonly proposedByName: string;
  /** Who asks and who proposed it are of one hand. */
  readonly tied: boolean;
  readonly proposedAt: Date;
  readonly signedAt: Date | null;
  readonly decidedByName: string | null;
  readonly decidedAt: Date | null;
  readonly decisionReason: string | null;
  /** The version of the round's result that it made. */
  readonly resultNumber: number | null;
}

/** That a card of a closed round be corrected, and what became of it. */
export interface CorrectionRow extends CorrectionHead {
  /** The judge of the card is to give the corrected marks. */
  readonly canSign: boolean;
  readonly canDecide: boolean;
  /** Why it cannot be applied by who asks, what it touches apart. */
  readonly whyNotDecide: Reason;
  readonly canWithdraw: boolean;
}

const columns = (
  actor: Actor,
  day: string,
): RawBuilder<unknown> => sql`k.id, k.version, r.contest_id as "contestId", k.round_id as "roundId", k.kind, k.state, k.scorecard_id as "scorecardId",
  ${initiativeName(sql`i`)} as initiative, ${personName(sql`j`)} as judge, k.reason, k.proposed_by_id as "proposedById",
  q.full_name as "proposedByName", k.proposed_at as "proposedAt", k.signed_at as "signedAt", d.full_name as "decidedByName", k.decided_at as "decidedAt",
  k.decision_reason as "decisionReason", v.number as "resultNumber", ${areOfOneHand(
    {
      first: sql`k.proposed_by_id`,
      decider: sql`${actor.id}::uuid`,
      unitId: sql`(select ct.host_id from contest ct where ct.id = r.contest_id)`,
    },
    day,
  )} as tied`;
const FROM = sql`correction k join round r on r.id = k.round_id join scorecard c on c.id = k.scorecard_id join initiative i on i.id = c.initiative_id
  join person j on j.id = c.judge_id join person q on q.id = k.proposed_by_id left join person d on d.id = k.decided_by_id
  left join round_result v on v.id = k.result_id`;
const inScope = (actor: Actor) =>
  sql<boolean>`r.contest_id in (select ct.id from contest ct where ${correctingScope(actor, 'standings:read')})`;

/** Corrections, to those who may have a part in them, and to the judge of the card. No marks are among what is read. */
@Injectable()
export class CorrectionQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  @Rereads('Correction')
  async correction(actor: Actor, id: string): Promise<CorrectionRow | null> {
    const head = await this.database.first(
      sql<CorrectionHead>`select ${this.columns(actor)} from ${FROM} where k.id = ${id} and (${inScope(actor)} or ${ownCard(actor)})`,
    );
    return head && withRights(actor, head);
  }

  async reread(actor: Actor, id: string): Promise<CorrectionRow> {
    const row = await this.correction(actor, id);
    if (!row) throw new Refused('NOT_FOUND', { what: 'Correction' });
    return row;
  }

  /** Whether somebody may have a part in a contest's corrections. */
  async isOpenTo(actor: Actor, contestId: string): Promise<boolean> {
    const found = sql`select 1 from contest ct where ct.id = ${contestId} and ${correctingScope(actor, 'standings:read')}`;
    return (await this.database.first(found)) !== null;
  }

  /** Of a contest, newest first. */
  async corrections(actor: Actor, args: PageArgs & { readonly contestId: string }): Promise<Page<CorrectionRow>> {
    const page = await this.database.page<CorrectionHead>(
      {
        columns: this.columns(actor),
        from: FROM,
        where: sql`r.contest_id = ${args.contestId} and ${inScope(actor)}`,
        order: [{ column: sql`k.id`, key: 'id', type: 'uuid', descending: true }],
      },
      args,
    );
    return pageAs(page, (node) => withRights(actor, node));
  }

  /** Those that wait for a judge's corrected marks: few at any time. */
  async correctionsToSign(judge: Actor): Promise<CorrectionRow[]> {
    const rows = await this.database.rows(
      sql<CorrectionHead>`select ${this.columns(judge)} from ${FROM} where ${ownCard(judge)} and k.state = 'PROPOSED' order by k.id`,
    );
    return rows.map((head) => withRights(judge, head));
  }

  private columns(actor: Actor): RawBuilder<unknown> {
    return columns(actor, localDate(this.clock.now()));
  }
}

function withRights(actor: Actor, head: CorrectionHead): CorrectionRow {
  const why = whyNotDecideCorrection(head, { actorId: actor.id, to: 'APPLIED' });
  const open = head.state === 'PROPOSED' || head.state === 'READY';
  return {
    ...head,
    canSign: head.state === 'PROPOSED' && head.judge.id === actor.id,
    canDecide: actor.can(DECIDE) && !why,
    whyNotDecide: why,
    canWithdraw: open && head.proposedById === actor.id,
  };
}
