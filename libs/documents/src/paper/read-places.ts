import { getDocumentProxy } from 'unpdf';

/** A run of letters as it stands on a page: places in millimetres from the upper left corner, the size of its letters in points. */
export interface Placed {
  readonly page: number;
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  readonly size: number;
  /** By the name that the font has of itself, e.g. `Tinos-BoldItalic`. */
  readonly font: string;
}

/** A straight line across a page, in millimetres from the upper left corner. */
export interface Ruled {
  readonly page: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
}

const MM = 25.4 / 72;
const round = (value: number): number => Math.round(value * 100) / 100;

interface Item {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly fontName: string;
}

type Matrix = readonly [number, number, number, number, number, number];
const times = ([a, b, c, d, e, f]: Matrix, [x, y]: readonly [number, number]): [number, number] => [a * x + c * y + e, b * x + d * y + f];
const joined = (m: Matrix, n: Matrix): Matrix => {
  const [e, f] = times(m, [n[4], n[5]]);
  return [m[0] * n[0] + m[2] * n[1], m[1] * n[0] + m[3] * n[1], m[0] * n[2] + m[2] * n[3], m[1] * n[2] + m[3] * n[3], e, f];
};

/** What stands where in a PDF, for tests: it reads back what the page shows, not what it was made from. */
export async function readPlaces(pdf: Uint8Array): Promise<{ text: Placed[]; rules: Ruled[] }> {
  const document = await getDocumentProxy(new Uint8Array(pdf));
  const text: Placed[] = [];
  const rules: Ruled[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const height = page.getViewport({ scale: 1 }).height;
    const { fnArray, argsArray } = await page.getOperatorList();
    const { items } = await page.getTextContent();
    for (const { str, transform, width, fontName } of items as unknown as Item[]) {
      if (str.trim() === '') continue;
      const [, , , size = 0, x = 0, y = 0] = transform;
      const { name } = page.commonObjs.get(fontName) as { name: string };
      text.push({
        ...{ page: number, text: str.normalize('NFC'), left: round(x * MM), right: round((x + width) * MM) },
        ...{ baseline: round((height - y) * MM), size: round(size), font: name.replace(/^[A-Z]{6}\+/, '') },
      });
    }
    rules.push(
      ...rulesOf(fnArray, argsArray as unknown[][]).map(([left, right, y]) => ({
        ...{ page: number, left: round(left * MM), right: round(right * MM), top: round((height - y) * MM) },
      })),
    );
  }
  return { text, rules };
}

// Numbers of operators of the PDF reader.
const SAVE = 10;
const RESTORE = 11;
const TRANSFORM = 12;
const PATH = 91;

function rulesOf(operators: readonly number[], args: readonly unknown[][]): [number, number, number][] {
  const found: [number, number, number][] = [];
  const kept: Matrix[] = [];
  let matrix: Matrix = [1, 0, 0, 1, 0, 0];
  operators.forEach((operator, at) => {
    const given = args[at] ?? [];
    if (operator === SAVE) kept.push(matrix);
    else if (operator === RESTORE) matrix = kept.pop() ?? matrix;
    else if (operator === TRANSFORM) matrix = joined(matrix, given as unknown as Matrix);
    else if (operator === PATH) {
      const box = given[2] as Record<number, number> | null;
      if (!box) return;
      const [left, low] = times(matrix, [box[0] ?? 0, box[1] ?? 0]);
      const [right, high] = times(matrix, [box[2] ?? 0, box[3] ?? 0]);
      if (Math.abs(high - low) < 1 && Math.abs(right - left) > 5)
        found.push([Math.min(left, right), Math.max(left, right), (low + high) / 2]);
    }
  });
  return found;
}
