import { type RawBuilder, sql } from 'kysely';
import { vietnamese } from '#lib/platform';

/** Somebody with a seat, and the position that they hold; empty where none is recorded. */
export interface Seated {
  readonly name: string;
  readonly position: string;
  readonly unit: string;
  readonly chair: boolean;
  /** The moment from which they have the seat. */
  readonly from: string;
}

/** Of contest `ct`: who has a seat of a kind that has not ended, the chair first, with what they are on a day. */
export const seated = (kind: 'JUDGE' | 'SECRETARY', day: string): RawBuilder<readonly Seated[]> =>
  people(sql`s.kind = ${kind} and s.ended_at is null`, sql`${day}::date`, sql`'{}'::jsonb`);

/** The same of who had one at a moment, with more to be told of person `p`. */
export const seatedAt = (kind: 'JUDGE' | 'SECRETARY', at: RawBuilder<unknown>, more: RawBuilder<unknown>): RawBuilder<readonly Seated[]> =>
  people(
    sql`s.kind = ${kind} and s."from" <= ${at} and coalesce(s.ended_at > ${at}, ${at} is not null)`,
    sql`(${at} at time zone 'Asia/Ho_Chi_Minh')::date`,
    more,
  );

const people = (
  sits: RawBuilder<unknown>,
  day: RawBuilder<unknown>,
  more: RawBuilder<unknown>,
): RawBuilder<readonly Seated[]> => sql`coalesce((
  select jsonb_agg(jsonb_build_object('name', p.full_name, 'position', coalesce(o.title_vi, ''), 'unit', coalesce(o.unit, own.name_vi, ''), 'chair', s.chair, 'from', s."from") || ${more}
    order by s.chair desc, s."from", ${vietnamese(sql`p.full_name`)}, s.id)
  from seat s join person p on p.id = s.person_id left join unit own on own.id = p.unit_id
  left join lateral (select o.title_vi, u.name_vi as unit from position o join unit u on u.id = o.unit_id
    where o.person_id = p.id and o."from" <= ${day} and (o."to" is null or o."to" >= ${day}) order by o.is_head desc, o."from", o.id limit 1) o on true
  where s.contest_id = ct.id and ${sits}), '[]')`;

/** `Trưởng phòng, Phòng Tài chính`; the unit once where the position names it. */
export const positionOf = ({ position, unit }: Pick<Seated, 'position' | 'unit'>): string =>
  position.toLocaleLowerCase('vi').includes(unit.toLocaleLowerCase('vi').replace(/^phòng /, ''))
    ? position || unit
    : [position, unit].filter((part) => part !== '').join(', ');
