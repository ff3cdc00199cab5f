/** A judge as the assignment sees them. `loadMax` null: as many as there are. */
export interface AssignableJudge {
  readonly id: string;
  readonly name: string;
  readonly loadMin: number;
  readonly loadMax: number | null;
  /** Seated and not away: takes new cards. Others keep those they have. */
  readonly available: boolean;
  /** Where they work, the contest's host unit left out. */
  readonly unitIds: readonly string[];
  /** The areas of reform they are at home in. */
  readonly areaIds: readonly string[];
}

export interface AssignableInitiative {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly areaId: string;
}

/** A card there is. `touched`: saved or signed. */
export interface ExistingCard {
  readonly id: string;
  readonly initiativeId: string;
  readonly judgeId: string;
  readonly excused: boolean;
  readonly touched: boolean;
  readonly signed: boolean;
}

/** Who could judge what in a round, as it stands. */
export interface AssignmentTable {
  /** How many judges each initiative is to have. */
  readonly needed: number;
  readonly initiatives: readonly AssignableInitiative[];
  readonly judges: readonly AssignableJudge[];
  readonly cards: readonly ExistingCard[];
  readonly barred: readonly { readonly initiativeId: string; readonly personId: string }[];
  /** Judges who are not to sit together. */
  readonly pairs: readonly (readonly [string, string])[];
}
