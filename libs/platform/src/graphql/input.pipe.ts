import { type ValidationError, ValidationPipe } from '@nestjs/common';
import { Refused } from '#lib/kernel';
import { type Refusals } from '../refusals/refusals.js';
import { inputRefused } from './input-sentences.js';

const REASONS: ReadonlySet<string> = new Set(['reason', 'reasons']);

/** Of a reason that says nothing it is said that it is missing, not how long it should be. */
function firstProblem(errors: readonly ValidationError[], refusals: Refusals, path: readonly string[] = []): Refused {
  const [error] = errors;
  if (!error) return new Refused('REQUEST_UNFIT');
  const here = [...path, error.property];
  if (REASONS.has(error.property) && error.value === '') return new Refused('REASON_MISSING', {}, here.join('.'));
  if (error.constraints === undefined) return firstProblem(error.children ?? [], refusals, here);
  return inputRefused(error, here.join('.'), refusals);
}

/** The shape of an input, held against its class; the first thing that does not fit is refused with its path. */
export const shapePipe = (refusals: Refusals) =>
  new ValidationPipe({
    transform: true,
    whitelist: false,
    exceptionFactory: (errors) => firstProblem(errors, refusals),
    validationError: { target: true, value: true },
  });
