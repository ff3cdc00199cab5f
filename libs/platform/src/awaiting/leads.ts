import { SetMetadata } from '@nestjs/common';
import { type RawBuilder } from 'kysely';
import { type Actor, type Words } from '#lib/kernel';
import { RegisteredEnum } from '../graphql/registered-enum.js';
import { type AtMoment } from './awaits.js';

export const LEADS = 'platform:leads';

/** What goes on under those who lead; the libraries say it, each its own. */
export const LedKindEnum = new RegisteredEnum('LedKind', 'What goes on under those who lead: what it is about, and what is counted.');

/** One kind of thing that goes on under those who lead. */
export interface LedKind {
  /** What it is about and what is counted: `round.signed`. */
  readonly kind: string;
  /** What is counted, as a heading: “Phiếu chấm đã ký”. */
  readonly words: Words;
}

/**
 * Rows `(subject_id uuid, subject text, done int, whole int, due timestamptz, path text)`: what it is about in the reader's language, how much of
 * it is done and how much there is, until when, and where in the application more is told. Counts only: what is sealed stays so. Null where nothing of the kind is led by who asks.
 */
export type LedRows = (actor: Actor, at: AtMoment) => RawBuilder<unknown> | null;

/** Marks a `LedRows`, in the library whose matter it is, and with its scope. */
export const Leads = (kind: LedKind) => {
  LedKindEnum.add(kind.kind, `${kind.words.en}.`);
  return SetMetadata(LEADS, kind);
};
