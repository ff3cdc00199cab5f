import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { type RoundRule } from '#domain/contest';
import { type PersonName, personName } from '#lib/identity';
import { type Actor } from '#lib/kernel';
import { Database, type Reason, Rereads } from '#lib/platform';
import { type GivenMark } from '../../domain/card/marks.js';
import { type SampleText } from '../../domain/calibration/calibration.entity.js';
import { SAMPLES } from '../../domain/round/opening.js';
import { type CalibrationFacts, whyNotFinish, whyNotSetSamples, whyNotSignSample } from '../../domain/calibration/policies.js';
import { type SampleCard, type SampleSpread, sampleSpread } from '../../domain/calibration/spread.js';
import { type CardCriterion, markedCriteria } from '../card/scorecard.queries.js';
import { judgingScope } from '#lib/jury';

interface SampleHead extends SampleText {
  readonly id: string;
  readonly ordinal: number;
}

/** A sample as a judge sees it: the own card, and the spread once both own cards are signed. */
export interface OwnSampleRow extends SampleHead {
  readonly card: { readonly marks: readonly GivenMark[]; readonly total: string; readonly signedAt: string } | null;
  readonly spread: SampleSpread | null;
  readonly canSign: boolean;
}

/** A judge's calibration for a round; `id` is the round's. */
export interface CalibrationRow {
  readonly id: string;
  /** Whether the round asks for it. */
  readonly asked: boolean;
  readonly finishedAt: Date | null;
  readonly canFinish: boolean;
  readonly whyNotFinish: Reason;
  readonly criteria: readonly CardCriterion[];
  readonly samples: readonly OwnSampleRow[];
}

export interface CalibratingJudge {
  readonly judge: PersonName;
  readonly signed: number;
  readonly finishedAt: string | null;
}

/** What an organiser sees of a round's calibration; `id` and `version` are the round's. */
export interface CalibrationOverviewRow {
  readonly id: string;
  readonly version: number;
  readonly asked: boolean;
  readonly canSetSamples: boolean;
  readonly whyNotSetSamples: Reason;
  readonly samples: readonly (SampleHead & { readonly spread: SampleSpread })[];
  readonly judges: readonly CalibratingJudge[];
}

type Facts = CalibrationFacts & { readonly id: string; readonly rule: RoundRule };
type OwnRecord = Facts & {
  readonly finishedAt: Date | null;
  readonly samples: readonly (SampleHead & { readonly card: OwnSampleRow['card']; readonly cards: readonly SampleCard[] | null })[];
};
type OverviewRecord = Facts & {
  readonly version: number;
  readonly samples: readonly (SampleHead & { readonly cards: readonly SampleCard[] })[];
  readonly judges: readonly CalibratingJudge[];
};

const ASKED = sql<boolean>`coalesce((r.rule->>'calibration')::boolean, false)`;
const RUNNING = sql<boolean>`ct.phase in ('DRAFT', 'ANNOUNCED', 'OPEN', 'SCREENING', 'JUDGING')`;

/** Of round `r` in contest `ct`. */
export const CALIBRATION_FACTS = sql`${ASKED} as asked, r.state as "roundState", ${RUNNING} as running`;
/** The same as a condition, as `whyNotCalibrate` has it. */
export const CAN_BE_CALIBRATED = sql<boolean>`(r.state <> 'CLOSED' and ${RUNNING} and ${ASKED})`;
const TEXT = sql`s.id, s.ordinal, s.title, s.problem, s.solution, s.novelty, s.effect`;
const CARDS = sql`(select coalesce(json_agg(json_build_object('total', k.total::text, 'marks', k.marks)), '[]') from calibration_card k where k.sample_id = s.id)`;

/** What is seen of the samples before a round. They are outside the seal, and still nobody sees the spread before having scored them. */
@Injectable()
export class CalibrationQueries {
  constructor(private readonly database: Database) {}

  /** To who has a judge's seat in the contest of the round. */
  @Rereads('Calibration')
  async calibration(judge: Actor, roundId: string): Promise<CalibrationRow | null> {
    const found = await this.database.first(sql<OwnRecord>`
      select r.id, r.rule, ${CALIBRATION_FACTS}, done.finished_at as "finishedAt",
        (select coalesce(json_agg(mine order by mine.ordinal), '[]') from (
          select ${TEXT},
            (select json_build_object('marks', k.marks, 'total', k.total::text, 'signedAt', k.signed_at) from calibration_card k
               where k.sample_id = s.id and k.judge_id = ${judge.id}) as card,
            case when own.signed = ${SAMPLES} then ${CARDS} end as cards
          from calibration_sample s where s.round_id = r.id) mine) as samples
      from round r join contest ct on ct.id = r.contest_id
        left join calibration done on done.round_id = r.id and done.judge_id = ${judge.id}
        cross join lateral (select count(*) as signed from calibration_card k join calibration_sample s on s.id = k.sample_id
          where s.round_id = r.id and k.judge_id = ${judge.id}) own
      where r.id = ${roundId} and exists (
        select 1 from seat t where t.contest_id = r.contest_id and t.person_id = ${judge.id} and t.kind = 'JUDGE' and t.ended_at is null)`);
    return found && asOwn(found);
  }

  /** To who runs the judging: who has scored the samples, and how far apart. */
  @Rereads('CalibrationOverview')
  async overview(actor: Actor, roundId: string): Promise<CalibrationOverviewRow | null> {
    const found = await this.database.first(sql<OverviewRecord>`
      select r.id, r.version, r.rule, ${CALIBRATION_FACTS},
        (select coalesce(json_agg(shown order by shown.ordinal), '[]') from (
          select ${TEXT}, ${CARDS} as cards from calibration_sample s where s.round_id = r.id) shown) as samples,
        (select coalesce(json_agg(json_build_object('judge', ${personName(sql`p`)},
            'signed', (select count(*) from calibration_card k join calibration_sample s on s.id = k.sample_id where s.round_id = r.id and k.judge_id = p.id),
            'finishedAt', (select done.finished_at from calibration done where done.round_id = r.id and done.judge_id = p.id)) order by t.id), '[]')
           from seat t join person p on p.id = t.person_id
           where t.contest_id = r.contest_id and t.kind = 'JUDGE' and t.ended_at is null) as judges
      from round r join contest ct on ct.id = r.contest_id where r.id = ${roundId} and ${judgingScope(actor, 'round:manage')}`);
    return found && asOverview(found);
  }
}

function asOwn({ id, rule, samples, finishedAt, ...facts }: OwnRecord): CalibrationRow {
  const whyNot = whyNotFinish({ ...facts, ownSigned: samples.filter(({ card }) => card).length });
  return {
    id,
    asked: facts.asked,
    finishedAt,
    canFinish: !finishedAt && !whyNot,
    whyNotFinish: whyNot,
    criteria: markedCriteria(rule.rubric),
    samples: samples.map(({ cards, ...sample }) => ({
      ...sample,
      spread: cards && sampleSpread(rule.rubric, cards),
      canSign: !whyNotSignSample({ ...facts, signed: sample.card !== null }),
    })),
  };
}

function asOverview({ id, version, rule, samples, judges, ...facts }: OverviewRecord): CalibrationOverviewRow {
  const whyNot = whyNotSetSamples({ ...facts, begun: samples.some(({ cards }) => cards.length > 0) });
  return {
    id,
    version,
    asked: facts.asked,
    canSetSamples: !whyNot,
    whyNotSetSamples: whyNot,
    samples: samples.map(({ cards, ...sample }) => ({ ...sample, spread: sampleSpread(rule.rubric, cards) })),
    judges,
  };
}
