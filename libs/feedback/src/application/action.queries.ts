import { Injectable } from '@nestjs/common';
import { type RawBuilder, sql } from 'kysely';
import { type Actor, Clock, type Page, type PageArgs, type WhyNot, localDate, pageAs } from '#lib/kernel';
import { type AgeOrder, type AtMoment, Awaits, Database, type OrderKey, Rereads, byAge } from '#lib/platform';
import { type UnitName } from '#lib/units';
import {
  ACTION_MOVES,
  ACTION_STATES,
  type ActionState,
  type FourWeeks,
  TO_DO,
  whyNotMove,
  whyNotShown,
  whyNotYet,
} from '../domain/action-states.js';
import { AFTER, BEFORE, EFFECT_FROM, fourWeeks } from './action.figures.js';
import { UNIT } from './counter.rows.js';
import { headedBy, isRead } from './heads.js';
import { unitsOf } from './reviewer.js';

export interface ActionRead {
  readonly id: string;
  readonly version: number;
  readonly unit: UnitName;
  readonly signalId: string | null;
  readonly caseId: string | null;
  readonly findingId: string | null;
  readonly rootCause: string;
  readonly remedy: string;
  readonly ownerName: string;
  readonly openedOn: string;
  readonly dueOn: string;
  readonly late: boolean;
  readonly state: ActionState;
  readonly evidence: string | null;
  readonly claimedOn: string | null;
  readonly verifiedOn: string | null;
  readonly effectFrom: string | null;
  readonly effectCheck: string | null;
  readonly checkedOn: string | null;
  readonly reason: string | null;
  readonly canClaim: boolean;
  /** What keeps the actor from verifying, checking, reopening and cancelling; the state aside. */
  readonly whyNotVerify: string | null;
  readonly moves: readonly ActionState[];
  readonly before: FourWeeks | null;
  readonly after: FourWeeks | null;
  readonly illustrative: boolean;
  readonly whyNotConfirmEffect: WhyNot | string;
}

type ActionRow = Omit<ActionRead, 'whyNotConfirmEffect'>;

export interface ActionCountsRead {
  readonly counts: readonly { readonly state: ActionState; readonly count: number }[];
  readonly due: number;
  readonly inTime: number;
  readonly checked: number;
  readonly effective: number;
}

export interface ActionFilter extends PageArgs {
  readonly order?: AgeOrder | null;
  readonly states?: readonly ActionState[] | null;
}

/** Corrective actions of the units that one reads about by a role, or heads; their owners read their own. */
@Injectable()
export class ActionQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** What is due last in front. */
  async correctiveActions(actor: Actor, { states, order, ...args }: ActionFilter): Promise<Page<ActionRead>> {
    const where = [this.scope(actor)];
    if (states) where.push(sql`a.state = any(${[...states]}::text[])`);
    const page = await this.database.page<ActionRow>(
      {
        from: sql`corrective_action a`,
        where: sql.join(where, sql` and `),
        order: byAge(IN_ORDER, order),
        dress: { key: sql`a.id`, from: sql`corrective_action a on a.id = page.key ${OF_UNIT}` },
        columns: this.columns(actor),
      },
      args,
    );
    return pageAs(page, withEffect(this.today()));
  }

  @Rereads('CorrectiveAction')
  async correctiveAction(actor: Actor, id: string): Promise<ActionRead | null> {
    const found = await this.database.first(sql<ActionRow>`
      select ${this.columns(actor)} from corrective_action a ${OF_UNIT} where a.id = ${id} and ${this.scope(actor)}`);
    return found && withEffect(this.today())(found);
  }

  /** How many there are in each state; of those that were due how many were claimed in time, and of those that were checked how many worked. */
  async actionCounts(actor: Actor): Promise<ActionCountsRead> {
    const today = this.today();
    const [counted] = await this.database.rows(sql<Omit<ActionCountsRead, 'counts'> & { states: Readonly<Record<string, number>> | null }>`
      select (select json_object_agg(x.state, x.n) from (select a.state, count(*)::int as n from corrective_action a where ${this.scope(actor)} group by 1) x) as states,
        (count(*) filter (where a.due_on < ${today}::date and a.state <> 'CANCELLED'))::int as due,
        (count(*) filter (where a.due_on < ${today}::date and a.state <> 'CANCELLED' and a.claimed_on <= a.due_on))::int as "inTime",
        (count(*) filter (where a.state = 'EFFECTIVE' or a.state = 'REOPENED'))::int as checked, (count(*) filter (where a.state = 'EFFECTIVE'))::int as effective
      from corrective_action a where ${this.scope(actor)}`);
    const { states, ...figures } = counted ?? { states: null, due: 0, inTime: 0, checked: 0, effective: 0 };
    return { ...figures, counts: ACTION_STATES.map((state) => ({ state, count: states?.[state] ?? 0 })) };
  }

  @Awaits({
    kind: 'action.claim',
    act: 'claimAction',
    words: { vi: 'Thực hiện biện pháp khắc phục', en: 'Carry out a corrective action' },
  })
  toClaim(actor: Actor, { day }: AtMoment): RawBuilder<unknown> {
    return waiting(actor, sql`a.state = any(${[...TO_DO]}::text[]) and a.unit_id in (${headedBy(actor.id, day)})`);
  }

  @Awaits({
    kind: 'action.verify',
    act: 'verifyAction',
    words: { vi: 'Xác minh biện pháp khắc phục đã thực hiện', en: 'See whether a corrective action was done' },
  })
  toVerify(actor: Actor, { day }: AtMoment): RawBuilder<unknown> | null {
    const units = actor.unitsFor('action:verify');
    if (units.length === 0) return null;
    return waiting(
      actor,
      sql`(a.state = 'CLAIMED' or a.state = 'VERIFIED' and ${EFFECT_FROM} <= ${day}::date) and a.unit_id = any(${units}::uuid[])
        and a.owner_id <> ${actor.id} and a.unit_id not in (${unitsOf(actor.id, day)})`,
    );
  }

  private columns(actor: Actor): RawBuilder<unknown> {
    const today = this.today();
    const seen = sql`case when not a.unit_id = any(${actor.unitsFor('action:verify')}::uuid[]) then 'ACTION_OF_OFFICE' when a.owner_id = ${actor.id} then 'ACTION_OWN'
      when a.unit_id in (${unitsOf(actor.id, today)}) then 'REVIEWER_OF_UNIT' end`;
    return sql`a.id, a.version, ${UNIT} as unit, a.signal_id as "signalId", a.reported_case_id as "caseId", a.finding_id as "findingId", a.root_cause as "rootCause", a.remedy,
      (select p.full_name from person p where p.id = a.owner_id) as "ownerName", a.opened_on::text as "openedOn", a.due_on::text as "dueOn",
      (a.state = any(${[...TO_DO]}::text[]) and a.due_on < ${today}::date) as "late", a.state, a.evidence, a.claimed_on::text as "claimedOn",
      a.verified_on::text as "verifiedOn", (${EFFECT_FROM})::text as "effectFrom", a.effect_check as "effectCheck", a.checked_on::text as "checkedOn", a.reason,
      (a.state = any(${[...TO_DO]}::text[]) and (a.owner_id = ${actor.id} or a.unit_id in (${headedBy(actor.id, today)}))) as "canClaim",
      ${seen} as "whyNotVerify",
      (${JSON.stringify(ACTION_MOVES)}::jsonb)->a.state as moves, ${BEFORE} as before,
      ${fourWeeks({ unit: sql`a.unit_id`, from: AFTER, today })} as after,
      coalesce((select s.illustrative from signal s where s.id = a.signal_id), (select c.illustrative from reported_case k join counter c on c.id = k.counter_id
        where k.id = a.reported_case_id), (select n.illustrative from inspection_item t join inspection n on n.id = t.inspection_id where t.id = a.finding_id)) as illustrative`;
  }

  private scope(actor: Actor): RawBuilder<boolean> {
    return sql<boolean>`(${isRead(actor, { permission: 'action:read', unit: sql`a.unit_id`, day: this.today() })} or a.owner_id = ${actor.id})`;
  }

  private today(): string {
    return localDate(this.clock.now());
  }
}

/** Of a signal it worked where fewer are dissatisfied than before; of a case a named check says so. */
const withEffect =
  (today: string) =>
  (row: ActionRow): ActionRead => ({ ...row, whyNotConfirmEffect: row.whyNotVerify ?? whyNotEffective(row, today) });

const whyNotEffective = ({ state, effectFrom, signalId, before, after }: ActionRow, today: string): WhyNot =>
  whyNotMove(state, 'EFFECTIVE') ?? whyNotYet(effectFrom, today) ?? (signalId === null ? null : whyNotShown(before, after));

const OF_UNIT = sql`join unit u on u.id = a.unit_id`;

const waiting = (actor: Actor, where: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  select a.id as subject_id, ${actor.locale === 'en' ? sql`u.name_en` : sql`u.name_vi`} as subject,
    (a.opened_on::timestamp at time zone 'Asia/Ho_Chi_Minh') as since, ((a.due_on + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh') as due,
    (select p.full_name from person p where p.id = a.owner_id) as who, 1 as count, '/actions' as path
  from corrective_action a ${OF_UNIT} where ${where}`;

const IN_ORDER: readonly OrderKey<ActionRow>[] = [
  { column: sql`a.due_on`, key: 'dueOn', type: 'date', descending: true },
  { column: sql`a.id`, key: 'id', type: 'uuid', descending: true },
];
