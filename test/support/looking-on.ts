import { type AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { createClient } from 'graphql-sse';

export const streamOf = (app: NestFastifyApplication): string =>
  `http://127.0.0.1:${String((app.getHttpServer().address() as AddressInfo).port)}/graphql/stream`;

/** Somebody who looks on at something, with all that they were told. */
export interface LookingOn {
  readonly told: any[];
  /** Waits until so many answers came. */
  until(count: number): Promise<any[]>;
  /** Waits until the last answer is this. */
  untilLast(answer: unknown): Promise<void>;
  readonly over: () => boolean;
  readonly stop: () => void;
}

/** As a browser does: one stream for all, and again from the beginning where it breaks. `urls` are tried in turn. */
export function lookOn(
  urls: readonly string[],
  headers: Record<string, string>,
  query: string,
  variables: Record<string, unknown> = {},
): LookingOn {
  let at = 0;
  const client = createClient<true>({
    singleConnection: true,
    url: () => Promise.resolve(urls[at % urls.length] ?? ''),
    // The client keeps the name of its stream in what it is given.
    headers: () => ({ ...headers }),
    retryAttempts: 20,
    retry: async () => {
      at += 1;
      await pause(100);
    },
  });
  const told: any[] = [];
  let over = false;
  const end = (why?: unknown) => {
    over = true;
    if (why) told.push(why);
  };
  client.subscribe({ query, variables }, { next: (value) => told.push(value), error: end, complete: end });
  return {
    told,
    until: async (count) => {
      for (let i = 0; i < 400 && told.length < count; i += 1) await pause(25);
      return told;
    },
    untilLast: async (answer) => {
      for (let i = 0; i < 400 && JSON.stringify(told.at(-1)) !== JSON.stringify(answer); i += 1) await pause(25);
      expect(told.at(-1)).toEqual(answer);
    },
    over: () => over,
    stop: () => {
      client.dispose();
    },
  };
}
