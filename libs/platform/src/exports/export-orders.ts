import { EntityManager } from '@mikro-orm/postgresql';
import { Inject, Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { type Actor, Refused, type WhyNot } from '#lib/kernel';
import { ActorSource } from '../graphql/context.js';
import { Export, stillHeld } from './export.entity.js';
import { Exports, type Registered } from './exports.js';
import { ListArguments } from './list-arguments.js';

/** What somebody asked for, as it is registered, and as they are now. */
export interface OpenOrder {
  readonly order: Export;
  readonly what: Registered;
  readonly args: object;
  readonly actor: Actor;
}

/** What was asked for as files, with the rights that who asked has at the moment. */
@Injectable()
export class ExportOrders {
  constructor(
    private readonly em: EntityManager,
    private readonly exports: Exports,
    private readonly args: ListArguments,
    @Inject(ModuleRef) private readonly modules: ModuleRef,
  ) {}

  /** For the job that makes it. Refuses `FORBIDDEN` where who asked has no account by now, and `NOT_FOUND` where they may not see the list. */
  async open(id: string): Promise<OpenOrder> {
    const order = await this.em.fork().findOneOrFail(Export, { id });
    const actor = await this.modules.get(ActorSource, { strict: false }).personNow(order.personId, order.locale);
    if (!actor) throw new Refused('FORBIDDEN');
    return this.asOf(order, actor);
  }

  /** Whether who asked could see all of it now as they could when it was made; nobody else may. */
  async mayRead(actor: Actor, id: string, now: Date): Promise<boolean> {
    const order = await this.em.fork().findOne(Export, { id, personId: actor.id, madeAt: { $ne: null }, endsAt: { $gt: now } });
    if (!order?.scope || !stillHeld(actor, order.scope)) return false;
    try {
      return (await this.whyNot(this.asOf(order, actor))) === null;
    } catch (error) {
      if (error instanceof Refused) return false;
      throw error;
    }
  }

  /** What seals it, or shuts it to its reader. */
  async whyNot({ what, actor, args }: Omit<OpenOrder, 'order'>): Promise<WhyNot> {
    return (await what.whyNot?.(actor, args)) ?? null;
  }

  private asOf(order: Export, actor: Actor): OpenOrder {
    const what = this.exports.of(order.what, actor);
    return { order, what, actor, args: what.isList ? this.args.read(what, order.args) : order.args };
  }
}
