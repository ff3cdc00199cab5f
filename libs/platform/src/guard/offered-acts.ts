import { Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { type Actor } from '#lib/kernel';
import { MarkedMethods } from '../awaiting/index.js';
import { permissionOf, whyNotCall } from './allow.js';

type Handler = () => unknown;

/** Which mutations somebody may call at all, by what the guard asks before it lets them through. */
@Injectable()
export class OfferedActs {
  private handlers: ReadonlyMap<string, Handler> | null = null;

  constructor(
    private readonly marked: MarkedMethods,
    private readonly reflector: Reflector,
  ) {}

  /** Whether the guard lets the actor through to the mutation of this name. */
  mayCall(actor: Actor, mutation: string): boolean {
    this.handlers ??= this.found();
    const handler = this.handlers.get(mutation);
    if (!handler) throw new Error(`No mutation ${mutation}`);
    return whyNotCall(this.reflector, actor, handler, 'mutation') === null;
  }

  /** The methods that say who may call them, by name, which is the name of the operation. */
  private found(): Map<string, Handler> {
    const handlers = this.marked.all().map(({ name, method }) => [name, method] as const);
    return new Map(handlers.filter(([, handler]) => permissionOf(this.reflector, handler) !== undefined));
  }
}
