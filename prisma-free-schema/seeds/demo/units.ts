import { readFileSync } from 'node:fs';
import { SYSTEM } from '#lib/kernel';
import { projectFile } from '#lib/platform';
import { CalendarService, UnitService, UnitsImportService } from '#lib/units';
import { AreaService } from '#lib/contest';
import { areas, communes, workingCalendars, departments, district } from '../content/index.js';
import { CITY, DISTRICT, type Season, moment, of2025 } from './season.js';

const BEGINNING = '2021-01-01';
export const REORGANISED_ON = '2025-07-01';

const read = (name: string): string => readFileSync(projectFile(`prisma-free-schema/seeds/content/${name}`), 'utf8');

/** The city, the district with its departments and its twenty communes, what these became on 1/7/2025, and the areas of reform. */
export async function loadUnits(season: Season): Promise<void> {
  const units = season.get(UnitService);
  const city = await units.createUnit(SYSTEM, {
    kind: 'CITY',
    statisticsCode: '01',
    abbreviation: 'HN',
    nameVi: 'Thành phố Hà Nội',
    nameEn: 'Hanoi City',
    parentId: null,
    validFrom: BEGINNING,
  });
  season.keepUnit(CITY, city.id);
  const { name, abbreviation, validFrom, validTo } = district;
  const host = await units.createUnit(SYSTEM, {
    kind: 'DISTRICT',
    statisticsCode: DISTRICT,
    abbreviation,
    nameVi: name.vi,
    nameEn: name.en,
    parentId: city.id,
    validFrom,
    validTo,
  });
  season.keepUnit(DISTRICT, host.id);

  for (const { code, name, abbreviation, validFrom, validTo } of departments) {
    const { id } = await units.createUnit(SYSTEM, {
      kind: 'DEPARTMENT',
      statisticsCode: null,
      abbreviation,
      nameVi: name.vi,
      nameEn: name.en,
      parentId: host.id,
      validFrom,
      validTo,
    });
    season.keepUnit(code, id);
  }
  await loadCommunes(season);
  for (const [ordinal, { code, name, source }] of areas.entries()) {
    const naming = { nameVi: name.vi, nameEn: name.en, source, ordinal };
    const { id } = await season.get(AreaService).createArea(SYSTEM, { areaCode: code, ...naming, ownerUnitId: season.unit(DISTRICT) });
    season.keepArea(code, id);
  }
}

/** The days off of the season's last two years, at the moment of each notice. */
export async function loadWorkingCalendars(season: Season): Promise<void> {
  for (const calendar of workingCalendars) {
    season.at(moment(calendar.decidedOn));
    await season.get(CalendarService).enterWorkingCalendar(SYSTEM, calendar);
  }
}

async function loadCommunes(season: Season): Promise<void> {
  const imports = season.get(UnitsImportService);
  const nameEn = Object.fromEntries(communes.map(({ gsoCode, name }) => [gsoCode, name.en]));
  const before = await imports.importUnits(SYSTEM, {
    parentId: season.unit(DISTRICT),
    csv: read('units-2021.csv'),
    validFrom: BEGINNING,
    nameEn,
  });
  for (const [code, id] of before) season.keepUnit(code, id);
  const after = await imports.importUnits(SYSTEM, {
    parentId: season.unit(CITY),
    csv: read('units-2025.csv'),
    validFrom: REORGANISED_ON,
  });
  for (const [code, id] of after) season.keepUnit(of2025(code), id);
  await imports.importLineage(SYSTEM, { csv: read('units-lineage-2025.csv'), effectiveOn: REORGANISED_ON });
}
