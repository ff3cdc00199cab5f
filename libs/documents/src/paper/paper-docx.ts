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
  lines,
  rule,
  run,
  tableOf,
  upper,
  upperLines,
} from './docx-parts.js';
import { groundLines, MOTTO, numberLine, PAPER_LAYOUT, placeLine, recipientLines, STATE } from './layout.js';
import { type OfficialPaper, type PaperBlock, type PaperSigner } from './paper.js';

const { margin, size, head, firstLine, spacing, line } = PAPER_LAYOUT;
const A4 = { width: 210, height: 297 };
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

const indented = (children: TextRun[], keepNext = false): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.JUSTIFIED,
    indent: { firstLine: convertMillimetersToTwip(firstLine) },
    spacing: { before: 0, after: spacing * TWENTIETHS, line: SINGLE * line, lineRule: LineRuleType.AUTO },
    keepNext,
    children,
  });

function blockOf(block: PaperBlock, width: number): Paragraph | Table {
  if (block.kind === 'table') return tableOf(block, width);
  if (block.kind === 'fields') return fieldsOf(block.rows, width);
  if (block.kind === 'article')
    return indented([run(`Điều ${String(block.number)}.`, { pt: size.body, bold: true }), run(` ${block.text}`, { pt: size.body })]);
  const heading = block.kind !== 'paragraph';
  return indented([run(block.text, { pt: size.body, bold: heading })], heading);
}

const centred = (text: string, look: Look, before = 0): Paragraph =>
  close([run(text, look)], {
    spacing: { before: before * TWENTIETHS, after: spacing * TWENTIETHS, line: SINGLE, lineRule: LineRuleType.AUTO },
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
    ? [close([])]
    : [
        close([run('Nơi nhận:', { pt: size.recipientsTitle, bold: true, italics: true })], { alignment: AlignmentType.LEFT }),
        ...recipientLines(paper.recipients).map((text) => close([run(text, { pt: size.recipients })], { alignment: AlignmentType.LEFT })),
      ];

function signatures(paper: OfficialPaper): (Paragraph | Table)[] {
  const half = (A4.width - margin.left - margin.right) / 2;
  const [first, second] = paper.signers;
  if (first && second) return [columns([half, half], [signed(first), signed(second)]), ...recipients(paper)];
  return [columns([half, half], [recipients(paper), first ? signed(first) : [close([])]])];
}

function addressed({ addressees }: OfficialPaper): Paragraph[] {
  const [only, more] = addressees;
  if (only === undefined) return [];
  if (more === undefined) return [centred(`Kính gửi: ${only}`, { pt: size.body }, spacing)];
  const at = (mm: number, text: string): Paragraph =>
    close([run(text, { pt: size.body })], { alignment: AlignmentType.LEFT, indent: { left: convertMillimetersToTwip(mm) } });
  return [at(25, 'Kính gửi:'), ...recipientLines(addressees).map((text) => at(37, text))];
}

function main(paper: OfficialPaper): (Paragraph | Table)[] {
  const width = A4.width - margin.left - margin.right;
  const subject = Math.min(widthOf(paper.subject, size.subject), width);
  return [
    headOf(paper),
    centred(upper(paper.kind), { pt: size.kind, bold: true }, 2 * spacing),
    ...(paper.subject === ''
      ? []
      : [close([run(paper.subject, { pt: size.subject, bold: true })]), rule(subject * PAPER_LAYOUT.subjectRule, width)]),
    ...addressed(paper),
    ...(paper.authority === null ? [] : [centred(upper(paper.authority), { pt: size.body, bold: true }, spacing)]),
    ...groundLines(paper).map((basis) => indented([run(basis, { pt: size.body, italics: true })])),
    ...(paper.decides === null ? [] : [centred(`${upper(paper.decides)}:`, { pt: size.body, bold: true })]),
    ...paper.body.map((block) => blockOf(block, width)),
    ...(paper.illustrative ? [indented([run('Số liệu trong văn bản này chỉ để minh họa.', { pt: size.body, italics: true })])] : []),
    close([]),
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
export async function paperDocx(paper: OfficialPaper, madeAt: Date): Promise<Buffer> {
  const annexes = paper.annexes.map(({ title, note, landscape, blocks }) => {
    const width = (landscape ? A4.height : A4.width) - margin.left - margin.right;
    return section(
      [
        centred(upper(title), { pt: size.kind, bold: true }),
        ...(note === null ? [] : [centred(note, { pt: size.body, italics: true })]),
        ...blocks.map((block) => blockOf(block, width)),
        close([]),
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
