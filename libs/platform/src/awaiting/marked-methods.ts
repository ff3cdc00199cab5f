import { Injectable } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';

interface Method {
  readonly name: string;
  readonly instance: object;
  readonly method: (...given: never[]) => unknown;
}

/** Methods of the libraries that carry a mark, with what the mark says. */
@Injectable()
export class MarkedMethods {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  /** What a method with the mark is, the mark says by its own declaration. */
  of<Marked extends { readonly rows: unknown }>(mark: string): Marked[] {
    return this.all().flatMap(({ instance, method }) => {
      const said = this.reflector.get<Omit<Marked, 'rows'> | undefined>(mark, method);
      return said ? [{ ...said, rows: method.bind(instance) } as Marked] : [];
    });
  }

  /** Every method of every provider. */
  all(): Method[] {
    return this.discovery.getProviders().flatMap(({ instance }) => {
      if (typeof instance !== 'object' || instance === null) return [];
      return this.scanner.getAllMethodNames(Object.getPrototypeOf(instance) as object).flatMap((name) => {
        const method = (instance as Record<string, unknown>)[name];
        return typeof method === 'function' ? [{ name, instance: instance as object, method: method as Method['method'] }] : [];
      });
    });
  }
}
