import { Injectable } from '@nestjs/common';
import { type RawBuilder, sql } from 'kysely';
import { type WhyNot } from '#lib/kernel';
import { type Act } from '#lib/platform';

type FoundingCheck = (act: Act, unitId: string) => Promise<WhyNot>;
type StandingListener = (act: Act, personId: string, rewritten: boolean) => Promise<void>;
/** Two records, as they stand in a statement: the one that is to point to the other, and the one that goes on. */
export interface MergePair {
  readonly merged: RawBuilder<unknown>;
  readonly kept: RawBuilder<unknown>;
}

/** What a library knows of two records that are to be one person's. */
export interface MergePart {
  /** Rows `(code text, detail jsonb)`: the rules that would be broken. They may tell no more than who asks may know: nothing of cards before a contest is published. */
  readonly broken?: (pair: MergePair, day: string) => RawBuilder<unknown>;
  /** Rows `(kind text, merged int, kept int)`: how much hangs on each of the two. */
  readonly touched?: (pair: MergePair, day: string) => RawBuilder<unknown>;
  /** In the act that merges them, before conflicts are found anew. */
  readonly merged?: (act: Act, pair: { readonly mergedId: string; readonly keptId: string }) => Promise<void>;
  /** In the act that undoes it. */
  readonly undone?: (act: Act, pair: { readonly mergedId: string; readonly keptId: string; readonly mergedAt: Date }) => Promise<void>;
}

type SeatCondition = (personId: RawBuilder<unknown>) => RawBuilder<boolean>;

/**
 * What later contexts know of people and identity asks: whether a seat gives them a say in the judging. And what later contexts do when somebody's roles or positions change, in the act that changes them: a right over the judging begins together
 * with the conflicts it brings, not when a worker gets to it.
 */
@Injectable()
export class IdentityPorts {
  private readonly listeners: StandingListener[] = [];
  private readonly foundingChecks: FoundingCheck[] = [];
  private readonly seats: SeatCondition[] = [];
  private readonly parts: MergePart[] = [];
  private readonly judged: RawBuilder<boolean>[] = [];

  registerSeats(condition: SeatCondition): void {
    this.seats.push(condition);
  }

  /** Whether a person has a seat, not a judge's, in some contest. */
  hasSeat(personId: RawBuilder<unknown>): RawBuilder<boolean> {
    return sql<boolean>`(${sql.join([sql`false`, ...this.seats.map((condition) => condition(personId))], sql` or `)})`;
  }

  registerMergePart(part: MergePart): void {
    this.parts.push(part);
  }

  get mergeParts(): readonly MergePart[] {
    return this.parts;
  }

  /** `condition` holds while a contest is being judged. */
  registerJudged(condition: RawBuilder<boolean>): void {
    this.judged.push(condition);
  }

  get isJudged(): RawBuilder<boolean> {
    return sql<boolean>`(${sql.join([sql`false`, ...this.judged], sql` or `)})`;
  }

  registerStandingListener(listener: StandingListener): void {
    this.listeners.push(listener);
  }

  /** `check` says why no first leader can be named for a unit any more: there is something to see already. */
  registerFoundingCheck(check: FoundingCheck): void {
    this.foundingChecks.push(check);
  }

  async whyNotFound(act: Act, unitId: string): Promise<WhyNot> {
    for (const check of this.foundingChecks) {
      const why = await check(act, unitId);
      if (why) return why;
    }
    return null;
  }

  /** `rewritten`: what was said of days that have gone by is said anew. */
  async standingChanged(act: Act, personId: string, rewritten = false): Promise<void> {
    await act.em.flush();
    for (const listener of this.listeners) await listener(act, personId, rewritten);
  }
}
