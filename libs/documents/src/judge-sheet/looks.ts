import { type Style } from '@cj-tech-master/excelts';
import { type CellLook } from './layout.js';

const FONT = 'Times New Roman';
const LINE = { style: 'thin', color: { argb: 'FF8C9AAB' } } as const;
const BOX = { top: LINE, bottom: LINE, left: LINE, right: LINE };
/** Text stays text when it is typed over, whatever it begins with. */
const TEXT = '@';
/** A card without marks shows no total. */
const NO_ZERO = 'General;General;';

const fill = (argb: string) => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } }) as const;
const HEADING_FILL = fill('FFD6E0EC');
const INITIATIVE_FILL = fill('FFEDF2F8');
const INPUT_FILL = fill('FFFFF8DC');

type Look = Partial<Style>;

const font = (size: number, more: Look['font'] = {}): Look['font'] => ({ name: FONT, size, ...more });
const place = (horizontal: 'left' | 'center' | 'right', vertical: 'top' | 'middle' = 'middle'): Look['alignment'] => ({
  horizontal,
  vertical,
  wrapText: true,
});

/** Fonts, fills and borders by look. Only what is filled in is unlocked. */
export const LOOKS: Readonly<Record<CellLook, Look>> = {
  title: { font: font(16, { bold: true }), alignment: place('center') },
  subtitle: { font: font(13, { bold: true }), alignment: place('center'), numFmt: TEXT },
  line: { font: font(12), alignment: place('left'), numFmt: TEXT },
  label: { font: font(12), alignment: place('right') },
  code: { font: font(13, { bold: true }), alignment: place('left'), numFmt: TEXT },
  help: { font: font(11, { italic: true }), alignment: place('left', 'top') },
  heading: { font: font(12, { bold: true }), alignment: place('center'), fill: HEADING_FILL, border: BOX },
  initiative: { font: font(12, { bold: true }), alignment: place('center'), fill: INITIATIVE_FILL, border: BOX },
  initiativeName: { font: font(12, { bold: true }), alignment: place('left'), fill: INITIATIVE_FILL, border: BOX, numFmt: TEXT },
  total: { font: font(12, { bold: true }), alignment: place('center'), fill: INITIATIVE_FILL, border: BOX, numFmt: NO_ZERO },
  totalLabel: { font: font(12, { italic: true }), alignment: place('left'), fill: INITIATIVE_FILL, border: BOX },
  criterion: { font: font(11), alignment: place('center'), border: BOX },
  criterionName: { font: font(12), alignment: place('left'), border: BOX, numFmt: TEXT },
  figure: { font: font(12), alignment: place('center'), border: BOX },
  points: { font: font(13, { bold: true }), alignment: place('center'), fill: INPUT_FILL, border: BOX, protection: { locked: false } },
  comment: {
    font: font(12),
    alignment: place('left', 'top'),
    fill: INPUT_FILL,
    border: BOX,
    numFmt: TEXT,
    protection: { locked: false },
  },
  scaleName: { font: font(12, { bold: true }), alignment: place('left', 'top'), fill: INITIATIVE_FILL, border: BOX, numFmt: TEXT },
  band: { font: font(12), alignment: place('left', 'top'), border: BOX, numFmt: TEXT },
};
