import { Readable } from 'node:stream';
import { Refused } from '#lib/kernel';

const storeBusy = () => new Refused('STORE_BUSY');

/** The work, or `STORE_BUSY` once it has taken longer. What then still comes of it is nobody's concern. */
export async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const ended = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(storeBusy());
    }, ms);
  });
  try {
    return await Promise.race([work, ended]);
  } finally {
    clearTimeout(timer);
  }
}

/** Bytes a second that a content moves at least, on the whole: one that drips piece by piece would take for ever. */
const LEAST_PACE = 16 * 1024;

/** How long a content may still be waited for: so long for each piece, and for all together no longer than that and what they take at the least pace. */
class Waiting {
  private since = performance.now();
  private waited = 0;
  private moved = 0;

  constructor(private readonly ms: number) {}

  /** For the next piece, in milliseconds. */
  begin(): number {
    this.since = performance.now();
    return Math.max(0, Math.min(this.ms, this.ms + (this.moved / LEAST_PACE) * 1000 - this.waited));
  }

  end(bytes: number): void {
    this.waited += performance.now() - this.since;
    this.moved += bytes;
  }
}

interface Patience {
  readonly ms: number;
  /** What becomes of an error of the source. */
  readonly told?: (error: unknown) => unknown;
}

/** The same bytes, as long as each piece comes in time, and all of them at the least pace. Only waiting for the source counts: the reader may take as long as it likes. */
export function unstalled(source: Readable, patience: Patience): Readable {
  // What breaks before anybody reads is told to whoever does; nobody need be there to hear of it.
  source.on('error', () => undefined);
  // A generator that was never begun would not close it.
  return Readable.from(pieces(source, patience), { objectMode: false }).once('close', () => source.destroy());
}

async function* pieces(source: Readable, { ms, told }: Patience): AsyncGenerator<Buffer> {
  const reading = (source as AsyncIterable<Buffer>)[Symbol.asyncIterator]();
  const waiting = new Waiting(ms);
  try {
    for (;;) {
      const next = await within(waiting.begin(), reading.next());
      if (next.done === true) return;
      waiting.end(next.value.length);
      yield next.value;
    }
  } catch (error) {
    throw told ? told(error) : error;
  } finally {
    source.destroy();
  }
}

/** Runs the work on a stream of the same bytes, as long as it goes on taking them at the least pace: `STORE_BUSY` where for so long it took none, or did not end. */
export async function whileTaken<T>(source: Readable, ms: number, work: (taken: Readable) => Promise<T>): Promise<T> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const waiting = new Waiting(ms);
  const begin = () =>
    setTimeout(() => {
      reject(storeBusy());
    }, waiting.begin());
  let timer = begin();
  const taken = Readable.from(
    (async function* () {
      for await (const piece of source as AsyncIterable<Buffer>) {
        clearTimeout(timer);
        waiting.end(piece.length);
        timer = begin();
        yield piece;
      }
    })(),
    { objectMode: false },
  );
  try {
    return await Promise.race([work(taken), late]);
  } finally {
    clearTimeout(timer);
    taken.destroy();
  }
}
