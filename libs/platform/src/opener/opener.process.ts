import { Refused } from '#lib/kernel';
import { type ProcessReply } from '../worker/limited-process.js';
import { type SentTask } from './opener.tasks.js';

// The one thing this process is started for: be told what to do, read the file from the standard input, answer, wait for its end.
process.once('disconnect', () => process.exit());
// Listening on keeps it there until its answer has arrived and it is ended.
process.on('message', ({ order }: { order: SentTask }) => {
  void answer(order).then((reply) => process.send?.(reply));
});

async function answer(sent: SentTask): Promise<ProcessReply<unknown>> {
  try {
    return { value: await run(sent) };
  } catch (error) {
    if (error instanceof Refused) return { refused: { code: error.code, detail: error.detail, path: error.path } };
    // What Node and V8 throw where there is no more memory to be had.
    if (error instanceof RangeError) return { overrun: error.message };
    return { broken: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

/** Loads what the task needs and nothing else: the process is started anew for each file. */
async function run({ task, order }: SentTask): Promise<unknown> {
  switch (task) {
    case 'look': {
      const { lookAtFile } = await import('../files/look-at-file.js');
      return lookAtFile(process.stdin, order as SentTask<'look'>['order']);
    }
    case 'read': {
      const { readContent } = await import('../files/read-content.js');
      return readContent(process.stdin, order as SentTask<'read'>['order']);
    }
    case 'nameless': {
      const { withoutNames } = await import('../files/nameless.js');
      return withoutNames(process.stdin, order as SentTask<'nameless'>['order']);
    }
    case 'workbook': {
      const { readCsvCells, readWorkbook } = await import('#lib/documents');
      const bytes = await whole(process.stdin);
      return (order as SentTask<'workbook'>['order']).csv ? readCsvCells(bytes) : readWorkbook(bytes);
    }
  }
}

async function whole(content: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of content) chunks.push(chunk);
  return Buffer.concat(chunks);
}
