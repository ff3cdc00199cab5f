import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { transformSync } from '@swc/core';

/*
 * Test files and all that they load are source: a worker compiles each module once, as the build does, and keeps it for all files that it runs.
 */
const GLOBALS =
  'data:text/javascript,export const { jest, expect, test, it, describe, beforeAll, beforeEach, afterAll, afterEach } = globalThis;';
const ROOT = new URL('../../../', import.meta.url);
const isSource = (url) => /\.ts(\?\d+)?$/.test(url) && url.startsWith(ROOT.href) && !url.includes('/node_modules/');

registerHooks({
  resolve(specifier, context, next) {
    if (specifier === '@jest/globals') return { url: GLOBALS, format: 'module', shortCircuit: true };
    const conditions = [...context.conditions, 'source'];
    const named =
      context.parentURL && isSource(context.parentURL) && /^\..*\.js$/.test(specifier) ? specifier.replace(/js$/, 'ts') : specifier;
    return next(named, { ...context, conditions });
  },
  load(url, context, next) {
    if (!isSource(url)) return next(url, context);
    const { code } = transformSync(readFileSync(new URL(url), 'utf8'), {
      cwd: fileURLToPath(ROOT),
      filename: fileURLToPath(url.replace(/\?\d+$/, '')),
      sourceMaps: 'inline',
    });
    return { format: 'module', shortCircuit: true, source: code };
  },
});
process.setSourceMapsEnabled(true);
