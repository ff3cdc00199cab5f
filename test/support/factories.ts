import { type UnitKind } from '#domain/units';
import { GrantService, PersonService } from '#lib/identity';
import { type Role, SYSTEM } from '#lib/kernel';
import { UnitService } from '#lib/units';
import { type RunningContest } from './harness.js';

const BEGINNING = '2021-01-01';

/** The ids of a small district and of one person in each role. */
export interface District {
  readonly units: {
    readonly district: string;
    readonly interior: string;
    readonly finance: string;
    readonly culture: string;
    readonly anKhanh: string;
    readonly sonDong: string;
    readonly laPhu: string;
  };
  readonly people: {
    /** Of the finance department. */
    readonly submitter: string;
    /** Head of the finance department. */
    readonly head: string;
    /** From outside the district. */
    readonly judge: string;
    readonly organiser: string;
    readonly leader: string;
    /** Of An Khánh. */
    readonly communeOfficer: string;
    readonly admin: string;
  };
}

export const PASSWORD = 'mat-khau-du-dai';

let serial = 0;

/** A unit, in English named as in Vietnamese. */
export async function aUnit(
  contest: RunningContest,
  nameVi: string,
  order: { kind: UnitKind; parentId: string | null; code?: string; abbreviation?: string },
): Promise<string> {
  const { kind, parentId, code = null, abbreviation = null } = order;
  const unit = await contest
    .get(UnitService)
    .createUnit(SYSTEM, { kind, statisticsCode: code, abbreviation, nameVi, nameEn: nameVi, parentId, validFrom: BEGINNING });
  return unit.id;
}

/** A person with an account and, where a role is named, that role for their unit. Without `password` nobody can sign in, but `contest.as` can. */
export async function aPerson(
  contest: RunningContest,
  order: { fullName?: string; email?: string; unitId: string | null; role?: Role; roleUnitId?: string; password?: string },
): Promise<string> {
  serial += 1;
  const person = await contest.get(PersonService).createPerson(SYSTEM, {
    fullName: order.fullName ?? `Nguyễn Văn ${String(serial)}`,
    email: order.email ?? `person${String(serial)}@example.vn`,
    unitId: order.unitId,
    external: order.unitId === null,
    password: order.password ?? null,
  });
  const unitId = order.roleUnitId ?? order.unitId;
  if (order.role && unitId)
    await contest.get(GrantService).grantRole(SYSTEM, { personId: person.id, role: order.role, unitId, validFrom: BEGINNING });
  return person.id;
}

/** A district with three departments, three communes and one person per role, made through the services. */
export async function aDistrict(contest: RunningContest): Promise<District> {
  const district = await aUnit(contest, 'Huyện Hoài Đức', { kind: 'DISTRICT', parentId: null, code: '274' });
  const department = (name: string, abbreviation: string) => aUnit(contest, name, { kind: 'DEPARTMENT', parentId: district, abbreviation });
  const commune = (name: string, code: string) => aUnit(contest, name, { kind: 'COMMUNE', parentId: district, code });
  const units = {
    district,
    interior: await department('Phòng Nội vụ', 'P.NV'),
    finance: await department('Phòng Tài chính - Kế hoạch', 'P.TCKH'),
    culture: await department('Phòng Văn hóa và Thông tin', 'P.VHTT'),
    anKhanh: await commune('Xã An Khánh', '09877'),
    sonDong: await commune('Xã Sơn Đồng', '09859'),
    laPhu: await commune('Xã La Phù', '09889'),
  };
  const people = {
    submitter: await aPerson(contest, { fullName: 'Nguyễn Thị Hòa', unitId: units.finance, role: 'SUBMITTER' }),
    head: await aPerson(contest, { fullName: 'Phùng Văn Thắng', unitId: units.finance, role: 'SUBMITTER' }),
    judge: await aPerson(contest, { fullName: 'Trần Quốc Bảo', unitId: null, role: 'JUDGE', roleUnitId: district }),
    organiser: await aPerson(contest, { fullName: 'Lê Thị Minh', unitId: units.interior, role: 'ORGANISER', roleUnitId: district }),
    leader: await aPerson(contest, { fullName: 'Đỗ Đức Trung', unitId: district, role: 'LEADER' }),
    communeOfficer: await aPerson(contest, { fullName: 'Vương Thị Lan', unitId: units.anKhanh, role: 'COMMUNE_OFFICER' }),
    admin: await aPerson(contest, { fullName: 'Ngô Quang Huy', unitId: units.interior, role: 'ADMIN', roleUnitId: district }),
  };
  await contest.get(PersonService).addPosition(SYSTEM, {
    personId: people.head,
    unitId: units.finance,
    titleVi: 'Trưởng phòng Tài chính - Kế hoạch',
    titleEn: 'Head of Finance and Planning',
    heads: true,
    from: BEGINNING,
  });
  return { units, people };
}

/** That a commune which had ended became a part of An Khánh, recorded by nobody's key. */
export async function aLink(contest: RunningContest, { units }: District): Promise<string> {
  const service = contest.get(UnitService);
  const order = { kind: 'COMMUNE' as const, nameVi: 'Xã Vân Canh', nameEn: 'Van Canh', parentId: units.district };
  const { id: fromId } = await service.createUnit(SYSTEM, { ...order, validFrom: BEGINNING, validTo: '2024-12-31' });
  return (await service.recordLineage(SYSTEM, { fromId, toId: units.anKhanh, kind: 'SPLIT', effectiveOn: '2025-01-01' })).id;
}
