import { Injectable, type OnModuleInit } from '@nestjs/common';
import { sql } from 'kysely';
import { Refused, type WhyNot } from '#lib/kernel';
import { type Act } from '#lib/platform';
import { LineagePorts } from '#lib/units';
import { type UnitLineage } from '#domain/units';

/** What rests on it that one unit succeeded another: what the new one has reported or taken up in the old one's place. */
@Injectable()
export class LineageUse implements OnModuleInit {
  constructor(private readonly ports: LineagePorts) {}

  onModuleInit(): void {
    this.ports.registerUse((act, lineage) => this.whyNotRemove(act, lineage));
  }

  /** Reports of periods since, and adoptions in rollouts that do not have the new unit on their roster. Figures are only read elsewhere by it, so that they do not hold it. */
  private async whyNotRemove({ em }: Act, { to, effectiveOn }: UnitLineage): Promise<WhyNot> {
    const { rows } = await sql<{ n: number }>`
      select (select count(*) from report r join reporting_period p on p.id = r.period_id where r.unit_id = ${to.id} and p.ends_on >= ${effectiveOn}::date
                and not exists (select 1 from adoption a join rollout o on o.id = a.rollout_id join roster s on s.id = o.roster_id
                  where a.unit_id = r.unit_id and s.host_id = p.host_id))::int
           + (select count(*) from adoption a join rollout o on o.id = a.rollout_id where a.unit_id = ${to.id}
                and not exists (select 1 from roster_unit ru where ru.roster_id = o.roster_id and ru.unit_id = a.unit_id))::int as n`.execute(
      em.getKysely(),
    );
    const count = rows[0]?.n ?? 0;
    return count > 0 ? new Refused('LINEAGE_RESTED_ON', { count }) : null;
  }
}
