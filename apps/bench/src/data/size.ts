/** How much lies in the database. Everything else follows from these. */
export interface Size {
  /** The day that everything leads up to. */
  readonly today: string;
  /** Contests of the years before, judged and published, every tenth of them a neighbour's. */
  readonly past: number;
  /** Initiatives of each of them. */
  readonly each: number;
  /** Initiatives of a contest whose round is judged and not yet closed. */
  readonly large: number;
  /** Initiatives of a contest in judging, with one card each to be signed. */
  readonly signing: number;
  readonly rollouts: number;
  /** Quarters that reports were asked for. */
  readonly periods: number;
  /** Of the organiser. */
  readonly notices: number;
  readonly people: number;
  readonly auditEntries: number;
  readonly events: number;
  readonly sessions: number;
}

/** Initiatives of three more contests: one is read, one closed, and in one they are still drafts. */
export const READ = 200;

/** As a country's use would leave it: 305 contests with 49,900 initiatives. */
export const countryOf = (today: string): Size => ({
  today,
  past: 300,
  each: 80,
  large: 10_000,
  signing: 15_300,
  rollouts: 276,
  periods: 24,
  notices: 2_000,
  people: 4_000,
  auditEntries: 200_000,
  events: 100_000,
  sessions: 50_000,
});

/** Large enough that an index is preferred wherever there is one, and small enough for every run of the tests. */
export const mediumOf = (today: string): Size => ({
  today,
  past: 400,
  each: 12,
  large: 2_500,
  signing: 1_600,
  rollouts: 400,
  periods: 30,
  notices: 3_000,
  people: 3_000,
  auditEntries: 3_000,
  events: 3_000,
  sessions: 3_000,
});

/** So many contests of the years before and nothing large. */
export const grown = (today: string, past: number): Size => ({
  ...countryOf(today),
  past,
  large: 100,
  signing: 160,
  rollouts: 10,
  periods: 4,
  auditEntries: 1_000,
  events: 1_000,
  sessions: 1_000,
  notices: 200,
});
