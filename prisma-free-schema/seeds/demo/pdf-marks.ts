type Point = readonly [x: number, y: number];

/** What is drawn over or under a letter, in parts of the font's size from the middle of its head; a curve has four points, a line two. */
const ABOVE: Readonly<Record<string, readonly (readonly Point[])[]>> = {
  '\u0300': [
    [
      [0.05, 0],
      [-0.08, 0.12],
    ],
  ],
  '\u0301': [
    [
      [-0.05, 0],
      [0.08, 0.12],
    ],
  ],
  '\u0302': [
    [
      [-0.12, 0],
      [0, 0.1],
    ],
    [
      [0, 0.1],
      [0.12, 0],
    ],
  ],
  '\u0303': [
    [
      [-0.13, 0.02],
      [-0.05, 0.16],
      [0.05, -0.08],
      [0.13, 0.08],
    ],
  ],
  '\u0306': [
    [
      [-0.12, 0.1],
      [-0.09, -0.03],
      [0.09, -0.03],
      [0.12, 0.1],
    ],
  ],
  '\u0309': [
    [
      [-0.04, 0.13],
      [0.1, 0.17],
      [0.08, 0.07],
      [0, 0.06],
    ],
    [
      [0, 0.06],
      [0, 0.01],
    ],
  ],
};

const DOT_BELOW = '\u0323';
const HORN = '\u031b';
const STACKED = ['\u0302', '\u0306'];
/** Heights of a capital and of a small letter of Helvetica, with room above; small i bears its dot. */
const HEAD_OF_CAPITAL = 0.77;
const HEAD_OF_SMALL = 0.58;
const HEAD_OF_I = 0.76;
const STACK = 0.13;

/** Where a letter stands on the page: its left edge and base line, its width, and the size of the font. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
}

/** PDF operators that draw the marks of one letter, given decomposed; none where it has none. */
export function strokesOf(letter: string, place: Place): string {
  const [base = '', ...marks] = Array.from(letter);
  if (letter === 'đ')
    return line(
      [
        [0.45, 0.6],
        [1.02, 0.6],
      ],
      place,
    );
  if (letter === 'Đ')
    return line(
      [
        [-0.02, 0.36],
        [0.45, 0.36],
      ],
      place,
    );
  const isCapital = base !== base.toLowerCase();
  let head = isCapital ? HEAD_OF_CAPITAL : base === 'i' ? HEAD_OF_I : HEAD_OF_SMALL;
  const drawn: string[] = [];
  // What belongs to the letter comes before its tone, which stands above it.
  for (const mark of [...marks].sort((a, b) => Number(STACKED.includes(b)) - Number(STACKED.includes(a)))) {
    if (mark === DOT_BELOW) drawn.push(dot(place));
    else if (mark === HORN)
      drawn.push(
        line(
          [
            [0.88, head - 0.12],
            [1.02, head + 0.02],
          ],
          place,
        ),
      );
    else for (const points of ABOVE[mark] ?? []) drawn.push(stroke(points, place, head));
    if (STACKED.includes(mark)) head += STACK;
  }
  return drawn.join(' ');
}

const number = (value: number): string => value.toFixed(2);

function stroke(points: readonly Point[], { x, y, width, size }: Place, head: number): string {
  const [from, ...rest] = points.map(([dx, dy]) => `${number(x + width / 2 + dx * size)} ${number(y + (head + dy) * size)}`);
  return `${from ?? ''} m ${rest.join(' ')} ${rest.length === 1 ? 'l' : 'c'} S`;
}

/** Points across the letter's width, heights in parts of the size. */
function line([from, to]: readonly [Point, Point], { x, y, width, size }: Place): string {
  const at = ([dx, dy]: Point): string => `${number(x + dx * width)} ${number(y + dy * size)}`;
  return `${at(from)} m ${at(to)} l S`;
}

/** Not quite a point: readers leave out a line without length, round ends or not. */
function dot({ x, y, width, size }: Place): string {
  const height = number(y - 0.15 * size);
  return `q ${number(size * 0.1)} w ${number(x + width / 2)} ${height} m ${number(x + width / 2 + 0.1)} ${height} l S Q`;
}
