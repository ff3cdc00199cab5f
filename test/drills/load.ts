import { setTimeout as pause } from 'node:timers/promises';

/** A stream of requests that goes on whatever becomes of each. */
export interface Load {
  /** When each good answer came, as `performance.now()`. */
  readonly answered: number[];
  readonly refused: string[];
  stop(): Promise<void>;
}

/** So many senders at once; `send` resolves to null where it was taken, else to why it was not. */
export function underLoad(senders: number, send: (sender: number, time: number) => Promise<string | null>): Load {
  const answered: number[] = [];
  const refused: string[] = [];
  let going = true;
  const sender = async (_: unknown, at: number): Promise<void> => {
    for (let time = 0; going; time += 1) {
      const why = await send(at, time).catch((error: unknown) => String(error));
      if (why === null) answered.push(performance.now());
      else {
        refused.push(why);
        await pause(20);
      }
    }
  };
  const all = Promise.all(Array.from({ length: senders }, sender));
  return {
    answered,
    refused,
    stop: async () => {
      going = false;
      await all;
    },
  };
}

/** How long after `since` the first good answer came; waits for it for ten seconds. */
export async function answeredAfter({ answered }: Load, since: number): Promise<number> {
  for (let waited = 0; waited < 1000; waited += 1) {
    const first = answered.find((at) => at > since);
    if (first !== undefined) return first - since;
    await pause(10);
  }
  return Infinity;
}
