import { ConsoleLogger, type LogLevel } from '@nestjs/common';
import { lineOf, printable } from './printable.js';

/** What is written to the log at each `LOG_LEVEL`. */
const LOGGED: Readonly<Record<string, LogLevel[] | false>> = {
  silent: false,
  info: ['fatal', 'error', 'warn'],
  debug: ['fatal', 'error', 'warn', 'log', 'debug'],
};

/** What Nest has told apart of a call of the logger. */
interface Said {
  readonly messages: readonly unknown[];
  readonly context: string | undefined;
  readonly level: LogLevel;
  readonly stack: unknown;
  readonly params: object | undefined;
}

const isStack = (said: unknown): said is string => typeof said === 'string' && /\n[ \t]+at /.test(said);

const isFacts = (said: unknown): said is object => typeof said === 'object' && said !== null && !(said instanceof Error);

/** One event as one record: its texts are the message, its objects the facts beside it, an error is what went wrong. */
export function recordOf({ messages, context, level, stack, params }: Said, at: Date): Record<string, unknown> {
  const error = messages.find((said) => said instanceof Error);
  const texts = [...messages, stack].filter((said) => said !== undefined && !isFacts(said) && !isStack(said) && said !== error).map(String);
  const where = [...messages, stack].find(isStack);
  const facts = Object.assign(
    {},
    ...messages.filter(isFacts).map((said) => (Array.isArray(said) ? { items: said } : said)),
    params,
  ) as object;
  const message = texts.length > 0 ? texts.join(' · ') : (error?.message ?? '');
  return {
    ...(printable(facts) as object),
    ...(error && { error: printable(error) }),
    ...(where !== undefined && { stack: printable(where) }),
    time: at.toISOString(),
    level,
    ...(context !== undefined && context !== '' && { context: printable(context) }),
    message: printable(message),
  };
}

/** The log: lines of JSON, each one event that nobody's input can break in two or make endless. */
export class JsonLog extends ConsoleLogger {
  constructor(levels: LogLevel[]) {
    super({ json: true, colors: false, logLevels: levels });
  }

  // eslint-disable-next-line @typescript-eslint/max-params -- Nest's own
  protected override printMessages(
    messages: unknown[],
    context?: string,
    level: LogLevel = 'log',
    stream: 'stdout' | 'stderr' = 'stdout',
    stack?: unknown,
    params?: object,
  ): void {
    const said = { messages: messages.map((message) => this.resolveMessage(message)), context, level, stack, params };
    process[stream].write(`${lineOf(recordOf(said, new Date()))}\n`);
  }
}

/** The log at a `LOG_LEVEL`, as Nest takes it; false: none. */
export function logAt(level: string): JsonLog | false {
  const levels = LOGGED[level] ?? LOGGED.info;
  return levels ? new JsonLog(levels) : false;
}
