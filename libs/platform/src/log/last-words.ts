import { format } from 'node:util';
import { type JsonLog, logAt } from './json-log.js';

/**
 * What nobody caught is one line of the log, and the end of the process; so are the warnings of Node and what a library prints, which go on.
 */
export function tellLastWords(level: string): void {
  const log: JsonLog | false = logAt(level);
  if (!log) return;
  process.on('uncaughtException', (error, origin) => {
    log.fatal('The process ends: an error that nobody caught', { origin, error }, 'Process');
    process.exit(1);
  });
  process.removeAllListeners('warning');
  process.on('warning', (warning) => {
    log.warn('A warning of Node', { warning: { name: warning.name, message: warning.message } }, 'Process');
  });
  const printed = (...said: unknown[]): void => {
    log.warn(format(...said), 'Console');
  };
  Object.assign(console, { log: printed, info: printed, warn: printed, error: printed, debug: printed, trace: printed });
}
