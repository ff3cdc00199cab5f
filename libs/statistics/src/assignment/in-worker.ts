import { Worker, type WorkerOptions } from 'node:worker_threads';
import { NotComputable, type NotComputableCode } from '../common/not-computable.js';
import { type Assignment, type AssignmentOptions, type AssignmentProblem, type AssignmentProgress } from './problem.js';

/** What the thread is given. */
export interface AssignmentOrder {
  readonly problem: AssignmentProblem;
  readonly options: Omit<AssignmentOptions, 'onProgress'>;
}

/** What it says. */
export type AssignmentReply =
  | { readonly kind: 'PROGRESS'; readonly progress: AssignmentProgress }
  | { readonly kind: 'DONE'; readonly assignment: Assignment }
  | { readonly kind: 'NOT_COMPUTABLE'; readonly code: NotComputableCode; readonly detail: Readonly<Record<string, string | number>> };

/** As `assign`, in a thread of its own. An abort ends the thread in the middle of whatever it does, and rejects with the signal's reason. */
export async function assignInWorker(
  problem: AssignmentProblem,
  options: AssignmentOptions & { readonly signal?: AbortSignal } = {},
): Promise<Assignment> {
  const { onProgress, signal, ...plain } = options;
  signal?.throwIfAborted();
  const worker = startWorker({ workerData: { problem, options: plain } satisfies AssignmentOrder });
  const { promise, resolve, reject } = Promise.withResolvers<Assignment>();
  const abort = () => {
    reject(signal?.reason as Error);
  };

  worker.on('message', (reply: AssignmentReply) => {
    if (reply.kind === 'PROGRESS') onProgress?.(reply.progress);
    else if (reply.kind === 'DONE') resolve(reply.assignment);
    else reject(new NotComputable(reply.code, reply.detail));
  });
  worker.on('error', reject);
  worker.on('exit', (code) => {
    reject(new Error(`The assignment's thread ended with ${String(code)} and no answer`));
  });
  signal?.addEventListener('abort', abort, { once: true });
  try {
    return await promise;
  } finally {
    signal?.removeEventListener('abort', abort);
    await worker.terminate();
  }
}

/**
 * Compiled, the thread's module lies beside this one. Under Jest this module is source that Jest compiles as it goes, which a thread knows nothing of:
 * there Node strips the types itself, and is told that `./x.js` means `./x.ts`.
 */
function startWorker(options: WorkerOptions): Worker {
  if (!import.meta.url.endsWith('.ts')) return new Worker(new URL('./assign.worker.js', import.meta.url), options);
  const entry = new URL('./assign.worker.ts', import.meta.url).href;
  const fromSource = `
    const { registerHooks, stripTypeScriptTypes } = require('node:module');
    const { readFileSync } = require('node:fs');
    registerHooks({
      resolve: (specifier, context, next) => next(/^\\.{1,2}\\/.*\\.js$/.test(specifier) && context.parentURL?.endsWith('.ts') ? specifier.replace(/\\.js$/, '.ts') : specifier, context),
      load: (url, context, next) => url.endsWith('.ts')
        ? { format: 'module', shortCircuit: true, source: stripTypeScriptTypes(readFileSync(new URL(url), 'utf8'), { mode: 'transform' }) }
        : next(url, context),
    });
    process.removeAllListeners('warning');
    import(${JSON.stringify(entry)});`;
  return new Worker(fromSource, { ...options, eval: true });
}
