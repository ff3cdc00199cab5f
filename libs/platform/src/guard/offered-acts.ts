import { Injectable } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { type Actor } from '#lib/kernel';
import { permissionOf, whyNotCall } from './allow.js';

type Handler = () => unknown;

/** Which mutations somebody may call at all, by what the guard asks before it lets them through. */
@Injectable()
export class OfferedActs {
  private handlers: ReadonlyMap<string, Handler> | null = null;

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
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
    return new Map(
      this.discovery.getProviders().flatMap(({ instance }) => {
        if (typeof instance !== 'object' || instance === null) return [];
        const prototype = Object.getPrototypeOf(instance) as Record<string, unknown> | null;
        return this.scanner.getAllMethodNames(prototype).flatMap((name): [string, Handler][] => {
          const method = prototype?.[name];
          return typeof method === 'function' && permissionOf(this.reflector, method as Handler) !== undefined
            ? [[name, method as Handler]]
            : [];
        });
      }),
    );
  }
}
