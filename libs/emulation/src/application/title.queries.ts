import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { type Actor, Refused, type WhyNot } from '#lib/kernel';
import { Database, Rereads } from '#lib/platform';
import { type UnitName, unitName } from '#lib/units';
import { TITLE_LEVELS } from '../domain/title-kind.entity.js';
import { KIND_NAMED, type TitleKindNamed } from './achievement.queries.js';

export interface LinkNamed {
  readonly kinds: readonly TitleKindNamed[];
  readonly years: number;
}

export interface RuleRead {
  readonly id: string;
  readonly kind: TitleKindNamed;
  readonly unit: UnitName;
  readonly number: number;
  readonly links: readonly LinkNamed[];
  readonly legalBasis: string;
  readonly unchecked: string | null;
  readonly illustrative: boolean;
}

interface TitleKindRow extends TitleKindNamed {
  readonly multiple: boolean;
  readonly startsOn: string;
  readonly endsOn: string | null;
  readonly legalBasis: string;
  readonly illustrative: boolean;
  readonly version: number;
}

export interface TitleKindRead extends TitleKindRow {
  readonly whyNotEnd: WhyNot;
}

/** The links of rule `r` with the names of their kinds, in their order. */
export const LINKS_NAMED = sql`(select json_agg(json_build_object('years', (l.value ->> 'years')::int, 'kinds', (
    select coalesce(json_agg(${KIND_NAMED} order by k.code), '[]') from title_kind k where (l.value -> 'kindIds') ? k.id::text)) order by l.ordinality)
  from jsonb_array_elements(r.links) with ordinality l)`;

/** The kinds of titles, and what they ask for: they are no secret, and there are few. */
@Injectable()
export class TitleQueries {
  constructor(private readonly database: Database) {}

  /** By name alone, for anyone. */
  publicTitleKinds(): Promise<TitleKindNamed[]> {
    return this.database.rows(sql<TitleKindNamed>`${NAMES} from title_kind k order by ${FROM_NEAR}, k.code`);
  }

  async titleKinds(actor: Actor): Promise<TitleKindRead[]> {
    const rows = await this.database.rows(sql<TitleKindRow>`${KINDS} order by ${FROM_NEAR}, k.code`);
    return rows.map((row) => kindTold(actor, row));
  }

  @Rereads('TitleKind')
  async titleKind(actor: Actor, id: string): Promise<TitleKindRead | null> {
    const found = await this.database.first(sql<TitleKindRow>`${KINDS} where k.id = ${id}`);
    return found && kindTold(actor, found);
  }

  /** The versions in force alone. */
  eligibilityRules(): Promise<RuleRead[]> {
    return this.database.rows(sql<RuleRead>`${RULES}
      where not exists (select 1 from eligibility_rule o where o.kind_id = r.kind_id and o.unit_id = r.unit_id and o.number > r.number) order by k.code, r.id`);
  }

  @Rereads('EligibilityRule')
  eligibilityRule(_: Actor, id: string): Promise<RuleRead | null> {
    return this.database.first(sql<RuleRead>`${RULES} where r.id = ${id}`);
  }
}

/** The nearest level first. */
const FROM_NEAR = sql`array_position(${[...TITLE_LEVELS]}::text[], k.level)`;

const NAMES = sql`select k.id, k.code as "kindCode", k.name_vi as "nameVi", k.name_en as "nameEn", k.level`;

const KINDS = sql`${NAMES}, k.multiple, k.starts_on::text as "startsOn", k.ends_on::text as "endsOn", k.basis as "legalBasis", k.illustrative, k.version from title_kind k`;

const RULES = sql`select r.id, ${KIND_NAMED} as kind,
    ${unitName(sql`u`)} as unit, r.number, ${LINKS_NAMED} as links,
    r.basis as "legalBasis", r.unchecked, r.illustrative
  from eligibility_rule r join title_kind k on k.id = r.kind_id join unit u on u.id = r.unit_id`;

const kindTold = (actor: Actor, row: TitleKindRow): TitleKindRead => ({
  ...row,
  whyNotEnd: actor.can('achievement:manage') ? null : new Refused('ACHIEVEMENT_OF_OFFICE'),
});
