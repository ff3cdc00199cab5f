import { existsSync } from 'node:fs';

/**
 * What a thread or process of its own needs to run a module that is not compiled: under Jest the modules are source that Jest compiles as it
 * goes, which nothing else knows of. Node strips the types itself there, and is told that `./x.js` means `./x.ts`.
 */
export const SOURCE_HOOKS = `
  const { registerHooks, stripTypeScriptTypes } = process.getBuiltinModule('node:module');
  const { readFileSync } = process.getBuiltinModule('node:fs');
  registerHooks({
    resolve: (specifier, context, next) => next(/^\\.{1,2}\\/.*\\.js$/.test(specifier) && context.parentURL?.endsWith('.ts') ? specifier.replace(/\\.js$/, '.ts') : specifier, context),
    load: (url, context, next) => url.endsWith('.ts')
      ? { format: 'module', shortCircuit: true, source: stripTypeScriptTypes(readFileSync(new URL(url), 'utf8'), { mode: 'transform' }) }
      : next(url, context),
  });
  process.removeAllListeners('warning');`;

/** The condition by which `package.json` leads to source. */
export const SOURCE_CONDITION = '--conditions=source';

const PROJECT = new URL('../../../../', import.meta.url);

/**
 * Where a module that is addressed as compiled lies now; `compiled` says whether it is. Under Jest too it is run as it was compiled where the
 * set-up of the run has done that, since a process that strips types first takes three times as long.
 */
export function placeOf(entry: URL): { readonly entry: URL; readonly compiled: boolean } {
  if (!import.meta.url.endsWith('.ts')) return { compiled: true, entry };
  const built = new URL(`dist/${entry.href.slice(PROJECT.href.length)}`, PROJECT);
  if (existsSync(built)) return { compiled: true, entry: built };
  return { compiled: false, entry: new URL(entry.href.replace(/\.js$/, '.ts')) };
}
