import { Injectable } from '@nestjs/common';
import { type RawBuilder, sql } from 'kysely';
import { type Actor } from '#lib/kernel';
import { type DepartureKind, type Track } from '#domain/contest';
import { type ContestName, contestName } from '#lib/contest';
import { type PersonName, personName } from '#lib/identity';
import { type AreaName, type InitiativeName, InitiativePorts, areaName, initiativeName } from '#lib/initiative';
import { Database, type Reason, Rereads, rowById } from '#lib/platform';
import { judgingScope } from '#lib/jury';
import { type UnitName, unitName } from '#lib/units';
import { type DecisionState, whyNotMove } from '../domain/award-decision.entity.js';
import { type RolloutName } from './rollout-name.js';
import { PrizeFieldQueries } from './prize-field.queries.js';
import { whyNotApprove, whyNotSubmit } from './list-checks.js';
import { type AwardTieRow, type WithheldRow, tiesOf, withheldOf } from './ties.js';

/** A tier of a prize plan as a prize shows it; `ordinal` 0 is the highest. */
export interface PrizeTierName {
  readonly id: string;
  readonly key: string;
  readonly nameVi: string;
  readonly nameEn: string;
  readonly ordinal: number;
}

export interface AwardRow {
  readonly id: string;
  readonly version: number;
  readonly contest: ContestName;
  readonly initiative: InitiativeName;
  readonly unit: UnitName;
  readonly area: AreaName;
  readonly tier: PrizeTierName;
  readonly track: Track | null;
  readonly amount: number;
  readonly rank: number | null;
  readonly departureKind: DepartureKind | null;
  readonly departureReason: string | null;
  readonly revokedAt: string | null;
  readonly revocationReason: string | null;
  readonly replacesId: string | null;
  readonly replacedById: string | null;
  readonly replacementReason: string | null;
  readonly decisionNumber: string | null;
  readonly decidedOn: string | null;
  readonly illustrative: boolean;
  readonly rollout: RolloutName | null;
  readonly authors: readonly { readonly person: PersonName; readonly share: string }[];
}

export interface AwardDecisionRow {
  readonly id: string;
  readonly version: number;
  readonly contestId: string;
  readonly state: DecisionState;
  readonly number: string | null;
  readonly decidedOn: string | null;
  readonly approvedAt: string | null;
  readonly publishedAt: string | null;
  readonly returnReason: string | null;
  /** The standings it was drawn from are no longer in force: it has to be proposed again. */
  readonly standingsChanged: boolean;
  readonly canChange: boolean;
  readonly canApprove: boolean;
  readonly whyNotApprove: Reason;
  readonly canReturn: boolean;
  readonly canPublish: boolean;
  readonly canRevoke: boolean;
  readonly whyNotSubmit: Reason;
  readonly awards: readonly AwardRow[];
  /** Equals of whom not all can have the same prize, decided or not. */
  readonly ties: readonly AwardTieRow[];
  readonly withheld: readonly WithheldRow[];
}

type WorkedOut = 'ties' | 'withheld' | 'whyNotSubmit' | 'canApprove' | 'whyNotApprove' | 'canReturn';

interface ReadDecision extends Omit<AwardDecisionRow, WorkedOut> {
  readonly signs: boolean;
  readonly correctionWaits: boolean;
  readonly resultId: string | null;
  readonly leftOut: readonly string[] | null;
}

/** Of award `w`; `rollout` is that of initiative `i`. */
export const awardColumns = ({ rollout }: InitiativePorts): RawBuilder<unknown> => sql`
  w.id, w.version, ${contestName(sql`c`)} as contest, ${initiativeName(sql`i`)} as initiative, ${rollout} as rollout, ${unitName(sql`u`)} as unit,
  ${areaName(sql`a`)} as area, json_build_object('id', t.id, 'key', t.key, 'nameVi', t.name_vi, 'nameEn', t.name_en, 'ordinal', t."order") as tier,
  t.track, w.amount, w.rank,
  w.departure_kind as "departureKind", w.departure_reason as "departureReason", w.revoked_at as "revokedAt", w.revocation_reason as "revocationReason",
  w.replaces_id as "replacesId", (select r.id from award r where r.replaces_id = w.id) as "replacedById", w.replacement_reason as "replacementReason",
  coalesce(w.replacement_number, d.number) as "decisionNumber", coalesce(w.replacement_decided_on, d.decided_on) as "decidedOn", (i.illustrative or c.illustrative) as illustrative,
  coalesce((select json_agg(json_build_object('person', ${personName(sql`p`)}, 'share', ia.share::text) order by ia."order")
            from initiative_author ia join person p on p.id = ia.person_id where ia.initiative_id = i.id), '[]'::json) as authors`;

const WITH_INITIATIVE = sql`join initiative i on i.id = w.initiative_id
  join unit u on u.id = i.owner_id
  join reform_area a on a.id = i.area_id
  join prize_tier t on t.id = w.tier_id`;
export const OF_AWARD = sql`join award_decision d on d.id = w.decision_id join contest c on c.id = d.contest_id ${WITH_INITIATIVE}`;
/** The same for the rows of a page, whose decisions and contests are looked up: there are as many of those as of contests. */
export const OF_PAGE = sql`join ${rowById('award_decision', sql`w.decision_id`)} d on true join ${rowById('contest', sql`d.contest_id`)} c on true ${WITH_INITIATIVE}`;
const AWARDS = sql`award w ${OF_AWARD}`;

/** Who sees a list of awards before it is published: those who sign it, and those who draw it up and may see the judging it comes from. */
const early = (actor: Actor): RawBuilder<unknown> => sql`(c.host_id = any(${actor.unitsFor('award:approve')}::uuid[])
  or c.id in (select ct.id from contest ct where ${judgingScope(actor, 'award:propose')}))`;
const visible = (actor: Actor | null): RawBuilder<unknown> =>
  actor ? sql`(d.state = 'PUBLISHED' or ${early(actor)})` : sql`d.state = 'PUBLISHED'`;

const STANDINGS_CHANGED = sql<boolean>`exists (select 1 from contest_result v where v.id = d.drawn_from_id and v.superseded_at is not null)`;

/** A correction of a round of the contest is neither put in force nor given up. */
export const correctionWaits = (contestId: RawBuilder<unknown>): RawBuilder<boolean> => sql<boolean>`exists (
  select 1 from correction k join round r on r.id = k.round_id where r.contest_id = ${contestId} and k.state in ('PROPOSED', 'READY'))`;

/** Reads of awards: what is published is everybody's. */
@Injectable()
export class AwardQueries {
  constructor(
    private readonly database: Database,
    private readonly fields: PrizeFieldQueries,
    private readonly initiatives: InitiativePorts,
  ) {}

  @Rereads('Award')
  award(actor: Actor | null, id: string): Promise<AwardRow | null> {
    return this.database.first(
      sql<AwardRow>`select ${awardColumns(this.initiatives)} from ${AWARDS} where w.id = ${id} and ${visible(actor)}`,
    );
  }

  @Rereads('AwardDecision')
  decision(actor: Actor, id: string): Promise<AwardDecisionRow | null> {
    return this.decisionWhere(actor, sql`d.id = ${id}`);
  }

  decisionOf(actor: Actor, contestId: string): Promise<AwardDecisionRow | null> {
    return this.decisionWhere(actor, sql`d.contest_id = ${contestId}`);
  }

  private async decisionWhere(actor: Actor, where: RawBuilder<unknown>): Promise<AwardDecisionRow | null> {
    const signs = sql`c.phase <> 'CANCELLED' and c.host_id = any(${actor.unitsFor('award:approve')}::uuid[])`;
    // Who signs the list sees it; who draws it up or publishes it may be shut out.
    const may = (permission: string) =>
      sql`exists (select 1 from contest ct where ct.id = c.id and ct.phase <> 'CANCELLED' and ${judgingScope(actor, permission)})`;
    const found = await this.database.first(sql<ReadDecision>`
      select d.id, d.version, d.drawn_from_id as "resultId", d.left_out as "leftOut", d.contest_id as "contestId", d.state, d.number, d.decided_on::text as "decidedOn",
             d.approved_at as "approvedAt", d.published_at as "publishedAt", d.return_reason as "returnReason",
             ${STANDINGS_CHANGED} as "standingsChanged",
             d.state = 'DRAFT' and ${may('award:propose')} as "canChange",
             ${signs} as signs, ${correctionWaits(sql`d.contest_id`)} as "correctionWaits",
             d.state = 'APPROVED' and ${may('award:publish')} as "canPublish",
             d.state = 'PUBLISHED' and ${signs} as "canRevoke",
             coalesce((select json_agg(row order by (row.tier->>'ordinal')::int, row.rank nulls last, row.id) from (
               select ${awardColumns(this.initiatives)} from award w join initiative i on i.id = w.initiative_id join unit u on u.id = i.owner_id
               join reform_area a on a.id = i.area_id join prize_tier t on t.id = w.tier_id where w.decision_id = d.id) row), '[]'::json) as awards
      from award_decision d join contest c on c.id = d.contest_id
      where ${where} and ${visible(actor)}`);
    if (!found) return null;
    const { resultId, leftOut, signs: signed, correctionWaits: waits, ...row } = found;
    const canReturn = signed && whyNotMove(row.state, 'DRAFT') === null;
    if (resultId === null)
      return { ...row, ties: [], withheld: [], whyNotSubmit: 'STANDINGS_NOT_FINAL', canApprove: false, whyNotApprove: null, canReturn };
    const field = await this.fields.field({ id: row.id, contestId: row.contestId, resultId, leftOut });
    const forbidden = row.state === 'DRAFT' && !row.canChange ? 'FORBIDDEN' : null;
    const approve = signed ? whyNotApprove({ ...row, correctionWaits: waits }, field) : null;
    return {
      ...row,
      ties: tiesOf(field),
      withheld: withheldOf(field),
      whyNotSubmit: forbidden ?? whyNotSubmit(row, field),
      canApprove: signed && approve === null,
      whyNotApprove: approve,
      canReturn,
    };
  }
}
