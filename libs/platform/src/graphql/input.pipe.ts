import { type ValidationError, ValidationPipe } from '@nestjs/common';
import { getMetadataStorage } from 'class-validator';
import { Refused, allRefused } from '#lib/kernel';
import { type Refusals } from '../refusals/refusals.js';
import { inputRefused } from './input-sentences.js';

/** All that does not fit, field by field. Of a reason that says nothing it is said that it is missing, not how long it should be. */
function problemsOf(errors: readonly ValidationError[], refusals: Refusals, path: readonly string[] = []): Refused[] {
  return errors.flatMap((error) => {
    const here = [...path, error.property];
    if (error.property === 'reason' && error.value === '') return [new Refused('REASON_MISSING', {}, here.join('.'))];
    const own = error.constraints === undefined ? [] : [inputRefused(error, here.join('.'), refusals)];
    return [...own, ...problemsOf(error.children ?? [], refusals, here)];
  });
}

class ShapePipe extends ValidationPipe {
  /** What came as JSON has none. */
  protected override findNestedBinaryValues(): ValidationError[] {
    return [];
  }
}

/** The rules of a class stay as they were written: class-validator looks them up among those of all classes at each value. */
function rememberRules(): void {
  const storage = getMetadataStorage();
  if (Object.hasOwn(storage, 'getTargetValidationMetadatas')) return;
  const lookUp = storage.getTargetValidationMetadatas.bind(storage);
  const known = new Map<unknown, ReturnType<typeof lookUp>>();
  storage.getTargetValidationMetadatas = (...asked) => {
    const [target, ...apart] = asked;
    if (apart.some(Boolean)) return lookUp(...asked);
    const rules = known.get(target) ?? lookUp(...asked);
    known.set(target, rules);
    return rules;
  };
}

/** The shape of an input, held against its class; all that does not fit is refused at once, each with its path. */
export const shapePipe = (refusals: Refusals) => {
  rememberRules();
  return new ShapePipe({
    transform: true,
    whitelist: false,
    exceptionFactory: (errors) => allRefused(problemsOf(errors, refusals)) ?? new Refused('REQUEST_UNFIT'),
    validationError: { target: true, value: true },
  });
};
