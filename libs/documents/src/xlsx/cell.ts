/** What stands in a cell: numbers as they are written in the file, formulas without their result, `other` for truth values and errors. */
export interface ReadCell {
  readonly kind: 'text' | 'number' | 'formula' | 'other';
  readonly text: string;
  /** How a number is shown where that is not as a number: as a share (`0%`) or as a day or time (`d-mmm`). What was typed is then another text. */
  readonly shownAs?: string;
}

/** The cells of a workbook that have something in them, by worksheet and address, each in reading order. */
export type ReadWorkbook = ReadonlyMap<string, ReadonlyMap<string, ReadCell>>;
