import { ASKERS, SIGNING_IN, hashOf, tokenOf } from './ids.js';
import { type Size } from './size.js';

/** Judges of all years. */
export const POOL = 800;

const UNITS = `
  insert into unit (id, root_id, kind, name_vi, name_en, parent_id, valid_from) values
    (pg_temp.id('city'), pg_temp.id('city'), 'CITY', 'Thành phố', 'City', null, '2001-01-01'),
    (pg_temp.id('unit0'), pg_temp.id('city'), 'DISTRICT', 'Huyện', 'District', pg_temp.id('city'), '2001-01-01'),
    (pg_temp.id('far0'), pg_temp.id('city'), 'DISTRICT', 'Huyện bên', 'Neighbour', pg_temp.id('city'), '2001-01-01');
  insert into unit (id, root_id, kind, code, name_vi, name_en, parent_id, valid_from)
    select pg_temp.id(host || n), pg_temp.id('city'), case when n <= 12 then 'DEPARTMENT' else 'COMMUNE' end, upper(host) || lpad(n::text, 3, '0'), 'Đơn vị ' || n, 'Unit ' || n,
      pg_temp.id(host || 0), '2001-01-01' from generate_series(1, 32) n, unnest(array['unit', 'far']) host;
  insert into roster (id, host_id, as_of) select pg_temp.id('roster' || host), pg_temp.id(host || 0), '2025-06-30' from unnest(array['unit', 'far']) host;
  insert into roster_unit (roster_id, unit_id) select pg_temp.id('roster' || host), pg_temp.id(host || n) from generate_series(1, 32) n, unnest(array['unit', 'far']) host;
  insert into reform_area (id, code, name_vi, name_en, "order", retired)
    select pg_temp.id('area' || n), 'AREA' || n, 'Lĩnh vực ' || n, 'Area ' || n, n, false from generate_series(1, 7) n;`;

const NAMES = `array['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Phan', 'Vũ', 'Đặng', 'Bùi', 'Đỗ']`;
const GIVEN = `array['Thanh Bình', 'Mạnh Linh', 'Quốc Việt', 'Thị Hoài', 'Hồng Quân', 'Diệu Linh', 'Thị Ngân', 'Hoàng Nam', 'Hồng Vân', 'Đức Anh', 'Ngọc Sáng', 'Thị Nhài', 'Mạnh Tiến', 'Duy Thịnh']`;

/** Whoever asks, the judges of all years and the authors, with accounts; `passwordHash` is of those who sign in. */
const peopleSql = ({ people, sessions }: Size, passwordHash: string): string => `
  create temp table who as
    select who, case who when 'S' then 'unit1' when 'F' then 'unit13' else 'unit2' end as unit from unnest(array['${ASKERS.filter((asker) => !asker.startsWith('J')).join("', '")}']) who
    union all select 'J' || n, 'unit' || (1 + n % 32) from generate_series(1, ${String(POOL)}) n
    union all select 'A' || n, case when n % 10 = 0 then 'far' else 'unit' end || (1 + n % 32) from generate_series(1, ${String(people)}) n;
  insert into person (id, full_name, email, locale, unit_id, external)
    select pg_temp.id('person' || who), pg_temp.pick(who, ${NAMES}) || ' ' || pg_temp.pick(who || 'g', ${GIVEN}), lower(who) || '@example.vn', 'vi', pg_temp.id(unit), false from who;
  insert into account (id, person_id, password_hash, created_at)
    select pg_temp.id('account' || who), pg_temp.id('person' || who),
      case when who ~ '^A\\d+$' and substr(who, 2)::int <= ${String(SIGNING_IN)} then '${passwordHash}' end, now() - interval '5 years' from who;
  insert into role_grant (id, person_id, role, unit_id, valid_from, state)
    select pg_temp.id('grant' || who), pg_temp.id('person' || who), role, pg_temp.id(unit), date '2001-01-01', 'IN_FORCE'
    from (values ('O', 'ORGANISER', 'unit0'), ('L', 'LEADER', 'unit0'), ('ADMIN', 'ADMIN', 'city'), ('S', 'SUBMITTER', 'unit1'), ('F', 'COMMUNE_OFFICER', 'unit13')) g (who, role, unit)
    union all select pg_temp.id('grantJ' || n), pg_temp.id('personJ' || n), 'JUDGE', pg_temp.id('unit0'), date '2001-01-01', 'IN_FORCE' from generate_series(1, ${String(POOL)}) n
    union all select pg_temp.id('grantA' || n), pg_temp.id('personA' || n), 'SUBMITTER', p.unit_id, date '2001-01-01', 'IN_FORCE'
      from generate_series(1, ${String(people)}) n join person p on p.id = pg_temp.id('personA' || n);
  insert into session (id, person_id, kind, token_hash, created_at, expires_at, factor_at)
    select pg_temp.id('session' || asker), pg_temp.id('person' || asker), 'COOKIE', hash, now(), now() + interval '100 years', now()
    from unnest(array['${ASKERS.join("', '")}'], array['${ASKERS.map((asker) => hashOf(tokenOf(asker))).join("', '")}']) as asked (asker, hash);
  ${sessionsSql(1, sessions, people)}`;

/** Sessions that came and went: of everybody, the organiser's among them. */
export const sessionsSql = (from: number, to: number, people: number): string => `
  insert into session (id, person_id, kind, token_hash, created_at, expires_at, revoked_at)
    select pg_temp.id('oldsession' || n), pg_temp.id('person' || case when n % 50 = 0 then 'O' else 'A' || (1 + n % ${String(people)}) end), 'COOKIE', md5('session' || n) || md5(n::text),
      now() - n * interval '10 minutes', now() - n * interval '10 minutes' + interval '12 hours', case when n % 3 = 0 then now() - n * interval '10 minutes' + interval '1 hour' end
    from generate_series(${String(from)}, ${String(to)}) n;
  insert into known_device (id, person_id, token_hash, created_at, last_used_at)
    select pg_temp.id('device' || n), pg_temp.id('personA' || (1 + n % ${String(people)})), md5('device' || n), now() - n * interval '10 minutes', now() - n * interval '5 minutes'
    from generate_series(${String(from)}, ${String(to)}, 10) n;`;

/** A district with 12 departments and 20 communes, and a neighbour like it. */
export const districtSql = (size: Size, passwordHash: string): string => UNITS + peopleSql(size, passwordHash);
