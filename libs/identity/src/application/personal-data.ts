import { Injectable } from '@nestjs/common';
import { type Actor, Clock } from '#lib/kernel';

type Source = (personId: string) => Promise<unknown>;

/** What is kept about a person, from every context that keeps something: each registers its part when it starts. */
@Injectable()
export class PersonalData {
  private readonly sources = new Map<string, Source>();

  constructor(private readonly clock: Clock) {}

  register(context: string, source: Source): void {
    this.sources.set(context, source);
  }

  /** The actor's own; nobody else's can be asked for. */
  async of(actor: Actor): Promise<{ id: string; madeAt: Date; parts: { context: string; json: string }[] }> {
    const parts: { context: string; json: string }[] = [];
    for (const [context, source] of this.sources) parts.push({ context, json: JSON.stringify(await source(actor.id), null, 2) });
    return { id: actor.id, madeAt: this.clock.now(), parts };
  }
}
