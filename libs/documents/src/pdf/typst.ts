import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

/** A document to set: its source, and what it is filled with. Nothing of that is ever taken for source. */
export interface Setting {
  readonly source: string;
  readonly view: object;
  /** What the document says of when it was made. */
  readonly madeAt: Date;
  /** As PDF/A-2u, which stays readable: for what is kept by who it is given to. */
  readonly archived?: boolean;
}

const FONTS = [
  '400Regular/Tinos_400Regular',
  '400Regular_Italic/Tinos_400Regular_Italic',
  '700Bold/Tinos_700Bold',
  '700Bold_Italic/Tinos_700Bold_Italic',
];

let made: NodeCompiler | null = null;

/** With the one family of letters that official documents take, as wide as Times New Roman; none of the machine's own. */
function compiler(): NodeCompiler {
  const { resolve } = createRequire(import.meta.url);
  made ??= NodeCompiler.create({
    fontArgs: [{ fontBlobs: FONTS.map((font) => readFileSync(resolve(`@expo-google-fonts/tinos/${font}.ttf`))) }],
  });
  return made;
}

/** The document as PDF. The same source, view and moment give the same bytes. */
export function pdfOf({ source, view, madeAt, archived = false }: Setting): Buffer {
  const typst = compiler();
  try {
    const order = { mainFileContent: source, inputs: { view: JSON.stringify(view) } };
    return typst.pdf(order, {
      creationTimestamp: Math.floor(madeAt.getTime() / 1000),
      ...(archived && { pdfStandard: 'a-2u', pdfTags: false }),
    });
  } finally {
    // What was kept for the next document would be kept for ever.
    typst.evictCache(0);
  }
}

const WIDTH = `
#let view = json(bytes(sys.inputs.view))
#context [#metadata(view.texts.map(one => measure(text(font: "Tinos", size: view.size * 1pt, weight: "bold", one)).width.mm())) <width>]
`;

/** How wide each of these texts is in bold letters of that size in points; in millimetres. */
export function widthsOf(texts: readonly string[], size: number): number[] {
  const order = { mainFileContent: WIDTH, inputs: { view: JSON.stringify({ texts, size }) } };
  const [widths = []] = compiler().query(order, { selector: '<width>', field: 'value' }) as number[][];
  return widths;
}

/** How wide a text is, likewise. */
export const widthOf = (text: string, size: number): number => widthsOf([text], size)[0] ?? 0;
