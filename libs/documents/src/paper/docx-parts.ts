import {
  AlignmentType,
  BorderStyle,
  type IParagraphOptions,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
  convertMillimetersToTwip,
} from 'docx';
import { issuerLines, PAPER_LAYOUT } from './layout.js';
import { type PaperTable } from './paper.js';

const { size, fieldName, spacing, cell: inset } = PAPER_LAYOUT;

/** Sizes of letters are told in halves of a point, places in twentieths of one, lines in 240ths. */
export const HALVES = 2;
export const TWENTIETHS = 20;
export const SINGLE = 240;

export interface Look {
  readonly pt: number;
  readonly bold?: boolean;
  readonly italics?: boolean;
}

export const run = (text: string, { pt, ...style }: Look, breakBefore = false): TextRun =>
  new TextRun({ text, size: pt * HALVES, ...style, ...(breakBefore && { break: 1 }) });

export const lines = (texts: readonly string[], look: Look): TextRun[] => texts.map((text, at) => run(text, look, at > 0));

export const upper = (text: string): string => text.toLocaleUpperCase('vi');
export const upperLines = (name: string): string[] => issuerLines(name).map(upper);

/** A paragraph of the head, the signature or a cell: close to its neighbours, not indented. */
export const close = (children: TextRun[], options: IParagraphOptions = {}): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { before: 0, after: 0, line: SINGLE, lineRule: LineRuleType.AUTO },
    children,
    ...options,
  });

/** The height of the line that a rule stands on, in points. */
const RULE = 6;

/** Room of so many points, for what text processors leave none for. */
export const room = (points: number, keepNext = false): Paragraph =>
  close([], { spacing: { before: 0, after: 0, line: points * TWENTIETHS, lineRule: LineRuleType.EXACT }, keepNext });

/** An empty paragraph whose upper border is the rule: as long as it is asked to be, in the middle of a column of that width, in millimetres. */
export function rule(length: number, column: number, after = 0): Paragraph {
  const side = convertMillimetersToTwip(Math.max(0, (column - length) / 2));
  const border = { top: { style: BorderStyle.SINGLE, size: 6, space: 1, color: '000000' } };
  const spacing = { before: 40, after: after * TWENTIETHS, line: RULE * TWENTIETHS, lineRule: LineRuleType.EXACT };
  return close([], { indent: { left: side, right: side }, border, spacing });
}

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const NO_BORDERS = { top: NONE, bottom: NONE, left: NONE, right: NONE, insideHorizontal: NONE, insideVertical: NONE };

/** Rows of columns side by side without lines, their widths in millimetres. */
export function columns(widths: readonly number[], ...rows: readonly (readonly (readonly Paragraph[])[])[]): Table {
  const twips = widths.map((width) => convertMillimetersToTwip(width));
  const cell = (children: readonly Paragraph[], at: number): TableCell =>
    new TableCell({
      children: [...children],
      width: { size: twips[at] ?? 0, type: WidthType.DXA },
      margins: { left: 0, right: 0 },
    });
  return new Table({
    columnWidths: twips,
    width: { size: twips.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    borders: NO_BORDERS,
    rows: rows.map((cells) => new TableRow({ cantSplit: true, children: cells.map(cell) })),
  });
}

const [SIDE, ABOVE] = [convertMillimetersToTwip(inset.side), convertMillimetersToTwip(inset.above)];

/** As wide as that, in millimetres; its heads are repeated on each page. */
export function tableOf({ columns: titles, rows }: PaperTable, width: number): Table {
  const whole = titles.reduce((sum, { share }) => sum + share, 0);
  const twips = titles.map(({ share }) => Math.round(convertMillimetersToTwip(width) * (share / whole)));
  const ALIGN = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT };
  const row = (texts: readonly string[], header: boolean): TableRow =>
    new TableRow({
      tableHeader: header,
      cantSplit: true,
      children: texts.map(
        (text, at) =>
          new TableCell({
            width: { size: twips[at] ?? 0, type: WidthType.DXA },
            verticalAlign: VerticalAlignTable.CENTER,
            margins: { left: SIDE, right: SIDE, top: ABOVE, bottom: ABOVE },
            children: [
              close(lines(text.split('\n'), { pt: size.table, bold: header }), {
                alignment: header ? AlignmentType.CENTER : ALIGN[titles[at]?.align ?? 'left'],
                // An empty cell is as high as one with a line in it.
                run: { size: size.table * HALVES },
              }),
            ],
          }),
      ),
    });
  return new Table({
    columnWidths: twips,
    width: { size: convertMillimetersToTwip(width), type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    rows: [
      row(
        titles.map(({ title }) => title),
        true,
      ),
      ...rows.map((texts) => row(texts, false)),
    ],
  });
}

/** Names of fields and what they are, side by side without lines, as wide as that, in millimetres. */
export function fieldsOf(rows: readonly (readonly [string, string])[], width: number): Table {
  const half = (spacing * TWENTIETHS) / 2;
  const cell = (text: string): readonly Paragraph[] => [
    close([run(text, { pt: size.body })], {
      alignment: AlignmentType.LEFT,
      spacing: { before: half, after: half, line: SINGLE, lineRule: LineRuleType.AUTO },
    }),
  ];
  return columns([fieldName, width - fieldName], ...rows.map(([name, value]) => [cell(name), cell(value)]));
}
