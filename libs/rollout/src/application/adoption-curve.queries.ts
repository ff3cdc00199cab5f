import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { type RolloutName, rolloutName } from '#lib/award';
import { type Actor, Clock, localDate } from '#lib/kernel';
import { Database } from '#lib/platform';
import { type AdoptionStep, type CurvePoint, type CurveStep, curveDays, curveOf } from '../domain/adoption-curve.js';
import { seesHost } from './reach.js';

export interface AdoptionCurve {
  readonly rollout: RolloutName;
  readonly startedOn: string;
  readonly points: readonly CurvePoint[];
}

export interface CurveOrder {
  readonly rolloutIds: readonly string[];
  /** Default: the day each began on. */
  readonly from?: string | null;
  /** Default: today. */
  readonly upTo?: string | null;
  readonly step: CurveStep;
}

/** How use grew over time. */
@Injectable()
export class AdoptionCurveQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Of several rollouts at once, the latest first; by the history of their adoptions, which is read once. Another's are left out. */
  async adoptionCurves(actor: Actor, { rolloutIds, from, upTo, step }: CurveOrder): Promise<AdoptionCurve[]> {
    const last = upTo ?? localDate(this.clock.now());
    const rollouts = await this.database.rows(sql<Omit<AdoptionCurve, 'points'> & { steps: AdoptionStep[] }>`
      select ${rolloutName(sql`r`)} as rollout, r.started_on::text as "startedOn", coalesce((
          select json_agg(json_build_object('adoptionId', c.adoption_id, 'effectiveOn', c.effective_on, 'state', c.to_state, 'basis', c.basis)
            order by c.effective_on, c.id)
          from adoption a join adoption_change c on c.adoption_id = a.id where a.rollout_id = r.id and c.effective_on <= ${last}::date), '[]') as steps
      from rollout r join roster on roster.id = r.roster_id
      where r.id = any(${[...rolloutIds]}::uuid[]) and r.started_on <= ${last}::date and ${seesHost(actor, sql`roster.host_id`)}
      order by r.started_on desc, r.id desc`);
    return rollouts.map(({ steps, ...curve }) => ({
      ...curve,
      points: curveOf(steps, curveDays(from ?? curve.startedOn, last, step)),
    }));
  }
}
