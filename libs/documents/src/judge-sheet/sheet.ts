/** The way a sheet is laid out now. One that was laid out another way cannot be read any more. */
export const SHEET_LAYOUT = 1;

/** A stretch of a criterion's marks and how it reads, both ends included. */
export interface SheetBand {
  readonly from: string;
  readonly to: string;
  readonly text: string;
}

/** A criterion that is marked. `max` and `step` are decimals, as strings. */
export interface SheetCriterion {
  readonly name: string;
  readonly partOf: string | null;
  readonly guidance: string | null;
  readonly max: string;
  readonly step: string;
  readonly commentRequired: boolean;
  readonly bands: readonly SheetBand[];
}

/** An initiative by what its judge may know of it whatever the round: neither authors nor unit. */
export interface SheetInitiative {
  readonly code: string;
  readonly title: string;
}

/** A judge's offline sheet: all of it that does not change while it is filled in. */
export interface JudgeSheet {
  readonly layout: number;
  /** Of this sheet alone, as `PC-7F3K-92QD`. */
  readonly code: string;
  readonly contest: string;
  readonly round: string;
  readonly judge: string;
  /** Counts the sheets of a judge in a round, from 1. */
  readonly number: number;
  /** As officials write a moment: `09:00 02/03/2026`. */
  readonly issuedAt: string;
  /** Characters of a comment, at most. */
  readonly commentLength: number;
  readonly criteria: readonly SheetCriterion[];
  readonly initiatives: readonly SheetInitiative[];
}

/** What is filled in for one criterion of one initiative; points are an exact decimal. */
export interface SheetMark {
  readonly points: string | null;
  readonly comment: string | null;
}
