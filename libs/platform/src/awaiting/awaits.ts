import { SetMetadata } from '@nestjs/common';
import { type RawBuilder } from 'kysely';
import { type Actor, type Words } from '#lib/kernel';
import { RegisteredEnum } from '../graphql/registered-enum.js';

export const AWAITS = 'platform:awaits';

/** What may wait for somebody; the libraries say it, each its own. */
export const AwaitedKindEnum = new RegisteredEnum('AwaitedKind', 'What may wait for somebody: what it is about, and what is to be done.');
/** What ends it. */
export const AwaitedActEnum = new RegisteredEnum('AwaitedAct', 'A mutation that ends what waits for somebody, by its name.');

/** One kind of thing that waits for somebody: what they are to do, and the act of the API that ends it. */
export interface AwaitedKind {
  /** What it is about and what is to be done: `initiative.screen`. */
  readonly kind: string;
  readonly act: string;
  /** What is to be done, as a heading: “Kiểm tra hồ sơ”. */
  readonly words: Words;
  /** By whom they may be nudged about it; left out: by nobody. */
  readonly nudge?: NudgeTerms;
  /** When it has waited so long that the heads of the unit are told; left out: never. */
  readonly escalation?: EscalationTerms;
}

/** Who waits for a subject, and whom they wait for. */
export interface NudgeTerms {
  /** What whoever nudges holds for the office that waits. */
  readonly permission: string;
  /** The unit of that office, as a scalar; null where who nudges may not know of what waits for it. */
  readonly office: (actor: Actor, subjectId: RawBuilder<unknown>) => RawBuilder<unknown>;
  /** Whoever holds the permission for the office may know of all of it: its nudges are listed without asking `office` for each. */
  readonly open?: boolean;
  /** Ids of persons, in one column: for whom it waits, as those who look on are told. */
  readonly holders: (subjectId: RawBuilder<unknown>, at: AtMoment) => RawBuilder<unknown>;
}

/** From when on what waits is told to the heads of the unit for whose people it waits. */
export interface EscalationTerms {
  /** Days after it was due; below nought: so many days before. */
  readonly days: number;
  /** Rows `(subject_id uuid, unit_id uuid, subject_vi text, subject_en text, due timestamptz, holders uuid[], path text)` of all that still waits; `holders` know of it. */
  readonly waiting: (at: AtMoment) => RawBuilder<unknown>;
}

/** The moment that is asked about. */
export interface AtMoment {
  readonly now: Date;
  /** As a day in Viet Nam: `2026-03-01`. */
  readonly day: string;
}

/**
 * Rows `(subject_id uuid, subject text, since timestamptz, due timestamptz, who text, count int, path text)`: what it is
 * about in the reader's language, since when it waits, until when, who waits (null where it is the reader's own affair), how many there are of it, and where in the
 * application to go on. Null where nothing of the kind ever waits for who asks.
 */
export type AwaitedRows = (actor: Actor, at: AtMoment) => RawBuilder<unknown> | null;

/** Marks an `AwaitedRows`, in the library whose matter it is, and with its scope. */
export const Awaits = (kind: AwaitedKind) => {
  AwaitedKindEnum.add(kind.kind, `${kind.words.en}.`);
  AwaitedActEnum.add(kind.act, `${kind.words.en}.`);
  return SetMetadata(AWAITS, kind);
};
