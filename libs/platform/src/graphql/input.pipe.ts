import { type ArgumentMetadata, Injectable, type PipeTransform, type ValidationError, ValidationPipe } from '@nestjs/common';
import { Refused, whyNotText } from '#lib/kernel';

/** Refuses text that is not NFC or has control characters, wherever in the input it stands, and a reason of blanks alone; a reason is taken without the blanks around it. */
@Injectable()
export class TextPipe implements PipeTransform {
  transform(value: unknown, metadata: ArgumentMetadata): unknown {
    if (metadata.type === 'custom') return value;
    refuseText(value, []);
    trimReasons(value, []);
    return value;
  }
}

function refuseText(value: unknown, path: readonly string[]): void {
  if (typeof value === 'string') {
    const code = whyNotText(value);
    if (code) throw new Refused(code, {}, path.join('.'));
  } else if (value !== null && typeof value === 'object' && !(value instanceof Date)) {
    for (const [key, field] of Object.entries(value)) refuseText(field, [...path, key]);
  }
}

const REASONS: ReadonlySet<string> = new Set(['reason', 'reasons']);

/** In place: it is the request's own copy, and its length is held against the input's class next. An empty one is left to that. */
function trimReasons(value: unknown, path: readonly string[]): void {
  if (value === null || typeof value !== 'object' || value instanceof Date) return;
  const fields = value as Record<string, unknown>;
  for (const [key, field] of Object.entries(fields)) {
    if (!REASONS.has(key) || typeof field !== 'string') trimReasons(field, [...path, key]);
    else if (field !== '' && field.trim() === '') throw new Refused('REASON_MISSING', {}, [...path, key].join('.'));
    else fields[key] = field.trim();
  }
}

function firstProblem(errors: readonly ValidationError[], path: readonly string[] = []): Refused {
  const [error] = errors;
  if (!error) return new Refused('INPUT_INVALID', { problem: '?' });
  const here = [...path, error.property];
  const problem = Object.values(error.constraints ?? {})[0];
  if (problem === undefined) return firstProblem(error.children ?? [], here);
  return new Refused('INPUT_INVALID', { problem }, here.join('.'));
}

/** The shape of an input, held against its class; the first thing that does not fit is refused with its path. */
export const shapePipe = () =>
  new ValidationPipe({
    transform: true,
    whitelist: false,
    exceptionFactory: (errors) => firstProblem(errors),
    validationError: { target: false, value: false },
  });
