import { Injectable } from '@nestjs/common';
import { type Actor, type WhyNot } from '#lib/kernel';
import { type Act } from '#lib/platform';
import { type ContestPhase } from '../domain/phases.js';
import { type RuleBookContent } from '../domain/rule-book.js';
import { type SeatKind } from '../domain/seat.entity.js';

type AuthorSource = (contestId: string, personId: string) => Promise<boolean>;
type Precondition = (contestId: string) => Promise<WhyNot>;
type SeatCheck = (actor: Actor, seat: { readonly contestId: string; readonly kind: SeatKind }) => Promise<WhyNot>;
type SeatListener = (act: Act, seat: { readonly contestId: string; readonly personId: string }) => Promise<void>;
type AmendmentCheck = (contestId: string, content: RuleBookContent) => Promise<WhyNot>;

/** What later contexts tell the contest: who is an author, who gives out seats, what must hold before a phase, what an amended rule book must keep. */
@Injectable()
export class ContestPorts {
  private readonly authorSources: AuthorSource[] = [];
  private readonly seatChecks: SeatCheck[] = [];
  private readonly seatListeners: SeatListener[] = [];
  private readonly preconditions: { phase: ContestPhase; holds: Precondition }[] = [];
  private readonly amendmentChecks: AmendmentCheck[] = [];

  /** `source` says whether a person is an author of an initiative in the contest that still runs. */
  registerAuthorSource(source: AuthorSource): void {
    this.authorSources.push(source);
  }

  /** `check` is asked before a person gives a seat or ends one. */
  registerSeatCheck(check: SeatCheck): void {
    this.seatChecks.push(check);
  }

  /** `listener` is called in the act in which a seat is given or ends. */
  registerSeatListener(listener: SeatListener): void {
    this.seatListeners.push(listener);
  }

  /** `holds` is asked before the contest goes into the phase, by itself or by a person's act. */
  registerPrecondition(phase: ContestPhase, holds: Precondition): void {
    this.preconditions.push({ phase, holds });
  }

  registerAmendmentCheck(check: AmendmentCheck): void {
    this.amendmentChecks.push(check);
  }

  async isAuthor(contestId: string, personId: string): Promise<boolean> {
    for (const source of this.authorSources) if (await source(contestId, personId)) return true;
    return false;
  }

  /** The first precondition of the phase that does not hold. */
  async whyNotEnter(phase: ContestPhase, contestId: string): Promise<WhyNot> {
    for (const { holds } of this.preconditions.filter((one) => one.phase === phase)) {
      const why = await holds(contestId);
      if (why) return why;
    }
    return null;
  }

  async whyNotSeat(actor: Actor, seat: { readonly contestId: string; readonly kind: SeatKind }): Promise<WhyNot> {
    for (const check of this.seatChecks) {
      const why = await check(actor, seat);
      if (why) return why;
    }
    return null;
  }

  async seatChanged(act: Act, seat: { readonly contestId: string; readonly personId: string }): Promise<void> {
    for (const listener of this.seatListeners) await listener(act, seat);
  }

  async whyNotAmend(contestId: string, content: RuleBookContent): Promise<WhyNot> {
    for (const check of this.amendmentChecks) {
      const why = await check(contestId, content);
      if (why) return why;
    }
    return null;
  }
}
