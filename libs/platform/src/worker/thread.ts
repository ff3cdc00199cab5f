import { Worker, type WorkerOptions } from 'node:worker_threads';

/** What a thread's module posts when it is done. */
export interface ThreadReply<T> {
  readonly value: T;
}

/**
 * Runs a module in a thread of its own, so that what takes long holds up nobody else. The module reads `workerData`, posts one
 * `ThreadReply` and ends. `entry` is its address as compiled, beside the caller's: `new URL('./x.worker.js', import.meta.url)`.
 */
export async function inThread<T>(entry: URL, data: unknown): Promise<T> {
  const { promise, resolve, reject } = Promise.withResolvers<T>();
  const worker = start(entry, { workerData: data });
  worker.on('message', ({ value }: ThreadReply<T>) => {
    resolve(value);
  });
  worker.on('error', reject);
  worker.on('exit', (code) => {
    reject(new Error(`The thread of ${entry.pathname} ended with ${String(code)} and no answer`));
  });
  try {
    return await promise;
  } finally {
    await worker.terminate();
  }
}

/**
 * Compiled, the module lies where its address says. Under Jest this file is source that Jest compiles as it goes, which a thread
 * knows nothing of: there Node strips the types itself, and is told that `./x.js` means `./x.ts`.
 */
function start(entry: URL, options: WorkerOptions): Worker {
  if (!import.meta.url.endsWith('.ts')) return new Worker(entry, options);
  const source = entry.href.replace(/\.js$/, '.ts');
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
    import(${JSON.stringify(source)});`;
  return new Worker(fromSource, { ...options, eval: true, execArgv: ['--conditions=source'] });
}
