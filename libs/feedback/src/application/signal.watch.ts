import { Injectable } from '@nestjs/common';
import { type RawBuilder, sql } from 'kysely';
import { Unit } from '#domain/units';
import { Clock, addDays, addMonths, localDate } from '#lib/kernel';
import { type Act, Database, Every, Pieces } from '#lib/platform';
import { CalendarQueries } from '#lib/units';
import { REOPENED_WITHIN_MONTHS } from '../domain/action-states.js';
import { LOW_UP_TO } from '../domain/rating-words.js';
import { BASE_WEEKS, SIGNAL_RULES, type SignalRule, type WeekCount, baseOf, firing } from '../domain/signal-rules.js';
import { CorrectiveAction } from '../domain/corrective-action.entity.js';
import { Signal, SignalBase } from '../domain/signal.entity.js';
import { weekEnd, weekOf } from '../domain/weeks.js';

/** What is held may be decided on for so many working days; then a week has settled. */
const SETTLES_AFTER = 5;

const LOOKED_BACK_WEEKS = 26;

/** A verdict may come late: so many weeks are looked at once more. */
const CHECKED_WEEKS = 4;

interface Counted extends WeekCount {
  readonly unitId: string;
  readonly illustrative: boolean;
}

/** Opens signals, of the weeks that are over. */
@Injectable()
export class SignalWatch {
  constructor(
    private readonly database: Database,
    private readonly calendars: CalendarQueries,
    private readonly pieces: Pieces,
    private readonly clock: Clock,
  ) {}

  @Every('feedback.watchWeeks', 3600)
  async watch(signal?: AbortSignal): Promise<void> {
    const units = Map.groupBy(await this.weeks(sql`true`), ({ unitId }) => unitId);
    const pieces = [...units].map(([unitId, weeks]) => [unitId, (act: Act) => this.look(act, unitId, weeks)] as const);
    await this.pieces.each('feedback.watchWeeks', signal, pieces);
  }

  /** The last weeks of a commune that settled and had ratings, as many as a base has, or fewer. Refuses `CALENDAR_MISSING`. */
  async settledWeeks(unitId: string): Promise<WeekCount[]> {
    return (await this.settled(await this.weeks(sql`c.unit_id = ${unitId}`))).slice(-BASE_WEEKS);
  }

  private async look(act: Act, unitId: string, weeks: readonly Counted[]): Promise<void> {
    const base = (await act.em.findOne(SignalBase, { unit: unitId })) ?? (await this.firstBase(act, unitId, weeks));
    if (base) for (const rule of SIGNAL_RULES) await hold(act, { rule, base, weeks });
    await act.em.flush();
  }

  private async firstBase({ em, record }: Act, unitId: string, weeks: readonly Counted[]): Promise<SignalBase | null> {
    const settled = (await this.settled(weeks)).slice(0, BASE_WEEKS);
    if (settled.length < BASE_WEEKS) return null;
    const base = SignalBase.of(await em.findOneOrFail(Unit, { id: unitId }));
    base.take(settled, baseOf(settled), null);
    em.persist(base);
    record({ subject: { type: 'SignalBase', id: base.id }, after: { unit: unitId, ...base.facts() } });
    return base;
  }

  private async settled<T extends WeekCount>(weeks: readonly T[]): Promise<T[]> {
    const [calendar, today] = [await this.calendars.calendar(), localDate(this.clock.now())];
    return weeks.filter(({ week }) => calendar.lastDay(weekEnd(week), { amount: SETTLES_AFTER, countedIn: 'WORKING_DAY' }) < today);
  }

  /** What was counted in the weeks that are over, by commune; in the order of the weeks. */
  private weeks(where: RawBuilder<unknown>): Promise<Counted[]> {
    const monday = weekOf(localDate(this.clock.now()));
    return this.database.rows(sql<Counted>`
      select c.unit_id as "unitId", date_trunc('week', r.day)::date::text as week, count(*)::int as rated,
        (count(*) filter (where r.level <= ${sql.lit(LOW_UP_TO)}))::int as low, bool_or(c.illustrative) as illustrative
      from counter c join rating r on r.counter_id = c.id and r.standing = 'COUNTED'
        and r.day between ${addDays(monday, -7 * LOOKED_BACK_WEEKS)}::date and ${addDays(monday, -1)}::date
      where ${where} group by 1, 2 order by 2`);
  }
}

interface Watched {
  readonly rule: SignalRule;
  readonly base: SignalBase;
  readonly weeks: readonly Counted[];
}

/** One signal of a rule is open at a time: later weeks are written on it. After it was closed, what was before is no part of another. */
async function hold(act: Act, { rule, base, weeks }: Watched): Promise<void> {
  const { em, at, record, emit } = act;
  const unit = base.unit;
  const last = await em.findOne(Signal, { unit, rule }, { orderBy: { latestWeek: 'desc' } });
  let open = last?.closedAt === null ? last : null;
  const after = last && !open && last.latestWeek > base.lastWeek ? last.latestWeek : base.lastWeek;
  const checkedFrom = addDays(weekOf(localDate(at)), -7 * CHECKED_WEEKS);
  const looked = weeks.filter(({ week }) => week > after);
  for (const fired of firing(rule, looked, base).filter(({ week }) => week >= checkedFrom)) {
    if (open) {
      open.goOn(fired.week);
      continue;
    }
    const illustrative = looked.some((one) => one.week === fired.week && one.illustrative);
    open = Signal.open(unit, rule, fired, { base, openedOn: localDate(at), illustrative });
    em.persist(open);
    const { week, rated, low } = fired;
    record({ subject: { type: 'Signal', id: open.id }, after: { unit: unit.id, rule, week, rated, low } });
    emit({ type: 'signal.opened', payload: { signalId: open.id } });
    await reopenActions(act, open);
  }
}

/** What was seen to be done about the same rule a short time ago did not help, or no longer does. */
async function reopenActions({ em, at, record }: Act, { unit, rule }: Signal): Promise<void> {
  const today = localDate(at);
  const since = addMonths(today, -REOPENED_WITHIN_MONTHS);
  for (const action of await em.find(CorrectiveAction, { unit, signal: { rule }, verifiedOn: { $gte: since } })) {
    const before = { state: action.state };
    action.reopenBySignal(today);
    const { state, dueOn, reason } = action;
    record({ subject: { type: 'CorrectiveAction', id: action.id }, before, after: { state, dueOn, reason } });
  }
}
