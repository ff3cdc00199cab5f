import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { type RoundRule } from '#domain/contest';
import { type Actor, Refused, newId, refuseIf } from '#lib/kernel';
import { Database, UnitOfWork, sameContent } from '#lib/platform';
import { type GivenMark, completeMarks, totalOf } from '../../domain/card/marks.js';
import { SAMPLES } from '../../domain/round/opening.js';
import { CalibrationSample, type SampleText } from '../../domain/calibration/calibration.entity.js';
import { type CalibrationFacts, whyNotFinish, whyNotSetSamples, whyNotSignSample } from '../../domain/calibration/policies.js';
import { RoundLocks } from '../common/round-locks.js';
import { CALIBRATION_FACTS, CalibrationQueries, type CalibrationOverviewRow, type CalibrationRow } from './calibration.queries.js';

/** Two samples that every judge scores before a round, so that all mean the same by a mark. */
@Injectable()
export class CalibrationService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly database: Database,
    private readonly locks: RoundLocks,
    private readonly calibrations: CalibrationQueries,
  ) {}

  /** Writes the samples of a planned round, in place of those there are. `version` is the round's. Refused once a judge has scored one. */
  setCalibrationSamples(
    actor: Actor,
    order: { roundId: string; version: number; samples: readonly SampleText[] },
  ): Promise<CalibrationOverviewRow> {
    return this.work.act(actor, 'setCalibrationSamples', async (act) => {
      const { em, record } = act;
      const round = await this.locks.update(act, order.roundId, 'round:manage');
      act.onVersion(round, order.version);
      const facts = await this.facts<CalibrationFacts & { begun: boolean }>(sql`
        select ${CALIBRATION_FACTS}, exists (select 1 from calibration_card k join calibration_sample s on s.id = k.sample_id where s.round_id = r.id) as begun
        from round r join contest ct on ct.id = r.contest_id where r.id = ${round.id}`);
      refuseIf(whyNotSetSamples(facts));
      if (order.samples.length !== SAMPLES) throw new Refused('CALIBRATION_SAMPLES', { samples: SAMPLES }, 'samples');
      const earlier = await em.find(CalibrationSample, { round: round.id }, { orderBy: { ordinal: 'asc' } });
      if (sameContent(earlier.map(textOf), order.samples.map(textOf))) return this.overview(actor, round.id);
      await em.nativeDelete(CalibrationSample, { round: round.id });
      em.persist(order.samples.map((sample, at) => CalibrationSample.of(round, at + 1, sample)));
      await em.flush();
      await sql`update round set version = version + 1 where id = ${round.id}`.execute(em.getKysely());
      record({ subject: { type: 'Round', id: round.id }, after: { samples: order.samples.map(({ title }) => title) } });
      return this.overview(actor, round.id);
    });
  }

  private async overview(actor: Actor, roundId: string): Promise<CalibrationOverviewRow> {
    const row = await this.calibrations.overview(actor, roundId);
    if (!row) throw new Refused('NOT_FOUND');
    return row;
  }

  /** A judge's marks for a sample, by the rules of real ones; final. The log says that it was signed, and nothing of what is on it. */
  signCalibrationCard(judge: Actor, order: { sampleId: string; marks: readonly GivenMark[] }): Promise<CalibrationRow> {
    return this.work.act(judge, 'signCalibrationCard', async ({ em, at, record }) => {
      const { roundId, rule, ...facts } = await this.facts<CalibrationFacts & { roundId: string; rule: RoundRule; signed: boolean }>(sql`
        select r.id as "roundId", r.rule, ${CALIBRATION_FACTS},
          exists (select 1 from calibration_card k where k.sample_id = s.id and k.judge_id = ${judge.id}) as signed
        from calibration_sample s join round r on r.id = s.round_id join contest ct on ct.id = r.contest_id
        where s.id = ${order.sampleId} and ${seated(judge)} for share of r`);
      refuseIf(whyNotSignSample(facts));
      const marks = completeMarks(rule.rubric, order.marks);
      await sql`insert into calibration_card (id, sample_id, judge_id, marks, total, signed_at)
        values (${newId()}, ${order.sampleId}, ${judge.id}, ${JSON.stringify(marks)}::jsonb, ${totalOf(marks)}::numeric, ${at})`.execute(
        em.getKysely(),
      );
      record({ subject: { type: 'CalibrationSample', id: order.sampleId }, after: { signed: true } });
      return this.read(judge, roundId);
    });
  }

  /** The judge has seen the spread: from now on the real cards of the round open to them. Said once. */
  finishCalibration(judge: Actor, { roundId }: { roundId: string }): Promise<CalibrationRow> {
    return this.work.act(judge, 'finishCalibration', async ({ em, at, record }) => {
      const { finished, ...facts } = await this.facts<CalibrationFacts & { ownSigned: number; finished: boolean }>(sql`
        select ${CALIBRATION_FACTS}, exists (select 1 from calibration done where done.round_id = r.id and done.judge_id = ${judge.id}) as finished,
          (select count(*)::int from calibration_card k join calibration_sample s on s.id = k.sample_id
             where s.round_id = r.id and k.judge_id = ${judge.id}) as "ownSigned"
        from round r join contest ct on ct.id = r.contest_id where r.id = ${roundId} and ${seated(judge)} for share of r`);
      refuseIf(whyNotFinish(facts));
      if (!finished) {
        await sql`insert into calibration (id, round_id, judge_id, finished_at) values (${newId()}, ${roundId}, ${judge.id}, ${at})
          on conflict do nothing`.execute(em.getKysely());
        record({ subject: { type: 'Round', id: roundId }, after: { calibrated: true } });
      }
      return this.read(judge, roundId);
    });
  }

  private async facts<T>(statement: ReturnType<typeof sql>): Promise<T> {
    const found = await this.database.first(statement as ReturnType<typeof sql<T>>);
    if (!found) throw new Refused('NOT_FOUND');
    return found;
  }

  private async read(judge: Actor, roundId: string): Promise<CalibrationRow> {
    const row = await this.calibrations.calibration(judge, roundId);
    if (!row) throw new Refused('NOT_FOUND');
    return row;
  }
}

/** A judge's seat in the contest of round `r`. */
const seated = (judge: Actor) => sql<boolean>`exists (
  select 1 from seat t where t.contest_id = r.contest_id and t.person_id = ${judge.id} and t.kind = 'JUDGE' and t.ended_at is null)`;

const textOf = ({ title, problem, solution, novelty, effect }: SampleText): SampleText => ({ title, problem, solution, novelty, effect });
