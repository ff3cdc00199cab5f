import { Injectable } from '@nestjs/common';
import { type RawBuilder, sql } from 'kysely';
import { type PersonName, personName } from '#lib/identity';
import { type Actor, Clock, type Page, type PageArgs, type WhyNot, localDate, pageAs } from '#lib/kernel';
import { Database, type OrderKey, Rereads, reversed, rowById } from '#lib/platform';
import { type UnitName } from '#lib/units';
import {
  type AchievementSource,
  type AchievementState,
  type Standing,
  whyNotAct,
  whyNotAttach,
  whyNotWithdraw,
} from '../domain/achievement-states.js';
import { type TitleLevel } from '../domain/title-kind.entity.js';
import { readScope, records, standing } from './achievement.scope.js';

export interface TitleKindNamed {
  readonly id: string;
  readonly kindCode: string;
  readonly nameVi: string;
  readonly nameEn: string;
  readonly level: TitleLevel;
}

/** A record as another names it. */
export interface AchievementNamed {
  readonly id: string;
  readonly kind: TitleKindNamed;
  readonly year: number;
  readonly decisionNumber: string | null;
}

interface AchievementRow extends Standing {
  readonly id: string;
  readonly version: number;
  readonly person: PersonName;
  readonly kind: TitleKindNamed;
  readonly year: number;
  readonly without: boolean;
  readonly detail: string | null;
  readonly unit: UnitName;
  readonly unitThen: UnitName;
  readonly decisionNumber: string | null;
  readonly decidedOn: string | null;
  readonly issuer: string | null;
  readonly source: AchievementSource;
  readonly basedOn: readonly AchievementNamed[];
  readonly state: AchievementState;
  readonly declaredByName: string | null;
  readonly declaredAt: Date;
  readonly settledByName: string | null;
  readonly settledAt: Date | null;
  readonly rejectionReason: string | null;
  readonly revocationNumber: string | null;
  readonly revokedOn: string | null;
  readonly revocationReason: string | null;
  readonly withdrawalReason: string | null;
  readonly illustrative: boolean;
}

export interface AchievementRead extends Omit<AchievementRow, keyof Standing> {
  readonly whyNotConfirm: WhyNot;
  readonly whyNotReject: WhyNot;
  readonly whyNotRevoke: WhyNot;
  readonly whyNotWithdraw: WhyNot;
  readonly whyNotAttach: WhyNot;
}

/** In what order achievements are listed. */
export const ACHIEVEMENT_ORDERS = ['NEWEST', 'OLDEST', 'YEAR', 'YEAR_FIRST'] as const;
export type AchievementOrder = (typeof ACHIEVEMENT_ORDERS)[number];

export interface AchievementFilter {
  readonly mine?: boolean | null;
  readonly personId?: string | null;
  readonly kindId?: string | null;
  readonly year?: number | null;
  readonly states?: readonly AchievementState[] | null;
  readonly order?: AchievementOrder | null;
}

export const KIND_NAMED = sql`json_build_object('id', k.id, 'kindCode', k.code, 'nameVi', k.name_vi, 'nameEn', k.name_en, 'level', k.level)`;
const unitById = (
  id: string,
): RawBuilder<unknown> => sql`(select json_build_object('id', u.id, 'statisticsCode', u.code, 'nameVi', u.name_vi,
  'nameEn', u.name_en) from unit u where u.id = ${sql.ref(id)})`;
const nameOf = (id: string): RawBuilder<unknown> => sql`(select p.full_name from person p where p.id = ${sql.ref(id)})`;

/** Records of what was achieved: to everyone their own, to heads those of their units, to the office those of all. */
@Injectable()
export class AchievementQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Newest first. */
  async achievements(
    actor: Actor,
    { mine, personId, kindId, year, states, order, ...args }: PageArgs & AchievementFilter,
  ): Promise<Page<AchievementRead>> {
    const where = [
      readScope(actor, this.today()),
      ...(mine ? [sql<boolean>`a.person_id = ${records(actor)}`] : []),
      ...(personId ? [sql<boolean>`a.person_id = ${personId}`] : []),
      ...(kindId ? [sql<boolean>`a.kind_id = ${kindId}`] : []),
      ...(year ? [sql<boolean>`a.year = ${year}`] : []),
      ...(states ? [sql<boolean>`a.state = any(${[...states]}::text[])`] : []),
    ];
    const dress = { key: sql`a.id`, from: sql`${rowById('achievement', sql`page.key`)} a on true join title_kind k on k.id = a.kind_id` };
    const found = { from: sql`achievement a`, where: sql.join(where, sql` and `), order: ORDERS[order ?? 'NEWEST'] };
    const listing = { ...found, dress, columns: this.columns(actor) };
    return pageAs(await this.database.page<AchievementRow>(listing, args), told);
  }

  @Rereads('Achievement')
  async achievement(actor: Actor, id: string): Promise<AchievementRead | null> {
    const found = await this.database.first(sql<AchievementRow>`
      select ${this.columns(actor)} from achievement a join title_kind k on k.id = a.kind_id where a.id = ${id} and ${readScope(actor, this.today())}`);
    return found && told(found);
  }

  private columns(actor: Actor): RawBuilder<unknown> {
    return sql`a.id, a.version, ${standing(actor, this.today())},
      (select ${personName(sql`p`)} from person p where p.id = a.person_id) as person, ${KIND_NAMED} as kind,
      a.year, a.without, a.detail, ${unitById('a.unit_id')} as unit, ${unitById('a.unit_then_id')} as "unitThen", a.decision_number as "decisionNumber",
      a.decided_on::text as "decidedOn", a.issuer, a.source, ${basedOn()} as "basedOn", a.state, ${nameOf('a.declared_by_id')} as "declaredByName",
      a.declared_at as "declaredAt", ${nameOf('a.settled_by_id')} as "settledByName", a.settled_at as "settledAt", a.rejection_reason as "rejectionReason",
      a.revocation_number as "revocationNumber", a.revoked_on::text as "revokedOn", a.revocation_reason as "revocationReason", a.withdrawal_reason as "withdrawalReason", a.illustrative`;
  }

  private today(): string {
    return localDate(this.clock.now());
  }
}

const NEWEST_FIRST: readonly OrderKey<AchievementRow>[] = [{ column: sql`a.id`, key: 'id', type: 'uuid', descending: true }];
const LATEST_YEAR_FIRST: readonly OrderKey<AchievementRow>[] = [
  { column: sql`a.year`, key: 'year', type: 'integer', descending: true },
  ...NEWEST_FIRST,
];
const ORDERS: Readonly<Record<AchievementOrder, readonly OrderKey<AchievementRow>[]>> = {
  NEWEST: NEWEST_FIRST,
  OLDEST: reversed(NEWEST_FIRST),
  YEAR: LATEST_YEAR_FIRST,
  YEAR_FIRST: reversed(LATEST_YEAR_FIRST),
};

const basedOn = (): RawBuilder<unknown> => sql`coalesce((
  select json_agg(json_build_object('id', b.id, 'kind', ${KIND_NAMED}, 'year', b.year, 'decisionNumber', b.decision_number) order by b.year, b.id)
  from jsonb_array_elements_text(a.based_on) one join achievement b on b.id = one::uuid join title_kind k on k.id = b.kind_id), '[]')`;

function told({ manages, heads, own, declared, ...row }: AchievementRow): AchievementRead {
  const facts = { manages, heads, own, declared, state: row.state, source: row.source };
  return {
    ...row,
    whyNotConfirm: whyNotAct(facts, 'confirm'),
    whyNotReject: whyNotAct(facts, 'reject'),
    whyNotRevoke: whyNotAct(facts, 'revoke'),
    whyNotWithdraw: whyNotWithdraw(facts),
    whyNotAttach: whyNotAttach(facts),
  };
}
