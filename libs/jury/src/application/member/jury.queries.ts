import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { contestOver } from '#lib/contest';
import { type PersonName, personName } from '#lib/identity';
import { type Actor, type Page, type PageArgs, pageAs } from '#lib/kernel';
import { Database, type OrderKey, Rereads, vietnamese } from '#lib/platform';
import { type UnitName, unitName } from '#lib/units';
import { whyNotSetTerms } from '../../domain/member/jury-member.entity.js';
import { judgingScope } from '../scope.js';
import { isNamed } from '../searched.js';

/** A judge of a contest and what was agreed with them; `id` is the seat's, `version` 0 where nothing was agreed yet. */
export interface JuryMemberRow {
  readonly id: string;
  readonly version: number;
  readonly contestId: string;
  readonly person: PersonName;
  /** Where the person works; null where in none. */
  readonly unit: UnitName | null;
  readonly chair: boolean;
  readonly loadMin: number;
  readonly loadMax: number | null;
  readonly absentFrom: string | null;
  readonly absentTo: string | null;
  /** The areas of reform they are at home in. */
  readonly areaIds: readonly string[];
  readonly canSetTerms: boolean;
}

/** As it is read. */
interface FoundMember extends Omit<JuryMemberRow, 'canSetTerms'> {
  readonly over: boolean;
}

interface ListedMember extends FoundMember {
  readonly fullName: string;
  readonly unitNameVi: string | null;
}

/** In what order the jury is listed. */
export const JURY_ORDERS = ['SEATED', 'NAME', 'UNIT'] as const;
export type JuryOrder = (typeof JURY_ORDERS)[number];

export interface JuryFilter extends PageArgs {
  readonly contestId: string;
  /** Part of a name. */
  readonly search?: string | null;
  /** They are at home in it. */
  readonly areaId?: string | null;
  readonly order?: JuryOrder | null;
}

const COLUMNS = sql`s.id, coalesce(m.version, 0) as version, s.contest_id as "contestId", ${personName(sql`p`)} as person,
  case when u.id is not null then ${unitName(sql`u`)} end as unit, s.chair, coalesce(m.load_min, 0) as "loadMin", m.load_max as "loadMax",
  m.absent_from::text as "absentFrom", m.absent_to::text as "absentTo",
  (select coalesce(json_agg(x.area_id order by x.area_id), '[]') from jury_expertise x where x.member_id = m.id) as "areaIds",
  ${contestOver(sql`ct`)} as over`;
const shown = ({ over, ...row }: FoundMember): JuryMemberRow => ({ ...row, canSetTerms: whyNotSetTerms({ over }) === null });
const FROM = sql`seat s join contest ct on ct.id = s.contest_id join person p on p.id = s.person_id
  left join unit u on u.id = p.unit_id left join jury_member m on m.seat_id = s.id`;
const ID: OrderKey<ListedMember> = { column: sql`s.id`, key: 'id', type: 'uuid' };
const ORDERS: Readonly<Record<JuryOrder, readonly OrderKey<ListedMember>[]>> = {
  SEATED: [ID],
  NAME: [{ column: vietnamese(sql`p.full_name`), key: 'fullName', type: 'text' }, ID],
  UNIT: [{ column: vietnamese(sql`u.name_vi`), key: 'unitNameVi', type: 'text', nullAs: '' }, ID],
};
const SEATED = sql`s.kind = 'JUDGE' and s.ended_at is null`;

/** The jury of a contest, to the organisers who may see the judging. */
@Injectable()
export class JuryQueries {
  constructor(private readonly database: Database) {}

  @Rereads('JuryMember')
  async juryMember(actor: Actor, seatId: string): Promise<JuryMemberRow | null> {
    const found = await this.database.first(
      sql<FoundMember>`select ${COLUMNS} from ${FROM} where s.id = ${seatId} and ${SEATED} and ${judgingScope(actor, 'jury:manage')}`,
    );
    return found && shown(found);
  }

  /** Whether the judging of a contest is open to somebody: to who may, and has no part in it themselves. */
  async seesJudging(actor: Actor, permission: string, { contestId }: { readonly contestId: string }): Promise<boolean> {
    const found = await this.database.first(
      sql`select 1 from contest ct where ct.id = ${contestId} and ${judgingScope(actor, permission)}`,
    );
    return found !== null;
  }

  async jury(actor: Actor, args: JuryFilter): Promise<Page<JuryMemberRow>> {
    const given = [sql`s.contest_id = ${args.contestId} and ${SEATED} and ${judgingScope(actor, 'jury:manage')}`];
    if (args.search) given.push(isNamed(sql`p.id`, args.search));
    if (args.areaId) given.push(sql`exists (select 1 from jury_expertise x where x.member_id = m.id and x.area_id = ${args.areaId})`);
    const page = await this.database.page<ListedMember>(
      {
        columns: sql`${COLUMNS}, p.full_name as "fullName", u.name_vi as "unitNameVi"`,
        from: FROM,
        where: sql.join(given, sql` and `),
        order: ORDERS[args.order ?? 'SEATED'],
        plannedAnew: Boolean(args.search),
      },
      args,
    );
    return pageAs(page, shown);
  }
}
