import {
  AlignmentType,
  Document,
  Header,
  type ISectionOptions,
  LineRuleType,
  PageNumber,
  PageOrientation,
  Packer,
  Paragraph,
  type Table,
  TextRun,
  convertMillimetersToTwip,
} from 'docx';
import JSZip from 'jszip';
import { widthOf } from '../pdf/typst.js';
import {
  HALVES,
  type Look,
  SINGLE,
  TWENTIETHS,
  close,
  columns,
  fieldsOf,
  room,
  lines,
  rule,
  run,
  tableOf,
  upper,
  upperLines,
} from './docx-parts.js';
import { fitted } from './fitted.js';
import { A4, groundLines, MOTTO, numberLine, PAPER_LAYOUT, placeLine, recipientLines, STATE } from './layout.js';
import { type OfficialPaper, type PaperBlock, type PaperSigner } from './paper.js';

const { margin, size, head, firstLine, spacing, line, part } = PAPER_LAYOUT;
const FONT = 'Times New Roman';
const CORE = 'docProps/core.xml';
const MOMENT = /\d{4}-\d{2}-\d{2}T[\d:.]+Z/g;

function headOf(paper: OfficialPaper): Table {
  const names = upperLines(paper.issuer);
  const longest = Math.max(...names.map((name) => widthOf(name, size.issuer)));
  const left = [
    ...(paper.superior === null ? [] : [close(lines(upperLines(paper.superior), { pt: size.superior }))]),
    close(lines(names, { pt: size.issuer, bold: true })),
    rule(Math.min(longest, head.left) * PAPER_LAYOUT.issuerRule, head.left),
  ];
  const right = [
    close([run(STATE, { pt: size.state, bold: true })]),
    close([run(MOTTO, { pt: size.motto, bold: true })]),
    rule(widthOf(MOTTO, size.motto), head.right),
  ];
  const number = [
    close([run(numberLine(paper), { pt: size.number })]),
    ...(paper.draft === null ? [] : [close([run(paper.draft, { pt: size.number, bold: true })])]),
  ];
  const place = [close([run(placeLine(paper), { pt: size.place, italics: true })])];
  return columns([head.left, head.right], [left, right], [number, place]);
}

interface Stands {
  /** On the page of what comes after it. */
  readonly keepNext?: boolean;
  /** After a table, under which a text processor leaves no room. */
  readonly afterTable?: boolean;
}

const indented = (children: TextRun[], { keepNext = false, afterTable = false }: Stands = {}): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.JUSTIFIED,
    indent: { firstLine: convertMillimetersToTwip(firstLine) },
    spacing: {
      before: afterTable ? spacing * TWENTIETHS : 0,
      after: spacing * TWENTIETHS,
      line: SINGLE * line,
      lineRule: LineRuleType.AUTO,
    },
    keepNext,
    children,
  });

function blockOf(block: PaperBlock, width: number, stands: Stands): Paragraph | Table {
  if (block.kind === 'table') return tableOf(block, width);
  if (block.kind === 'fields') return fieldsOf(block.rows, width);
  if (block.kind === 'article')
    return indented(
      [run(`Điều ${String(block.number)}.`, { pt: size.body, bold: true }), run(` ${block.text}`, { pt: size.body })],
      stands,
    );
  const heading = block.kind !== 'paragraph';
  return indented([run(block.text, { pt: size.body, bold: heading })], { ...stands, keepNext: heading || (stands.keepNext ?? false) });
}

const isTable = (block: PaperBlock | undefined): boolean => block?.kind === 'table' || block?.kind === 'fields';

/** In their order; two tables that follow each other stay two, and the last text stays with what comes after, where that is asked. */
const blocksOf = (blocks: readonly PaperBlock[], width: number, keepLast = false): (Paragraph | Table)[] =>
  blocks.flatMap((block, at) => {
    const afterTable = isTable(blocks[at - 1]);
    const written = blockOf(block, width, { afterTable, keepNext: keepLast && at + 1 === blocks.length });
    return afterTable && isTable(block) ? [room(spacing), written] : [written];
  });

const centred = (
  text: string,
  look: Look,
  { before = 0, after = spacing }: { readonly before?: number; readonly after?: number } = {},
): Paragraph =>
  close([run(text, look)], {
    spacing: { before: before * TWENTIETHS, after: after * TWENTIETHS, line: SINGLE, lineRule: LineRuleType.AUTO },
    keepNext: true,
  });

const signed = ({ on, position, name }: PaperSigner): Paragraph[] => [
  ...(on === null ? [] : [close([run(upper(on), { pt: size.signer, bold: true })], { keepNext: true })]),
  close([run(upper(position), { pt: size.signer, bold: true })], {
    spacing: { before: 0, after: PAPER_LAYOUT.signature * TWENTIETHS, line: SINGLE, lineRule: LineRuleType.AUTO },
    keepNext: true,
  }),
  close([run(name ?? '', { pt: size.signer, bold: true })]),
];

const recipients = (paper: OfficialPaper): Paragraph[] =>
  paper.recipients.length === 0
    ? [room(1)]
    : [
        close([run('Nơi nhận:', { pt: size.recipientsTitle, bold: true, italics: true })], { alignment: AlignmentType.LEFT }),
        ...recipientLines(paper.recipients).map((text) => close([run(text, { pt: size.recipients })], { alignment: AlignmentType.LEFT })),
      ];

function signatures(paper: OfficialPaper): (Paragraph | Table)[] {
  const half = (A4.width - margin.left - margin.right) / 2;
  const [first, second] = paper.signers;
  if (first && second) return [columns([half, half], [signed(first), signed(second)]), room(part), ...recipients(paper)];
  return [columns([half, half], [recipients(paper), first ? signed(first) : [close([])]])];
}

function addressed({ addressees }: OfficialPaper): Paragraph[] {
  const [only, more] = addressees;
  if (only === undefined) return [];
  if (more === undefined) return [centred(`Kính gửi: ${only}`, { pt: size.body }, { after: part })];
  const at = (mm: number, text: string): Paragraph =>
    close([run(text, { pt: size.body })], { alignment: AlignmentType.LEFT, indent: { left: convertMillimetersToTwip(mm) } });
  return [at(25, 'Kính gửi:'), ...recipientLines(addressees).map((text) => at(37, text)), room(part)];
}

const illustrated = (stands: Stands): Paragraph =>
  indented([run('Số liệu trong văn bản này chỉ để minh họa.', { pt: size.body, italics: true })], stands);

function main(paper: OfficialPaper): (Paragraph | Table)[] {
  const width = A4.width - margin.left - margin.right;
  const subject = Math.min(widthOf(paper.subject, size.subject), width);
  return [
    headOf(paper),
    centred(upper(paper.kind), { pt: size.kind, bold: true }, { before: part, after: paper.subject === '' ? part : spacing }),
    ...(paper.subject === ''
      ? []
      : [close([run(paper.subject, { pt: size.subject, bold: true })]), rule(subject * PAPER_LAYOUT.subjectRule, width, part)]),
    ...addressed(paper),
    ...(paper.authority === null ? [] : [centred(upper(paper.authority), { pt: size.body, bold: true })]),
    ...groundLines(paper).map((basis) => indented([run(basis, { pt: size.body, italics: true })])),
    ...(paper.decides === null ? [] : [centred(`${upper(paper.decides)}:`, { pt: size.body, bold: true })]),
    ...blocksOf(paper.body, width, !paper.illustrative),
    ...(paper.illustrative ? [illustrated({ keepNext: true, afterTable: isTable(paper.body.at(-1)) })] : []),
    room(isTable(paper.body.at(-1)) && !paper.illustrative ? PAPER_LAYOUT.signers : PAPER_LAYOUT.signers - spacing, true),
    ...signatures(paper),
  ];
}

/** A part with the page number in the middle of the upper margin, from the second page of the paper on. */
function section(children: (Paragraph | Table)[], landscape: boolean, first: boolean): ISectionOptions {
  const number = close([new TextRun({ children: [PageNumber.CURRENT], size: size.pageNumber * HALVES })]);
  return {
    properties: {
      ...(first && { titlePage: true }),
      page: {
        size: {
          width: convertMillimetersToTwip(A4.width),
          height: convertMillimetersToTwip(A4.height),
          orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: {
          top: convertMillimetersToTwip(margin.top),
          bottom: convertMillimetersToTwip(margin.bottom),
          left: convertMillimetersToTwip(margin.left),
          right: convertMillimetersToTwip(margin.right),
          header: convertMillimetersToTwip(PAPER_LAYOUT.pageNumberFrom),
        },
      },
    },
    headers: { default: new Header({ children: [number] }), ...(first && { first: new Header({ children: [close([])] }) }) },
    children,
  };
}

/**
 * A paper as DOCX, to be edited in Word or LibreOffice; it names Times New Roman, which Tinos stands for in the PDF. The same paper and moment
 * give the same bytes.
 */
export async function paperDocx(given: OfficialPaper, madeAt: Date): Promise<Buffer> {
  const paper = fitted(given);
  const annexes = paper.annexes.map(({ title, note, landscape, blocks }) => {
    const width = (landscape ? A4.height : A4.width) - margin.left - margin.right;
    return section(
      [
        centred(upper(title), { pt: size.kind, bold: true }, { after: note === null ? part : 0 }),
        ...(note === null ? [] : [centred(note, { pt: size.body, italics: true }, { after: part })]),
        ...blocksOf(blocks, width),
        room(1),
      ],
      landscape,
      false,
    );
  });
  const document = new Document({
    styles: { default: { document: { run: { font: FONT, size: size.body * HALVES, language: { value: 'vi-VN' } } } } },
    sections: [section(main(paper), false, true), ...annexes],
  });
  return asOf(await Packer.toBuffer(document), madeAt);
}

/** The package, with that moment in place of the one at which it happened to be written. */
async function asOf(docx: Buffer, madeAt: Date): Promise<Buffer> {
  const parts = await JSZip.loadAsync(docx);
  const written = new JSZip();
  for (const { name, dir } of Object.values(parts.files)) {
    if (dir) continue;
    const content = (await parts.file(name)?.async('nodebuffer')) ?? Buffer.alloc(0);
    const dated = name === CORE ? content.toString('utf8').replace(MOMENT, madeAt.toISOString()) : content;
    written.file(name, dated, { date: madeAt, createFolders: false });
  }
  return written.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
}
