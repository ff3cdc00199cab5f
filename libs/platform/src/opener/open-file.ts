import { availableParallelism } from 'node:os';
import { type Readable } from 'node:stream';
import { Refused } from '#lib/kernel';
import { Overrun, inLimitedProcess } from '../worker/limited-process.js';
import { OPENER_LIMITS, type OpenerTask, type OpenerTasks, type SentTask } from './opener.tasks.js';
import { Turns } from './turns.js';

/** A file to open, and whose turn it is. */
export interface OpenOrder<K extends OpenerTask> {
  readonly person: string;
  readonly order: OpenerTasks[K]['order'];
  /** Opened when the turn has come, so that nobody who waits keeps a file or a connection open, and closed in any case. */
  readonly content: () => Promise<Readable>;
  /** What is done with the bytes on their way. */
  readonly through?: (content: AsyncIterable<Buffer>) => AsyncIterable<Buffer>;
}

const MOST_AT_ONCE = 2;

/** One line for all that this process opens: what is to be bounded is the machine. */
const turns = new Turns({
  atOnce: Math.min(MOST_AT_ONCE, availableParallelism()),
  linePerPerson: 25,
  line: 200,
  waitSeconds: 30,
  refusal: 'FILE_BUSY',
});

/**
 * Opens a file that somebody sent, in a process with limits, when it is that person's turn. Nothing else in the platform opens one.
 * Refuses what the task refuses, `FILE_TOO_COMPLEX` for a file that would take more time or memory than any that people write, and `FILE_BUSY`.
 */
export function openFile<K extends OpenerTask>(
  task: K,
  { person, order, content, through = (bytes) => bytes }: OpenOrder<K>,
): Promise<OpenerTasks[K]['result']> {
  return turns.take(person, async () => {
    const source = await content();
    try {
      const entry = new URL('./opener.process.js', import.meta.url);
      return await inLimitedProcess<OpenerTasks[K]['result']>(entry, {
        order: { task, order } satisfies SentTask<K>,
        content: through(source),
        limits: OPENER_LIMITS[task],
      });
    } catch (error) {
      if (error instanceof Overrun) throw new Refused('FILE_TOO_COMPLEX', {}, 'fileId');
      throw error;
    } finally {
      source.destroy();
    }
  });
}
