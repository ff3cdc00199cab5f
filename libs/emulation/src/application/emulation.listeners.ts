import { Injectable } from '@nestjs/common';
import { type RawBuilder, sql } from 'kysely';
import { Person } from '#domain/identity';
import { Unit } from '#domain/units';
import { takesPart } from '#lib/initiative';
import { SYSTEM } from '#lib/kernel';
import { type Act, type Delivered, OnEvent, UnitOfWork } from '#lib/platform';
import { Achievement } from '../domain/achievement.entity.js';
import { PRIZE_KIND, RECOGNITION_KIND, TitleKind } from '../domain/title-kind.entity.js';

/** What is to be recorded of somebody, as the database has it. */
interface Come {
  readonly personId: string;
  readonly unitId: string;
  readonly unitThenId: string;
  readonly sourceId: string;
  readonly year: number;
  readonly detail: string;
  readonly number: string | null;
  readonly decidedOn: string | null;
  readonly issuer: string | null;
  readonly illustrative: boolean;
}

interface Ended {
  readonly id: string;
  readonly decisionNumber: string | null;
  readonly decidedOn: string | null;
  readonly reason: string;
}

/** Nothing of what is decided here is typed again: prizes and recognitions are recorded for their authors, once, and end as they do. */
@Injectable()
export class EmulationListeners {
  constructor(private readonly work: UnitOfWork) {}

  @OnEvent('emulation.recordPrizes', 'award.published', 'award.recorded', 'award.replaced')
  recordPrizes({ payload: { contestId } }: Delivered<{ contestId: string }>): Promise<void> {
    return this.record({ operation: 'recordPrizes', code: PRIZE_KIND, source: 'CONTEST' }, prizesOf(contestId));
  }

  @OnEvent('emulation.recordRecognition', 'recognition.decided')
  recordRecognition({ payload: { recognitionId } }: Delivered<{ recognitionId: string }>): Promise<void> {
    return this.record({ operation: 'recordRecognition', code: RECOGNITION_KIND, source: 'RECOGNITION' }, recognised(recognitionId));
  }

  /** Where the decision came after the council, or was put right. */
  @OnEvent('emulation.decideRecognition', 'recognition.recorded')
  async decideRecognition({ payload: { recognitionId } }: Delivered<{ recognitionId: string }>): Promise<void> {
    await this.work.act(SYSTEM, 'decideRecognition', async ({ em, record }) => {
      const { rows } = await sql<{ id: string; number: string; decidedOn: string; issuer: string }>`
        select a.id, r.recognition_number as number, r.recognised_on::text as "decidedOn", u.name_vi as issuer from recognition r
          join unit u on u.id = r.unit_id join achievement a on a.source_id = r.id and a.state = 'CONFIRMED'
        where r.id = ${recognitionId} and r.recognised_on is not null order by a.id`.execute(em.getKysely());
      for (const { id, ...decision } of rows) {
        const achievement = await em.findOneOrFail(Achievement, { id });
        const { decisionNumber: number, decidedOn, issuer } = achievement;
        achievement.decide(decision);
        record({ subject: { type: 'Achievement', id }, before: { number, decidedOn, issuer }, after: decision });
      }
      await em.flush();
    });
  }

  @OnEvent('emulation.endPrize', 'award.revoked')
  endPrize({ payload: { awardId } }: Delivered<{ awardId: string }>): Promise<void> {
    return this.end(
      'endPrize',
      sql<Ended>`select a.id, null as "decisionNumber", null as "decidedOn", w.revocation_reason as reason
        from achievement a join award w on w.id = a.source_id where w.id = ${awardId} and w.revoked_at is not null`,
    );
  }

  @OnEvent('emulation.endRecognition', 'recognition.revoked')
  endRecognition({ payload: { recognitionId } }: Delivered<{ recognitionId: string }>): Promise<void> {
    return this.end(
      'endRecognition',
      sql<Ended>`select a.id, r.revocation_number as "decisionNumber", r.revoked_on::text as "decidedOn", r.revocation_reason as reason
        from achievement a join recognition r on r.id = a.source_id where r.id = ${recognitionId} and r.state = 'REVOKED'`,
    );
  }

  private async record(
    { operation, code, source }: { operation: string; code: string; source: 'CONTEST' | 'RECOGNITION' },
    statement: RawBuilder<Come>,
  ): Promise<void> {
    await this.work.act(SYSTEM, operation, async (act) => {
      const { em, at, record } = act;
      const kind = await kindOf(act, code);
      const { rows } = await statement.execute(em.getKysely());
      for (const { number, decidedOn, issuer, ...come } of rows) {
        const decision = number !== null && decidedOn !== null && issuer !== null ? { number, decidedOn, issuer } : null;
        const { year, detail, sourceId, illustrative } = come;
        const achievement = Achievement.come({
          ...{ kind, source, sourceId, year, detail, decision, at, illustrative },
          ...{ person: em.getReference(Person, come.personId), unit: em.getReference(Unit, come.unitId) },
          unitThen: em.getReference(Unit, come.unitThenId),
        });
        em.persist(achievement);
        record({
          subject: { type: 'Achievement', id: achievement.id },
          after: { person: come.personId, kind: code, year, sourceId, state: 'CONFIRMED' },
        });
      }
      await em.flush();
    });
  }

  private async end(operation: string, statement: RawBuilder<Ended>): Promise<void> {
    await this.work.act(SYSTEM, operation, async ({ em, record }) => {
      const { rows } = await statement.execute(em.getKysely());
      for (const { id, ...said } of rows) {
        const achievement = await em.findOneOrFail(Achievement, { id });
        if (achievement.state !== 'CONFIRMED') continue;
        achievement.revoke(said);
        record({ subject: { type: 'Achievement', id }, before: { state: 'CONFIRMED' }, after: { state: 'REVOKED', ...said } });
      }
      await em.flush();
    });
  }
}

const NAMED = {
  [PRIZE_KIND]: { nameVi: 'Giải thưởng cuộc thi sáng kiến', nameEn: 'Prize of a contest of initiatives' },
  [RECOGNITION_KIND]: { nameVi: 'Sáng kiến được công nhận', nameEn: 'Recognised initiative' },
} as const;

/** Entered when the first of it comes, unless the office did. One at a time asks, so that the same told twice at once is recorded once. */
async function kindOf({ em, record }: Act, code: string): Promise<TitleKind> {
  await sql`select pg_advisory_xact_lock(hashtext('title_kind'))`.execute(em.getKysely());
  const known = await em.findOne(TitleKind, { code });
  if (known) return known;
  const basis = code === PRIZE_KIND ? 'Quyết định công bố kết quả của từng cuộc thi' : 'Nghị định 13/2012/NĐ-CP';
  const named = NAMED[code as keyof typeof NAMED];
  const kind = TitleKind.of({ code, ...named, level: 'DISTRICT', multiple: true, startsOn: '2000-01-01', basis }, false);
  em.persist(kind);
  record({ subject: { type: 'TitleKind', id: kind.id }, after: { code } });
  await em.flush();
  return kind;
}

/** Whose record it is from now on. */
const authors = (initiativeId: RawBuilder<unknown>): RawBuilder<unknown> => sql`(
  select distinct coalesce(p.merged_into_id, p.id) as id from initiative_author ia join person p on p.id = ia.person_id
  where ia.initiative_id = ${initiativeId} and ${takesPart(sql`ia`)})`;

const known = (sourceId: string): RawBuilder<boolean> => sql<boolean>`exists (
  select 1 from achievement a join person ap on ap.id = a.person_id where a.source_id = ${sql.ref(sourceId)} and coalesce(ap.merged_into_id, ap.id) = p.id)`;

const prizesOf = (contestId: string): RawBuilder<Come> => sql<Come>`
  select p.id as "personId", coalesce(p.unit_id, i.owner_id) as "unitId", i.owner_id as "unitThenId", w.id as "sourceId", c.year,
    t.name_vi || ': ' || i.title as detail, coalesce(w.replacement_number, d.number) as number,
    coalesce(w.replacement_decided_on, d.decided_on)::text as "decidedOn", u.name_vi as issuer, c.illustrative or i.illustrative as illustrative
  from contest c join award_decision d on d.contest_id = c.id and d.state = 'PUBLISHED' join award w on w.decision_id = d.id and w.revoked_at is null
    join prize_tier t on t.id = w.tier_id join initiative i on i.id = w.initiative_id join unit u on u.id = c.host_id
    join lateral ${authors(sql`i.id`)} one on true join person p on p.id = one.id
  where c.id = ${contestId} and not ${known('w.id')} order by w.id, p.id`;

const recognised = (recognitionId: string): RawBuilder<Come> => sql<Come>`
  select p.id as "personId", coalesce(p.unit_id, i.owner_id) as "unitId", i.owner_id as "unitThenId", r.id as "sourceId",
    extract(year from r.decided_on)::int as year, i.title as detail, r.recognition_number as number, r.recognised_on::text as "decidedOn",
    (select u.name_vi from unit u where u.id = r.unit_id) as issuer,
    i.illustrative or (select c.illustrative from contest c where c.id = i.contest_id) as illustrative
  from recognition r join initiative i on i.id = r.initiative_id join lateral ${authors(sql`i.id`)} one on true join person p on p.id = one.id
  where r.id = ${recognitionId} and r.state = 'RECOGNISED' and not ${known('r.id')} order by p.id`;
