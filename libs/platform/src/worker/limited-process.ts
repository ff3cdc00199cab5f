import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { constants, setPriority } from 'node:os';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Refused, type RefusalDetail } from '#lib/kernel';
import { SOURCE_CONDITION, SOURCE_HOOKS, placeOf } from './from-source.js';

/** What a process may use up before the system ends it. */
export interface ProcessLimits {
  /** Of all its threads together, so that a machine with much to do takes nothing away. */
  readonly cpuSeconds: number;
  /** From its start to its answer, however little of it was spent reckoning. */
  readonly wallSeconds: number;
  /** Of any kind: JavaScript's, WebAssembly's, that of native libraries. */
  readonly memoryMiB: number;
}

/** What a process answers, once: what came out, what it refuses, that it came upon one of its limits, or that it broke. */
export type ProcessReply<T> =
  | { readonly value: T }
  | { readonly refused: { readonly code: string; readonly detail: RefusalDetail; readonly path: string | null } }
  | { readonly overrun: string }
  | { readonly broken: string };

/** Thrown where a process came upon its limits before it could answer. */
export class Overrun extends Error {}

/** Node itself reserves about this much before it runs anything. */
const RESERVED_MIB = 600;
const HEAP_SHARE = 0.5;

/**
 * Runs a module in a process of its own that the system holds to limits, with nothing of this one's environment. A thread would not do:
 * its limits know nothing of what WebAssembly and native libraries take, and what ends it for want of memory may end its parent too.
 *
 * The module is sent `order` as a message and `content` on its standard input, and sends back one `ProcessReply`. Throws what it refused,
 * and `Overrun`.
 */
export async function inLimitedProcess<T>(
  entry: URL,
  { order, content, limits }: { readonly order: unknown; readonly content: AsyncIterable<Uint8Array>; readonly limits: ProcessLimits },
): Promise<T> {
  const child = start(entry, limits);
  const timer = setTimeout(() => child.kill('SIGKILL'), limits.wallSeconds * 1000);
  const feeding = new AbortController();
  try {
    const answered = answerOf<T>(child);
    child.send({ order }, () => undefined);
    const fed = feed(child, content, feeding.signal);
    const reply = await Promise.race([answered, fed.then(() => answered)]);
    if ('refused' in reply) throw new Refused(reply.refused.code, reply.refused.detail, reply.refused.path);
    if ('overrun' in reply) throw new Overrun(reply.overrun);
    if ('broken' in reply) throw new Error(reply.broken);
    await fed;
    return reply.value;
  } finally {
    clearTimeout(timer);
    feeding.abort();
    child.kill('SIGKILL');
  }
}

async function answerOf<T>(child: ChildProcess): Promise<ProcessReply<T>> {
  const ended = new AbortController();
  const exit = once(child, 'exit', { signal: ended.signal });
  const message = once(child, 'message', { signal: ended.signal }) as Promise<[ProcessReply<T>]>;
  try {
    const [first, signal] = (await Promise.race([message, exit])) as [ProcessReply<T> | number | null, NodeJS.Signals | undefined];
    if (typeof first === 'object' && first !== null) return first;
    return first === null ? { overrun: String(signal) } : { broken: `A process ended with ${String(first)} and no answer` };
  } finally {
    ended.abort();
    await Promise.allSettled([exit, message]);
  }
}

/** A process that has ended reads no more: its answer says why. What the source itself throws is thrown here. */
async function feed({ stdin }: ChildProcess, content: AsyncIterable<Uint8Array>, signal: AbortSignal): Promise<void> {
  if (!stdin) return;
  const broken: unknown[] = [];
  const source = async function* () {
    try {
      yield* content;
    } catch (error) {
      broken.push(error);
      throw error;
    }
  };
  await pipeline(Readable.from(source()), stdin, { signal }).catch(() => undefined);
  for (const error of broken) throw error as Error;
}

/** The limits are the shell's to set; where one of them is not known there, the others still hold. */
function start(given: URL, { cpuSeconds, memoryMiB }: ProcessLimits): ChildProcess {
  const { entry, compiled } = placeOf(given);
  const limits = ['-c 0', `-t ${String(cpuSeconds)}`, `-d ${String((RESERVED_MIB + memoryMiB) * 1024)}`];
  const script = `${limits.map((limit) => `ulimit ${limit} 2>/dev/null; `).join('')}exec "$0" "$@"`;
  const options = ['--permission', '--allow-fs-read=*', '--allow-addons', '--no-warnings', '--v8-pool-size=1'];
  const heap = [`--max-old-space-size=${String(Math.floor(memoryMiB * HEAP_SHARE))}`, '--max-semi-space-size=8'];
  const program = compiled ? [entry.pathname] : [SOURCE_CONDITION, `--import=${sourceModule()}`, entry.pathname];
  const child = spawn('/bin/sh', ['-c', script, process.execPath, ...options, ...heap, ...program], {
    cwd: '/',
    // glibc gives each thread an arena of its own, which the limit would count.
    env: { MALLOC_ARENA_MAX: '2', UV_THREADPOOL_SIZE: '1', VIPS_CONCURRENCY: '1' },
    stdio: ['pipe', 'ignore', 'ignore', 'ipc'],
    serialization: 'advanced',
  });
  child.on('error', () => undefined);
  // Whoever waits for the server goes before whoever waits for a file.
  if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
  return child;
}

const sourceModule = (): string => `data:text/javascript,${encodeURIComponent(SOURCE_HOOKS)}`;
