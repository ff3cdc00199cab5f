import { type ValidationError, ValidationPipe } from '@nestjs/common';
import { Refused } from '#lib/kernel';

const REASONS: ReadonlySet<string> = new Set(['reason', 'reasons']);

/** Of a reason that says nothing it is said that it is missing, not how long it should be. */
function firstProblem(errors: readonly ValidationError[], path: readonly string[] = []): Refused {
  const [error] = errors;
  if (!error) return new Refused('INPUT_INVALID', { problem: '?' });
  const here = [...path, error.property];
  if (REASONS.has(error.property) && error.value === '') return new Refused('REASON_MISSING', {}, here.join('.'));
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
    validationError: { target: false, value: true },
  });
