import { Injectable } from '@nestjs/common';
import { type RawBuilder, sql } from 'kysely';
import { type ContestPhase, type RoundRule, leaves, statedRound } from '#domain/contest';
import { seesContest } from '#lib/contest';
import { type Actor, Clock, Refused } from '#lib/kernel';
import { Database, type Reason, Rereads } from '#lib/platform';
import { type RoundProgress, whyNotAssign, whyNotClose, whyNotExport } from '../../domain/card/policies.js';
import { whyNotProposeCorrection } from '../../domain/round/correcting.js';
import { toldUntil } from '../../domain/round/deadline.js';
import { whyNotOpen } from '../../domain/round/opening.js';
import { type RoundState } from '../../domain/round/round.entity.js';
import { correctingScope, isPublished, judgingScope } from '#lib/jury';
import { progressAs } from '../common/scope.js';
import { type CardCriterion } from '../card/scorecard.queries.js';

interface RoundHead {
  readonly id: string;
  readonly version: number;
  readonly contestId: string;
  readonly key: string;
  readonly ordinal: number;
  readonly last: boolean;
  readonly state: RoundState;
  readonly openedAt: Date | null;
  readonly closedAt: Date | null;
  readonly dueAt: Date | null;
  readonly aggregation: string | null;
  readonly ruleBookHash: string | null;
  readonly previousClosed: boolean;
  /** As it stood at the last full minute. Null to those who neither run nor lead the judging. */
  readonly progress: RoundProgress | null;
}

/** A round: what anyone in the contest may know, and to its organisers how many cards are in. */
export interface RoundRow extends RoundHead, Required<Pick<RoundRule, 'furtherMark' | 'visibility' | 'presentation' | 'calibration'>> {
  readonly nameVi: string;
  readonly nameEn: string;
  readonly judgesPerInitiative: number;
  readonly minimumCards: number;
  readonly criteria: readonly CardCriterion[];
  readonly canOpen: boolean;
  readonly whyNotOpen: Reason;
  readonly canAssign: boolean;
  readonly whyNotAssign: Reason;
  readonly canMoveDue: boolean;
  readonly canClose: boolean;
  readonly whyNotClose: Reason;
  readonly canExport: boolean;
  readonly canProposeCorrection: boolean;
  readonly whyNotProposeCorrection: Reason;
}

@Injectable()
export class RoundQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  @Rereads('Round')
  async round(actor: Actor, id: string): Promise<RoundRow | null> {
    return (await this.read(actor, sql`r.id = ${id}`))[0] ?? null;
  }

  /** In their order; a contest has few. */
  rounds(actor: Actor, { contestId }: { contestId: string }): Promise<RoundRow[]> {
    return this.read(actor, sql`r.contest_id = ${contestId}`);
  }

  /** For the answer of an act that has just changed it. */
  async reread(actor: Actor, id: string): Promise<RoundRow> {
    const row = await this.round(actor, id);
    if (!row) throw new Refused('NOT_FOUND', { what: 'Round' });
    return row;
  }

  private async read(actor: Actor, where: RawBuilder<unknown>): Promise<RoundRow[]> {
    const hidden = isHidden(actor);
    const rows = await this.database.rows(sql<RoundRecord>`
      select r.id, r.version - ${hidden}::int as version, r.contest_id as "contestId", r.key, r.ordinal, r.last, case when ${hidden} then 'OPEN' else r.state end as state, r.opened_at as "openedAt", r.closed_at as "closedAt", r.due_at as "dueAt", ${judgingScope(actor, 'round:manage')} as runs,
        exists (select 1 from phase p where p.contest_id = ct.id and p.kind = ct.phase and 'JUDGE' = any(p.permits)) as judging, ct.held_at is not null as held, (select count(*)::int from calibration_sample s where s.round_id = r.id) as samples,
        case when ${toldResults(actor)} then (select v.aggregation from round_result v where v.round_id = r.id and v.superseded_at is null) end as aggregation, b.hash as "ruleBookHash", r.rule,
        not exists (select 1 from round before where before.contest_id = r.contest_id and before.ordinal < r.ordinal and before.state <> 'CLOSED') as "previousClosed",
        ${judgingScope(actor, 'standings:read')} as reads, ${correctingScope(actor, 'round:manage')} as corrects, ct.phase,
        exists (select 1 from correction k join round its on its.id = k.round_id where its.contest_id = ct.id and k.state in ('PROPOSED', 'READY')) as waits,
        case when ${judgingScope(actor, 'standings:read')} then (select to_json(counted) from ${progressAs(toldUntil(this.clock.now()))} counted) end as progress
      from round r join contest ct on ct.id = r.contest_id left join rule_book b on b.id = r.rule_book_id
      where ${where} and exists (select 1 from contest c where c.id = ct.id and ${seesContest(actor)}) order by r.ordinal`);
    return rows.map(withRights);
  }
}

/** Who reads results: from publication on everybody who may know of the contest, before it those who run or lead it and are not shut out. */
const toldResults = (actor: Actor): RawBuilder<boolean> => sql<boolean>`(${isPublished} or (${judgingScope(actor, 'standings:read')}))`;

/** That first cards diverge is told to those who run the judging and to the judges of the round; to others it is open until it is closed. */
const isHidden = (actor: Actor): RawBuilder<boolean> => sql<boolean>`(r.state = 'SETTLING' and not ${toldResults(actor)}
  and not exists (select 1 from scorecard mine where mine.round_id = r.id and mine.judge_id = ${actor.id}))`;

type RoundRecord = RoundHead & {
  readonly rule: RoundRule;
  readonly runs: boolean;
  readonly judging: boolean;
  readonly held: boolean;
  readonly samples: number;
  readonly reads: boolean;
  readonly corrects: boolean;
  readonly phase: ContestPhase;
  /** A correction of the contest's result waits. */
  readonly waits: boolean;
};

function withRights({ rule, runs, judging, held, samples, reads, corrects, phase, waits, ...round }: RoundRecord): RoundRow {
  const { furtherMark, visibility, presentation, calibration } = statedRound(rule);
  const close = round.progress && whyNotClose(round.state, round.progress);
  const open = !judging
    ? new Refused('CONTEST_NOT_JUDGING')
    : round.progress && whyNotOpen({ ...round, ...round.progress, held, samples: calibration ? samples : null });
  const assign = whyNotAssign(round.state);
  const correct = corrects ? whyNotProposeCorrection({ roundState: round.state, phase, waits }) : null;
  return {
    ...round,
    ...{ furtherMark, visibility, presentation, calibration },
    nameVi: rule.nameVi,
    nameEn: rule.nameEn,
    judgesPerInitiative: rule.judgesPerInitiative,
    minimumCards: rule.minimumCards,
    criteria: rule.rubric.flatMap((top) =>
      leaves([top]).map((leaf) => ({ ...leaf, partOfVi: leaf === top ? null : top.nameVi, partOfEn: leaf === top ? null : top.nameEn })),
    ),
    canOpen: runs && !open,
    whyNotOpen: runs ? open : null,
    canAssign: runs && !assign,
    whyNotAssign: runs ? assign : null,
    canMoveDue: runs && round.state !== 'CLOSED',
    canClose: runs && !close,
    whyNotClose: close,
    canExport: reads && whyNotExport(round.state) === null,
    canProposeCorrection: corrects && !correct,
    whyNotProposeCorrection: correct,
  };
}
