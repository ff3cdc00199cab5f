import { Refused, cleanText, isDay } from '#lib/kernel';
import { LINEAGE_KINDS, type LineageKind } from './lineage.js';
import { UNIT_KINDS, type UnitKind } from './unit.entity.js';

export interface UnitRow {
  readonly code: string;
  readonly kind: UnitKind;
  readonly nameVi: string;
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

export interface LineageRow {
  readonly oldCode: string;
  readonly newCode: string;
  readonly kind: LineageKind;
}

/** Rows of `gso_code,type,name[,valid_from][,valid_to]`. Refuses `IMPORT_ROW` with the number of the first row that does not fit. */
export function readUnitRows(csv: string): UnitRow[] {
  return readCsv(csv).map((cells, at) => {
    const cell = reader(cells, at);
    return {
      code: cell.text('gso_code'),
      kind: cell.oneOf('type', UNIT_KINDS),
      nameVi: cell.text('name'),
      validFrom: cell.day('valid_from'),
      validTo: cell.day('valid_to'),
    };
  });
}

/** Rows of `old_code,new_code,kind`; other columns are for the reader. Refuses `IMPORT_ROW`. */
export function readLineageRows(csv: string): LineageRow[] {
  return readCsv(csv).map((cells, at) => {
    const cell = reader(cells, at);
    return { oldCode: cell.text('old_code'), newCode: cell.text('new_code'), kind: cell.oneOf('kind', LINEAGE_KINDS) };
  });
}

type Cells = Readonly<Record<string, string>>;

/**
 * RFC 4180: cells may stand in quotes, a quote in them is doubled. The first line names the columns, and shows what parts them: Excel in Vietnamese
 * writes semicolons, and tabs where it saves as Unicode text.
 */
function readCsv(csv: string): Cells[] {
  const lines = csv
    .replace(/^\ufeff/, '')
    .split(/\r\n?|\n/)
    .filter((line) => cleanText(line) !== '');
  const separator = [',', ';', '\t'].find((sign) => lines[0]?.includes(sign)) ?? ',';
  const [header, ...rows] = lines.map((line) => cellsOf(line, separator));
  return rows.map((row) => Object.fromEntries((header ?? []).map((name, at) => [name, row[at] ?? ''])));
}

function cellsOf(line: string, separator: string): string[] {
  return [...line.matchAll(new RegExp(`(?:^|${separator})(?:"((?:[^"]|"")*)"|([^${separator}]*))`, 'g'))].map(([, quoted, plain]) =>
    cleanText(quoted?.replaceAll('""', '"') ?? plain ?? ''),
  );
}

function reader(cells: Cells, at: number) {
  const refuse = (problem: string): never => {
    throw new Refused('IMPORT_ROW', { row: at + 1, problem });
  };
  return {
    text: (column: string): string => cells[column] || refuse(column),
    day: (column: string): string | null => {
      const value = cells[column] ?? '';
      if (value === '') return null;
      return isDay(value) ? value : refuse(column);
    },
    oneOf: <T extends string>(column: string, allowed: readonly T[]): T =>
      allowed.find((value) => value === cells[column]) ?? refuse(column),
  };
}

const ENGLISH_KIND: Readonly<Record<UnitKind, string>> = {
  CITY: 'City',
  DISTRICT: 'District',
  DEPARTMENT: 'Department',
  COMMUNE: 'Commune',
  TOWNSHIP: 'Township',
  WARD: 'Ward',
};

/** `Xã An Khánh` is *An Khanh Commune* where nobody gave an English name. */
export function englishName(kind: UnitKind, nameVi: string): string {
  const proper = nameVi.replace(/^(Thành phố|Huyện|Phòng|Xã|Thị trấn|Phường)\s+/u, '');
  const plain = proper.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');
  return `${plain} ${ENGLISH_KIND[kind]}`;
}
