import { xmlText } from './xml-text.js';

// The fixed parts of a workbook, as ECMA-376 has them.

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Where a style stands in the list of them. */
export const STYLE = { HEAD: 1, TEXT: 2, NUMBER: 3, MONEY: 4, DATE: 5, MOMENT: 6 } as const;

const TEXT_FORMAT = 49;
const THOUSANDS_FORMAT = 3;
const DATE_FORMAT = 164;
const MOMENT_FORMAT = 165;

const cellStyle = (format: number, more = ''): string =>
  `<xf numFmtId="${String(format)}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"${more}/></xf>`;

const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="2"><numFmt numFmtId="${String(DATE_FORMAT)}" formatCode="dd/mm/yyyy"/><numFmt numFmtId="${String(MOMENT_FORMAT)}" formatCode="dd/mm/yyyy\\ hh:mm"/></numFmts>
<fonts count="2"><font><sz val="12"/><name val="Times New Roman"/><family val="1"/></font><font><b/><sz val="12"/><name val="Times New Roman"/><family val="1"/></font></fonts>
<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE9EDF3"/><bgColor indexed="64"/></patternFill></fill></fills>
<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left/><right/><top/><bottom style="thin"><color rgb="FF78839A"/></bottom><diagonal/></border></borders>
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
<cellXfs count="7"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="${String(TEXT_FORMAT)}" fontId="1" fillId="2" borderId="1" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf>${cellStyle(TEXT_FORMAT, ' wrapText="1"')}${cellStyle(0)}${cellStyle(THOUSANDS_FORMAT)}${cellStyle(DATE_FORMAT)}${cellStyle(MOMENT_FORMAT)}</cellXfs>
<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

export const sheetPath = (number: number): string => `xl/worksheets/sheet${String(number)}.xml`;

/** All parts of a workbook but its sheets, by their path. */
export function fixedParts(names: readonly string[]): ReadonlyMap<string, string> {
  const numbers = names.map((_, at) => at + 1);
  const types = numbers.map((number) => `<Override PartName="/${sheetPath(number)}" ContentType="${TYPE}.worksheet+xml"/>`);
  const relations = numbers.map((number) => relation(number, 'worksheet', `worksheets/sheet${String(number)}.xml`));
  const sheets = names.map((name, at) => `<sheet name="${xmlText(name)}" sheetId="${String(at + 1)}" r:id="rId${String(at + 1)}"/>`);
  const titles = names.map(
    (name, at) =>
      `<definedName name="_xlnm.Print_Titles" localSheetId="${String(at)}">'${xmlText(name.replaceAll("'", "''"))}'!$1:$1</definedName>`,
  );
  return new Map([
    [
      '[Content_Types].xml',
      `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>${types.join('')}</Types>`,
    ],
    [
      '_rels/.rels',
      `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${relation(1, 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    ],
    [
      'xl/workbook.xml',
      `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${sheets.join('')}</sheets><definedNames>${titles.join('')}</definedNames></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${relations.join('')}${relation(names.length + 1, 'styles', 'styles.xml')}</Relationships>`,
    ],
    ['xl/styles.xml', STYLES],
  ]);
}

const relation = (number: number, type: string, target: string): string =>
  `<Relationship Id="rId${String(number)}" Type="${OFFICE}/${type}" Target="${target}"/>`;

/** What stands before the rows of a sheet: its first row and its widths are fixed. */
export const sheetBegin = (widths: readonly number[]): string =>
  `${HEAD}<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths
    .map((width, at) => `<col min="${String(at + 1)}" max="${String(at + 1)}" width="${String(width)}" customWidth="1"/>`)
    .join('')}</cols><sheetData>`;

/** What stands after them; `all` is the reach of the rows, as `A1:K200`. */
export const sheetEnd = (all: string): string =>
  `</sheetData><autoFilter ref="${all}"/><pageMargins left="0.5" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/><headerFooter><oddFooter>&amp;R&amp;P/&amp;N</oddFooter></headerFooter></worksheet>`;
