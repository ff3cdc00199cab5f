import { Injectable } from '@nestjs/common';
import { type RawBuilder, sql } from 'kysely';
import { type Actor, Clock, localDate } from '#lib/kernel';
import { Database } from '#lib/platform';
import { PeriodQueries } from '#lib/rollout';
import { judgingScope } from '#lib/jury';
import { JudgingDetailQueries } from '#lib/result';
import { type PaperSource } from '../domain/compose.js';
import { type PaperKind } from '../domain/paper-kinds.js';
import { ADOPTION_FACTS, adoptionDecision } from './sources/adoption-decision.js';
import { REPORT_FACTS, contestReport } from './sources/contest-report.js';
import { DELIBERATION_FACTS, deliberationMinutes } from './sources/deliberation-minutes.js';
import { juryDecision, juryFacts } from './sources/jury-decision.js';
import { PERIOD_FACTS, type PeriodFacts, periodReport } from './sources/period-report.js';
import { RESULT_FACTS, resultDecision, resultSubmission } from './sources/result-papers.js';
import { resultList } from './sources/result-list.js';
import { rolloutMatrix, rolloutMatrixFacts, yearMatrix, yearMatrixFacts } from './sources/rollout-matrix.js';
import { ROUND_FACTS, roundMinutes } from './sources/round-minutes.js';
import { SCORECARD_ROUND, roundScorecards } from './sources/round-scorecards.js';
import { SCREENING_FACTS, screeningMinutes } from './sources/screening-minutes.js';
import { type Sourced } from './sources/source.js';

interface Found<T> {
  readonly unitId: string;
  readonly unitName: string;
  readonly contestId: string | null;
  readonly roundId: string | null;
  readonly periodId: string | null;
  readonly rolloutId: string | null;
  readonly facts: T;
}

/** What the platform knows for a paper, read for whoever drafts it: of contests whose judging they may see, of periods and roll-outs of their units. */
@Injectable()
export class PaperSources {
  constructor(
    private readonly database: Database,
    private readonly periods: PeriodQueries,
    private readonly judging: JudgingDetailQueries,
    private readonly clock: Clock,
  ) {}

  /** `aboutId`: the contest, the round, the period or the roll-out, by kind. Null where there is none for the actor. */
  async of(actor: Actor, kind: PaperKind, aboutId: string): Promise<Sourced | null> {
    switch (kind) {
      case 'JURY_DECISION':
        return this.contest(actor, aboutId, juryFacts(this.today()), juryDecision);
      case 'SCREENING_MINUTES':
        return this.contest(actor, aboutId, SCREENING_FACTS, screeningMinutes);
      case 'ROUND_MINUTES':
        return sourced(await this.round(actor, aboutId, ROUND_FACTS), roundMinutes);
      case 'ROUND_SCORECARDS':
        return this.scorecards(actor, aboutId);
      case 'DELIBERATION_MINUTES':
        return this.contest(actor, aboutId, DELIBERATION_FACTS, deliberationMinutes);
      case 'RESULT_SUBMISSION':
        return this.contest(actor, aboutId, RESULT_FACTS, resultSubmission);
      case 'RESULT_DECISION':
        return this.contest(actor, aboutId, RESULT_FACTS, resultDecision);
      case 'RESULT_LIST':
        return this.contest(actor, aboutId, RESULT_FACTS, resultList);
      case 'CONTEST_REPORT':
        return this.contest(actor, aboutId, REPORT_FACTS, contestReport);
      case 'ADOPTION_DECISION':
        return this.rollout(actor, aboutId, ADOPTION_FACTS, adoptionDecision);
      case 'ROLLOUT_MATRIX':
        return this.rollout(actor, aboutId, rolloutMatrixFacts(this.today()), rolloutMatrix);
      case 'YEAR_MATRIX':
        return this.contest(actor, aboutId, yearMatrixFacts(this.today()), yearMatrix);
      case 'PERIOD_REPORT':
        return this.period(actor, aboutId);
    }
  }

  private today(): string {
    return localDate(this.clock.now());
  }

  private async contest<T>(actor: Actor, id: string, facts: RawBuilder<T>, write: (facts: T) => PaperSource): Promise<Sourced | null> {
    const found = await this.database.first(sql<Found<T>>`
      select ct.host_id as "unitId", (select u.name_vi from unit u where u.id = ct.host_id) as "unitName", ct.id as "contestId", null as "roundId", null as "periodId", null as "rolloutId",
             ${facts} as facts
      from contest ct where ct.id = ${id} and ${judgingScope(actor, 'paper:manage')}`);
    return sourced(found, write);
  }

  /** `scope`: what else has to hold for whoever reads of it. */
  private round<T>(actor: Actor, id: string, facts: RawBuilder<T>, scope = sql<boolean>`true`): Promise<Found<T> | null> {
    return this.database.first(sql<Found<T>>`
      select ct.host_id as "unitId", (select u.name_vi from unit u where u.id = ct.host_id) as "unitName", ct.id as "contestId", r.id as "roundId", null as "periodId", null as "rolloutId",
             ${facts} as facts
      from round r join contest ct on ct.id = r.contest_id where r.id = ${id} and ${judgingScope(actor, 'paper:manage')} and ${scope}`);
  }

  /** By the rights of the judging detail, beside those of papers; of a round that is not closed no card is read. */
  private async scorecards(actor: Actor, id: string): Promise<Sourced | null> {
    const found = await this.round(actor, id, SCORECARD_ROUND, judgingScope(actor, 'standings:read'));
    if (!found) return null;
    const detail = found.facts.closed ? await this.judging.detail(actor, id) : null;
    return sourced(found, (round) => roundScorecards({ ...round, detail }));
  }

  private async rollout<T>(actor: Actor, id: string, facts: RawBuilder<T>, write: (facts: T) => PaperSource): Promise<Sourced | null> {
    const found = await this.database.first(sql<Found<T>>`
      select s.host_id as "unitId", (select u.name_vi from unit u where u.id = s.host_id) as "unitName", null as "contestId", null as "roundId", null as "periodId",
             r.id as "rolloutId", ${facts} as facts
      from rollout r join roster s on s.id = r.roster_id where r.id = ${id} and s.host_id = any(${actor.unitsFor('paper:manage')}::uuid[])`);
    return sourced(found, write);
  }

  private async period(actor: Actor, id: string): Promise<Sourced | null> {
    const found = await this.database.first(sql<Found<PeriodFacts>>`
      select p.host_id as "unitId", (select u.name_vi from unit u where u.id = p.host_id) as "unitName", null as "contestId", null as "roundId", p.id as "periodId", null as "rolloutId",
             ${PERIOD_FACTS} as facts
      from reporting_period p where p.id = ${id} and p.host_id = any(${actor.unitsFor('paper:manage')}::uuid[])`);
    const [rates] = found ? await this.periods.reportingRates(actor, [id]) : [];
    if (!found || !rates) return null;
    const { expected, received, units } = rates;
    const silent = units.filter((unit) => unit.expected && !unit.received).map(({ unit }) => unit.nameVi);
    return sourced(found, (facts) => periodReport(facts, { expected, received, silent }));
  }
}

function sourced<T>(found: Found<T> | null, write: (facts: T) => PaperSource): Sourced | null {
  if (!found) return null;
  const { facts, ...of } = found;
  return { ...of, source: write(facts) };
}
