import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { type PersonName, personName, recordsOf } from '#lib/identity';
import { type Actor, Clock, localDate } from '#lib/kernel';
import { Database } from '#lib/platform';
import { type Link, type Recorded, type Verdict, type YearFinding, eligibilityOf } from '../domain/eligibility.js';
import { type AchievementNamed, KIND_NAMED, type TitleKindNamed } from './achievement.queries.js';
import { readsPerson } from './achievement.scope.js';
import { holdScope } from './hold.scope.js';
import { LINKS_NAMED, type LinkNamed } from './title.queries.js';

export interface EligibilityOrder {
  readonly personId?: string | null;
  readonly kindId: string;
  readonly lastYear: number;
}

export interface LinkRead extends LinkNamed {
  readonly verdict: Verdict;
  readonly found: readonly { readonly year: number; readonly finding: YearFinding; readonly records: readonly AchievementNamed[] }[];
}

export interface EligibilityRead {
  readonly person: PersonName;
  readonly kind: TitleKindNamed;
  readonly lastYear: number;
  readonly ruleNumber: number;
  readonly legalBasis: string;
  readonly unchecked: string | null;
  readonly illustrative: boolean;
  readonly verdict: Verdict;
  readonly links: readonly LinkRead[];
  /** Null to whoever does not read holds; the verdict never goes by them. */
  readonly held: boolean | null;
}

interface Found extends Omit<EligibilityRead, 'verdict' | 'links' | 'lastYear'> {
  readonly links: readonly Link[];
  readonly linksNamed: readonly LinkNamed[];
  readonly records: readonly (Recorded & AchievementNamed)[];
}

/** What the records here say of what a title asks for. It proposes nothing. */
@Injectable()
export class EligibilityQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Null where nothing is asked for, or the actor does not read the person. */
  async eligibility(actor: Actor, { personId, kindId, lastYear }: EligibilityOrder): Promise<EligibilityRead | null> {
    const today = localDate(this.clock.now());
    const held = sql`exists (select 1 from hold h where h.subject_id in ${recordsOf(sql`p.id`)} and ${holdScope(actor, 'hold:read')}
      and h.starts_on <= ${today}::date and (h.ends_on is null or h.ends_on >= ${today}::date))`;
    // Whoever reads holds is told of none that is their own, and so nothing of themselves.
    const readsHolds = sql`(${actor.can('hold:read')} and p.id <> ${actor.id} and p.unit_id = any(${actor.unitsFor('hold:read')}::uuid[]))`;
    const found = await this.database.first(sql<Found>`
      with recursive above (id, parent_id, far) as (
        select u.id, u.parent_id, 0 from person p join unit u on u.id = p.unit_id where p.id = ${personId ?? actor.id}
        union select u.id, u.parent_id, far + 1 from unit u join above on above.parent_id = u.id)
      select ${personName(sql`p`)} as person, ${KIND_NAMED} as kind, r.number as "ruleNumber", r.basis as "legalBasis", r.unchecked,
        r.illustrative, r.links, ${LINKS_NAMED} as "linksNamed", case when ${readsHolds} then ${held} end as held,
        coalesce((select json_agg(json_build_object('id', a.id, 'kindId', a.kind_id, 'year', a.year, 'state', a.state, 'without', a.without,
            'decisionNumber', a.decision_number, 'kind', (select ${KIND_NAMED} from title_kind k where k.id = a.kind_id)) order by a.year, a.id)
          from achievement a where a.person_id in ${recordsOf(sql`p.id`)} and a.state in ('CONFIRMED', 'REVOKED')), '[]') as records
      from person p join above on true join eligibility_rule r on r.unit_id = above.id and r.kind_id = ${kindId} join title_kind k on k.id = r.kind_id
      where p.id = ${personId ?? actor.id} and ${readsPerson(actor, today)}
      order by above.far, r.number desc limit 1`);
    return found && told(found, lastYear);
  }
}

function told({ links: asked, linksNamed, records, ...row }: Found, lastYear: number): EligibilityRead {
  const { verdict, links } = eligibilityOf(asked, lastYear, records);
  return {
    ...row,
    lastYear,
    verdict,
    links: links.map((link, at) => ({
      kinds: linksNamed[at]?.kinds ?? [],
      years: link.link.years,
      verdict: link.verdict,
      found: link.years.map(({ year, finding, recordIds }) => ({
        year,
        finding,
        records: records.filter(({ id }) => recordIds.includes(id)),
      })),
    })),
  };
}
