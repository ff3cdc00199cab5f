import { type Fact, type Words } from './facts.js';

/** What a refusal may tell: the facts its message names. */
export type RefusalDetail = Readonly<Record<string, Fact | readonly Fact[]>>;

/**
 * An expected "no": a rule of the contest forbids what was asked, and the person may be told which.
 * Thrown, never returned, so that the unit of work around it rolls back by itself.
 * `path` names the field of the input it is about, e.g. `authors.1.share`; `others` are what else is wrong there.
 */
export class Refused extends Error {
  constructor(
    readonly code: string,
    readonly detail: RefusalDetail = {},
    readonly path: string | null = null,
    private readonly others: readonly Refused[] = [],
  ) {
    super(code);
    this.name = 'Refused';
  }

  /** All that is wrong, itself the first. */
  get problems(): readonly Refused[] {
    return [this, ...this.others];
  }
}

/** One refusal for all that is wrong; none where nothing is. */
export function allRefused([first, ...others]: readonly Refused[]): WhyNot {
  return first ? new Refused(first.code, first.detail, first.path, others) : null;
}

/** A policy's answer: the refusal that stands in the way, or nothing. */
export type WhyNot = Refused | null;

/** Throws what a policy answered, if it answered anything. */
export function refuseIf(why: WhyNot): void {
  if (why) throw why;
}

/** The messages of a library's refusals, by code; `{name}` stands for a fact of the detail. */
export type Messages = Readonly<Record<string, Words>>;

/** What a library refuses: its messages, and which named constraint of the database says which code. */
export interface RefusalBook {
  readonly messages: Messages;
  readonly constraints: Readonly<Record<string, string>>;
  /** What people call a field of an input: `field`, or `InputClass.field` where the class means something of its own by it. */
  readonly labels: Messages;
  /** What people call the states that the schema has, by the name of their enum. */
  readonly words?: Readonly<Record<string, Readonly<Record<string, Words>>>>;
  /** Those that say who may, or where a record stands. They come before the version that was on the screen, and it before the content. */
  readonly states: readonly string[];
}
