import { type Type } from '@nestjs/common';
import { type ValidationError, getMetadataStorage } from 'class-validator';
import { type Fact, Refused, type Words, asSentence, bytes, charactersIn, fill, namesYear } from '#lib/kernel';
import { type Refusals } from '../refusals/refusals.js';

/** What a rule of an input's class says when it is broken: its arguments, the value that broke it. */
type Sentence = (args: readonly unknown[], value: unknown) => Said;

interface Said {
  readonly vi: string;
  readonly en: string;
  readonly facts?: Readonly<Record<string, Fact>>;
}

const said =
  (vi: string, en: string, facts?: Said['facts']): Sentence =>
  () => ({ vi, en, ...(facts && { facts }) });

const MISSING: Said = { vi: 'Chưa nhập {field}.', en: 'Fill in {field}.' };
const isNothing = (value: unknown): boolean => value === '' || value === null || value === undefined;

const atLeast = (least: number): Said => ({
  vi: '{field} phải có ít nhất {least} ký tự.',
  en: '{field} must have at least {least} characters.',
  facts: { least },
});
const atMost = (most: number): Said => ({
  vi: '{field} không được dài quá {most} ký tự.',
  en: '{field} cannot be longer than {most} characters.',
  facts: { most },
});

/** Of a list, each of whose texts is held against the rule, any. */
const length: Sentence = ([least, most], value) => {
  const texts: readonly unknown[] = Array.isArray(value) ? value : [value];
  if (texts.some(isNothing)) return MISSING;
  const tooShort = texts.some((text) => typeof text === 'string' && charactersIn(text) < Number(least));
  return tooShort || most === undefined ? atLeast(Number(least)) : atMost(Number(most));
};

/** By the name that class-validator gives a rule. The gate finds a rule of an input that has none. */
export const RULE_SENTENCES: Readonly<Record<string, Sentence>> = {
  isUuid: (_, value) =>
    isNothing(value)
      ? { vi: 'Chưa chọn {field}.', en: 'Choose {field}.' }
      : { vi: '{field} không có trong hệ thống. Hãy chọn lại.', en: '{field}: not known here. Choose again.' },
  isLength: length,
  minLength: length,
  maxLength: ([most]) => atMost(Number(most)),
  isNotEmpty: () => MISSING,
  isDefined: () => MISSING,
  isString: (_, value) => (isNothing(value) ? MISSING : { vi: '{field} phải là văn bản.', en: '{field} must be text.' }),
  isInt: (_, value) => (isNothing(value) ? MISSING : { vi: '{field} phải là số nguyên.', en: '{field} must be a whole number.' }),
  isBoolean: said('Hãy chọn có hoặc không cho {field}.', 'Choose yes or no for {field}.'),
  isDate: (_, value) =>
    isNothing(value) ? MISSING : { vi: '{field} không phải là ngày, giờ hợp lệ.', en: '{field} is not a valid date and time.' },
  isEmail: (_, value) =>
    isNothing(value)
      ? MISSING
      : {
          vi: '{field} không đúng. Địa chỉ có dạng ten@hanoi.gov.vn.',
          en: '{field} is not valid. An address looks like name@hanoi.gov.vn.',
        },
  isIn: (_, value) =>
    isNothing(value)
      ? { vi: 'Chưa chọn {field}.', en: 'Choose {field}.' }
      : { vi: '{field} không thuộc các lựa chọn được phép. Hãy chọn lại.', en: '{field}: not one of the choices. Choose again.' },
  isArray: said('{field} phải là một danh sách.', '{field} must be a list.'),
  arrayMinSize: ([least]) => ({
    vi: '{field} phải có ít nhất {least} mục.',
    en: '{field} must have at least {least} entries.',
    facts: { least: Number(least) },
  }),
  arrayMaxSize: ([most]) => ({
    vi: '{field} chỉ có tối đa {most} mục.',
    en: '{field} can have at most {most} entries.',
    facts: { most: Number(most) },
  }),
  min: ([least]) => ({
    vi: '{field} không được nhỏ hơn {least}.',
    en: '{field} cannot be below {least}.',
    facts: { least: Number(least) },
  }),
  max: ([most]) => ({ vi: '{field} không được lớn hơn {most}.', en: '{field} cannot be above {most}.', facts: { most: Number(most) } }),
  matches: (_, value) =>
    isNothing(value) ? MISSING : { vi: '{field} không đúng dạng quy định.', en: '{field}: not written as it should be.' },
  nestedValidation: said('{field} chưa được nhập đúng.', '{field}: not filled in correctly.'),
};

/** What a value is made of is said before how long or how large it is. */
const OF_KIND: ReadonlySet<string> = new Set([
  'isDefined',
  'isNotEmpty',
  'isString',
  'isInt',
  'isBoolean',
  'isDate',
  'isArray',
  'isUuid',
  'isIn',
]);

const SOMETHING: Words = { vi: 'nội dung này', en: 'this' };

/** What is wrong with one field, in a sentence that names it as people do. */
export function inputRefused(error: ValidationError, path: string, refusals: Refusals): Refused {
  const broken = Object.keys(error.constraints ?? {});
  const rule = broken.find((name) => OF_KIND.has(name)) ?? broken[0] ?? '';
  const inputClass = error.target?.constructor as Type | undefined;
  const args = argumentsOf(rule, error.property, inputClass);
  const said = RULE_SENTENCES[rule]?.(args, error.value) ?? UNSAID;
  const field = refusals.labelOf(error.property, inputClass?.name) ?? SOMETHING;
  return new Refused('INPUT_INVALID', { problem: sentenceOf(said, field, error.property) }, path);
}

const UNSAID: Said = { vi: '{field} chưa được nhập đúng.', en: '{field}: not filled in correctly.' };

/** A size and a year are numbers that are said in a way of their own. */
function meant(fact: Fact, property: string): Fact {
  if (typeof fact !== 'number') return fact;
  if (property.endsWith('Bytes')) return bytes(fact);
  return namesYear(property) ? String(fact) : fact;
}

function sentenceOf({ vi, en, facts = {} }: Said, field: Words, property: string): Words {
  const shown = Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, meant(fact, property)]));
  return {
    vi: asSentence(fill(vi, { ...shown, field }, 'vi')),
    en: asSentence(fill(en, { ...shown, field }, 'en')),
  };
}

/** With which numbers the rule was set on the field, on its class or one that it extends. */
function argumentsOf(rule: string, property: string, inputClass: Type | undefined): readonly unknown[] {
  if (!inputClass) return [];
  const rules = getMetadataStorage().getTargetValidationMetadatas(inputClass, '', true, false);
  const found = rules.find(({ name, propertyName }) => name === rule && propertyName === property);
  return (found?.constraints as readonly unknown[] | undefined) ?? [];
}
