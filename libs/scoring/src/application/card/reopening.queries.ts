import { Injectable } from '@nestjs/common';
import { type RawBuilder, sql } from 'kysely';
import { type PersonName, areOfOneHand, personName } from '#lib/identity';
import { type InitiativeName, initiativeName } from '#lib/initiative';
import { type Actor, Clock, type Page, type PageArgs, localDate, pageAs } from '#lib/kernel';
import { Database, type Reason, Rereads } from '#lib/platform';
import { type Mark } from '../../domain/card/marks.js';
import { type CardFacts } from '../../domain/card/policies.js';
import { type ReopeningState, whyNotDecide, whyNotWithdraw } from '../../domain/card/reopening.entity.js';
import { judgingScope } from '#lib/jury';
import { ownCard } from '../common/scope.js';
import { CARD_FROM, CARD_HEAD, SEATED } from './scorecard.queries.js';

interface ReopeningHead {
  readonly id: string;
  readonly version: number;
  readonly scorecardId: string;
  readonly roundId: string;
  readonly initiative: InitiativeName;
  readonly judge: PersonName;
  readonly reason: string;
  readonly requestedById: string;
  readonly requestedByName: string;
  /** Who asks and who requested it, if not the judge, are of one hand. */
  readonly tied: boolean;
  readonly requestedAt: Date;
  readonly state: ReopeningState;
  readonly decidedByName: string | null;
  readonly decidedAt: Date | null;
  readonly decisionReason: string | null;
}

/** That a signed card be marked anew, and what became of it. */
export interface ReopeningRow extends ReopeningHead {
  readonly canDecide: boolean;
  readonly whyNotDecide: Reason;
  readonly canWithdraw: boolean;
}

/** A card as it was signed once, to its judge. */
export interface ScorecardVersionRow {
  readonly id: string;
  readonly number: number;
  readonly marks: readonly Mark[];
  readonly total: string;
  readonly hash: string;
  readonly signedAt: Date;
  readonly keptAt: Date;
}

/** What decides whether a card can be reopened. */
export interface ReopeningFacts extends CardFacts {
  readonly id: string;
  readonly roundId: string;
  readonly contestId: string;
  readonly judgeId: string;
  /** The judge is on the jury still. */
  readonly seated: boolean;
}

const PERMISSION = 'round:manage';
const HOST = sql`(select ct.host_id from round held join contest ct on ct.id = held.contest_id where held.id = c.round_id)`;
// A judge's own request is decided by whoever runs the round, who often made the judges' accounts.
const columns = (
  actor: Actor,
  day: string,
): RawBuilder<unknown> => sql`o.id, o.version, o.scorecard_id as "scorecardId", c.round_id as "roundId", ${initiativeName(sql`i`)} as initiative,
  ${personName(sql`j`)} as judge, o.reason, o.requested_by_id as "requestedById", q.full_name as "requestedByName",
  o.requested_at as "requestedAt", o.state, d.full_name as "decidedByName", o.decided_at as "decidedAt", o.decision_reason as "decisionReason",
  o.requested_by_id <> c.judge_id and ${areOfOneHand({ first: sql`o.requested_by_id`, decider: sql`${actor.id}::uuid`, unitId: HOST }, day)} as tied`;
const FROM = sql`reopening o join scorecard c on c.id = o.scorecard_id join initiative i on i.id = c.initiative_id join person j on j.id = c.judge_id
  join person q on q.id = o.requested_by_id left join person d on d.id = o.decided_by_id`;
const roundsOf = (actor: Actor) => sql<boolean>`c.round_id in (select mine.id from round mine join contest ct on ct.id = mine.contest_id
  where ${judgingScope(actor, PERMISSION)})`;

/** Requests to reopen signed cards, and what was signed before. */
@Injectable()
export class ReopeningQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** To the organisers of the round, and to the card's judge. */
  @Rereads('Reopening')
  async reopening(actor: Actor, id: string): Promise<ReopeningRow | null> {
    const head = await this.database.first(
      sql<ReopeningHead>`select ${columns(actor, localDate(this.clock.now()))} from ${FROM} where o.id = ${id} and (${roundsOf(actor)} or ${ownCard(actor)})`,
    );
    return head && withRights(actor, head);
  }

  /** Newest first. */
  async reopenings(actor: Actor, args: PageArgs & { readonly roundId: string }): Promise<Page<ReopeningRow>> {
    const page = await this.database.page<ReopeningHead>(
      {
        columns: columns(actor, localDate(this.clock.now())),
        from: FROM,
        where: sql`c.round_id = ${args.roundId} and ${roundsOf(actor)}`,
        order: [{ column: sql`o.id`, key: 'id', type: 'uuid', descending: true }],
      },
      args,
    );
    return pageAs(page, (node) => withRights(actor, node));
  }

  /** What a judge signed before on a card of theirs, in its order. */
  versions(judge: Actor, scorecardId: string): Promise<ScorecardVersionRow[]> {
    return this.database.rows(sql<ScorecardVersionRow>`
      select v.id, v.number, v.marks, v.total::text as total, v.hash, v.signed_at as "signedAt", v.kept_at as "keptAt"
      from scorecard_version v join scorecard c on c.id = v.scorecard_id where c.id = ${scorecardId} and ${ownCard(judge)} order by v.number`);
  }

  /** The card of somebody who may ask for it to be reopened: its judge, or who runs the round. Locked, and its round held. */
  lockedCard(actor: Actor, scorecardId: string): Promise<ReopeningFacts | null> {
    return this.database.first(sql<ReopeningFacts>`
      select ${CARD_HEAD}, c.judge_id as "judgeId", ${SEATED} as seated
      from ${CARD_FROM} where c.id = ${scorecardId} and (${roundsOf(actor)} or ${ownCard(actor)}) for share of r for update of c`);
  }
}

function withRights(actor: Actor, head: ReopeningHead): ReopeningRow {
  const why = whyNotDecide(head.state, { ...head, actorId: actor.id });
  const may = actor.can(PERMISSION);
  const canWithdraw = whyNotWithdraw(head.state, { ...head, actorId: actor.id }) === null;
  return { ...head, canDecide: may && !why, whyNotDecide: why, canWithdraw };
}
