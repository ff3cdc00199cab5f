import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { type Person } from '#domain/identity';
import { Unit } from '#domain/units';
import { personWithin, recordsOf } from '#lib/identity';
import { type Actor, Refused, type WhyNot, allRefused, day, foldMarks, localDate, refuseIf, whyNotDate } from '#lib/kernel';
import { type Act, UnitOfWork } from '#lib/platform';
import { type AchievementState } from '../domain/achievement-states.js';
import { Achievement, type AchievementSaid, whyNotSaid } from '../domain/achievement.entity.js';
import { BY_THEMSELVES, TitleKind, whyNotInYear } from '../domain/title-kind.entity.js';
import { whoActs } from './achievement.service.js';

/** What a list of an office says of somebody. */
export interface ListedAchievement {
  readonly personId: string;
  /** Where they worked then. */
  readonly unitId: string;
  readonly kindId: string;
  readonly year: number;
  readonly detail: string | null;
  readonly decisionNumber: string;
  readonly decidedOn: string;
  readonly issuer: string;
}

/** What the list changed: entered, or confirmed what was declared; null where it stood already. */
export type ListedStep = 'ENTERED' | 'CONFIRMED' | null;

interface Known {
  readonly id: string;
  readonly state: AchievementState;
  readonly without: boolean;
  readonly number: string | null;
  readonly decidedOn: string | null;
  readonly declaredById: string | null;
}

/** What decisions of the past gave, as the office has it in its lists. It rests on those decisions and waits for nobody. */
@Injectable()
export class AchievementListService {
  constructor(private readonly work: UnitOfWork) {}

  /** Refuses who is out of reach, oneself, and what stands otherwise already. Once: the same again changes nothing. */
  recordAchievement(actor: Actor, listed: ListedAchievement): Promise<ListedStep> {
    return this.work.act(actor, 'recordAchievement', async (act) => {
      const { em, at, record } = act;
      const today = localDate(at);
      const kind = await em.findOneOrFail(TitleKind, { id: listed.kindId });
      const said = saidIn(listed);
      refuseIf(whyNotListed(kind, said, today));
      const person = await personWithin(act, 'achievement:manage', listed.personId, 'fullName');
      if (person.id === actor.id) throw new Refused('ACHIEVEMENT_OWN', {}, 'fullName');
      const known = await knownOf(act, person, { kind, year: said.year });
      const same = known.find(({ number }) => number !== null && sameNumber(number, listed.decisionNumber));
      if (same) return this.again(act, same, listed);
      refuseIf(whyNotBeside(known, kind));
      const unitThen = await em.findOneOrFail(Unit, { id: listed.unitId });
      const unit = person.unit ? await em.findOneOrFail(Unit, { id: person.unit.id }) : unitThen;
      const by = await whoActs(em, actor);
      const of = { person, kind, unit, unitThen, source: 'IMPORT', declaredBy: by, at, illustrative: false } as const;
      const achievement = Achievement.declare(of, said);
      achievement.confirm(by, at);
      await em.persist(achievement).flush();
      const after = { person: person.id, kind: kind.code, unit: unit.id, unitThen: unitThen.id, ...said, source: achievement.source };
      record({ subject: { type: 'Achievement', id: achievement.id }, after: { ...after, state: achievement.state } });
      return 'ENTERED';
    });
  }

  /** Of the same decision: left as it stands, or confirmed where it was declared, since the list shows the decision. */
  private async again(
    { em, actor, at, record }: Act,
    { id, state, decidedOn, declaredById }: Known,
    listed: ListedAchievement,
  ): Promise<ListedStep> {
    if (decidedOn !== listed.decidedOn) throw new Refused('ACHIEVEMENT_OTHER_DAY', { date: day(decidedOn ?? '') }, 'decidedOn');
    if (state === 'CONFIRMED') return null;
    if (declaredById === actor.id) throw new Refused('ACHIEVEMENT_OWN', {}, 'fullName');
    const achievement = await em.findOneOrFail(Achievement, { id });
    achievement.confirm(await whoActs(em, actor), at);
    await em.flush();
    record({ subject: { type: 'Achievement', id }, before: { state }, after: { state: achievement.state } });
    return 'CONFIRMED';
  }
}

/** All that is wrong with what a list says of a kind, whomever it is about. */
export const whyNotListed = (kind: TitleKind, said: AchievementSaid, today: string): WhyNot =>
  allRefused(
    [
      BY_THEMSELVES.includes(kind.code) ? new Refused('ACHIEVEMENT_BY_ITSELF', {}, 'kind') : null,
      whyNotSaid(said, today) ?? whyNotInYear(kind, said.year),
      whyNotDate('DECISION', said.decidedOn, { now: today, path: 'decidedOn' }),
    ].filter((why) => why !== null),
  );

export const saidIn = ({
  year,
  detail,
  decisionNumber,
  decidedOn,
  issuer,
}: Omit<ListedAchievement, 'personId' | 'unitId'>): AchievementSaid => ({
  ...{ year, without: false, detail, decisionNumber, decidedOn, issuer, basedOn: [] },
});

/** Case, marks and blanks aside: `12 /qđ-ubnd` is `12/QĐ-UBND`. */
const sameNumber = (one: string, other: string): boolean => plainNumber(one) === plainNumber(other);
const plainNumber = (number: string): string => foldMarks(number).replace(/\s+/g, '');

/** One of a year is confirmed already, or that there was none. */
function whyNotBeside(known: readonly Known[], { multiple }: TitleKind): Refused | null {
  const confirmed = known.find(({ state, without }) => state === 'CONFIRMED' && (without || !multiple));
  if (!confirmed) return null;
  if (confirmed.without) return new Refused('ACHIEVEMENT_RECORDED_NONE', {}, 'year');
  return new Refused(
    'ACHIEVEMENT_OTHER_DECISION',
    { number: confirmed.number ?? '', date: day(confirmed.decidedOn ?? '') },
    'decisionNumber',
  );
}

/** What stands or waits of the kind and the year, under whichever record of the person; what stands first. */
async function knownOf({ em }: Act, { id }: Person, { kind, year }: { kind: TitleKind; year: number }): Promise<readonly Known[]> {
  const { rows } = await sql<Known>`
    select a.id, a.state, a.without, a.decision_number as number, a.decided_on::text as "decidedOn", a.declared_by_id as "declaredById"
    from achievement a where a.person_id in ${recordsOf(sql`${id}::uuid`)} and a.kind_id = ${kind.id} and a.year = ${year}
      and a.state in ('CONFIRMED', 'DECLARED') order by a.state, a.id for no key update of a`.execute(em.getKysely());
  return rows;
}
