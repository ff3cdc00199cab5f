import { Refused } from '#lib/kernel';
import { type ReadCell, type ReadWorkbook } from './cell.js';
import { readCells, readRelations, readSharedStrings, readSheetList } from './parts.js';
import { readStyles } from './styles.js';
import { Package } from './unzip.js';

/**
 * Reads the values of an XLSX file (ISO/IEC 29500) and nothing else of it: ranges, styles, links and macros are not followed, so that a file
 * made to exhaust the reader finds nothing to unfold. Refuses `SHEET_UNREADABLE`: no workbook, broken, encrypted, or larger than any sheet is.
 */
export async function readWorkbook(bytes: Uint8Array): Promise<ReadWorkbook> {
  try {
    return await read(new Package(bytes));
  } catch {
    throw new Refused('SHEET_UNREADABLE', {}, 'fileId');
  }
}

async function read(parts: Package): Promise<ReadWorkbook> {
  const sheets = readSheetList(await parts.text('xl/workbook.xml'));
  const relations = readRelations(await parts.text('xl/_rels/workbook.xml.rels'));
  const textOf = async (kind: string): Promise<string | null> => {
    const target = [...relations.values()].find(({ type }) => type.endsWith(`/${kind}`))?.target;
    return target === undefined ? null : parts.text(pathOf(target));
  };
  const strings = readSharedStrings((await textOf('sharedStrings')) ?? '<sst/>');
  const shownAs = readStyles((await textOf('styles')) ?? '<styleSheet/>');
  const pages = new Map<string, ReadonlyMap<string, ReadCell>>();
  for (const { name, relation } of sheets) {
    const target = relations.get(relation)?.target;
    if (target === undefined || pages.has(name)) throw new Error(`${name} has no part of its own`);
    pages.set(name, readCells(await parts.text(pathOf(target)), { strings, shownAs }));
  }
  return pages;
}

/** Targets are relative to the folder of the workbook, or absolute. */
function pathOf(target: string): string {
  return target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`;
}
