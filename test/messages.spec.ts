import { readFileSync } from 'node:fs';
import { buildSchema, isEnumType, isInputObjectType, isObjectType } from 'graphql';
import { getMetadataStorage } from 'class-validator';
import { type Words } from '#lib/kernel';
import { RULE_SENTENCES } from '../libs/platform/src/graphql/input-sentences.js';
import { platformRefusals } from '../libs/platform/src/refusals/refusals.js';
import { projectFile } from '#lib/platform';
import { libraries } from '../apps/api/src/libraries.js';
import { type Thrown, messagesInSource, thrownIn } from './support/messages.js';

const books = [platformRefusals, ...libraries.map(({ refusals }) => refusals)];
const refusals = new Map(books.flatMap(({ messages }) => Object.entries(messages)));
const labels = books.flatMap((book) => Object.entries(book.labels));
const schema = buildSchema(readFileSync(projectFile('prisma-free-schema/schema.graphql'), 'utf8'));
/** Names of lists and sheets are words of the language too, and stand as holes in messages; the gate of fields finds them. */
const OF_NAMES = ['Locale', 'ExportedList', 'ImportName', 'FileOwnerType'];
const enumValues = Object.values(schema.getTypeMap())
  .filter(isEnumType)
  .filter(({ name }) => !name.startsWith('__') && !OF_NAMES.includes(name))
  .flatMap((type) => type.getValues().map(({ name }) => name));

/** Every sentence that people read, and where it stands: of the books, the labels, the notices, the mails, the documents. */
const said: readonly (readonly [string, Words])[] = [
  ...[...refusals].map(([code, words]) => [code, words] as const),
  ...labels.map(([field, words]) => [`label ${field}`, words] as const),
  ...books.flatMap(({ words = {} }) =>
    Object.entries(words).flatMap(([name, of]) => Object.entries(of).map(([value, word]) => [`${name}.${value}`, word] as const)),
  ),
];
const vietnamese = [...said.map(([where, { vi }]) => [where, vi] as const), ...messagesInSource()];

/** What is written so in Vietnamese too. */
const KNOWN = /\b(PDF|DOCX|XLSX|PPTX|PNG|JPEG|WebP|HEIC|MP4|MOV|M4V|3GP|SHA-256|CSV|JSON|QR|MB|GB|OTP)\b/g;

const holesOf = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, hole = '']) => hole).sort();

const offending = (wrong: (text: string, where: string) => boolean) =>
  vietnamese.filter(([where, text]) => wrong(text, where)).map(([where, text]) => `${where}: ${text}`);

test.each<[string, (text: string) => boolean]>([
  ['a state, a key or the name of a code', (text) => /\b[A-Z][A-Z0-9]*_[A-Z0-9_]+\b/.test(text.replace(KNOWN, ''))],
  [
    'a value of an enum',
    (text) => enumValues.some((value) => new RegExp(`(?<![\\p{L}\\d_-])${value}(?![\\p{L}\\d_-])`, 'u').test(text.replace(KNOWN, ''))),
  ],
  ['the name of a field', (text) => /\b[a-z]+[A-Z]\w*\b/.test(text.replace(/\{\w+\}|macOS|[a-z]+Office/g, ''))],
  ['a word of class-validator', (text) => /\b(must|should|longer than|shorter than|each value|not be)\b/.test(text)],
  ['“bạn”', (text) => /(?<!\p{L})bạn(?!\p{L})/iu.test(text)],
  ['“Vui lòng”', (text) => /vui lòng/i.test(text)],
  ['another name of the rule book', (text) => /quy chế chấm|quy định chấm|luật chấm/i.test(text)],
  ['letters that are not composed', (text) => text !== text.normalize('NFC')],
  ['straight quotation marks', (text) => text.includes('"') && !text.includes('npm run')],
])('no Vietnamese message has %s', (_, wrong) => {
  expect(vietnamese.length).toBeGreaterThan(400);
  expect(offending(wrong)).toEqual([]);
});

test('no date stands in a Vietnamese message as machines write it', () => {
  expect(offending((text) => /\d{4}-\d{2}-\d{2}/.test(text))).toEqual([]);
});

test('both languages of a message are there, and name the same facts', () => {
  expect(said.filter(([, { vi, en }]) => vi.trim() === '' || en.trim() === '').map(([where]) => where)).toEqual([]);
  expect(said.filter(([, { vi, en }]) => holesOf(vi).join() !== holesOf(en).join()).map(([where]) => where)).toEqual([]);
  const inEnglish = said.filter(([, { en }]) =>
    /[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệịỉĩọỏốồổỗộớờởỡợụủũứừửữựỳỷỹỵ]/i.test(en.replace(/“[^”]*”/g, '')),
  );
  expect(inEnglish.map(([where]) => where)).toEqual([]);
});

test('every value of an enum of states has words of its own in both languages, and no words are of an enum or value that is none', () => {
  const states = Object.values(schema.getTypeMap())
    .filter(isEnumType)
    .filter(({ name }) => /(State|Phase)$/.test(name) && name !== 'DatedPhase');
  expect(states.length).toBeGreaterThan(15);
  const named = Object.fromEntries(books.flatMap(({ words = {} }) => Object.entries(words)));
  const values = (all: Record<string, readonly string[]>) =>
    Object.fromEntries(Object.entries(all).map(([name, of]) => [name, [...of].sort()]));
  expect(values(Object.fromEntries(Object.entries(named).map(([name, words]) => [name, Object.keys(words)])))).toEqual(
    values(Object.fromEntries(states.map((type) => [type.name, type.getValues().map(({ name }) => name)]))),
  );
  for (const [name, words] of Object.entries(named))
    for (const language of ['vi', 'en'] as const) {
      const all = Object.values(words).map((word) => word[language].trim());
      expect([name, new Set(all.filter((word) => word !== '')).size]).toEqual([name, all.length]);
    }
});

test('a code that is thrown has a message, and every fact that the message names', () => {
  const thrown = thrownIn(['libs', 'apps'], new Set(refusals.keys()));
  expect(thrown.length).toBeGreaterThan(300);
  const unknown = thrown.filter(({ code }) => !refusals.has(code));
  expect(unknown.map(({ at, code }) => `${at} ${code}`)).toEqual([]);
  const lacking = ({ code, facts }: Thrown) =>
    facts === null ? [] : holesOf(refusals.get(code)?.vi ?? '').filter((hole) => !facts.includes(hole));
  expect(thrown.filter((one) => lacking(one).length > 0).map((one) => `${one.at} ${one.code}: ${lacking(one).join()}`)).toEqual([]);
});

test('a code that a constraint of the database stands for names no fact, since nobody gives one', () => {
  const codes = books.flatMap(({ constraints }) => Object.values(constraints));
  expect(codes.filter((code) => holesOf(refusals.get(code)?.vi ?? '{unknown}').length > 0)).toEqual([]);
});

test('every rule of an input has a sentence, and every field of an input is called something in both languages', () => {
  const { validationMetadatas } = getMetadataStorage() as unknown as {
    validationMetadatas: Map<unknown, { name?: string; type: string; propertyName: string }[]>;
  };
  const rules = [...validationMetadatas.values()].flat();
  expect(rules.length).toBeGreaterThan(300);
  const silent = new Set(['isOptional', 'conditionalValidation', 'whitelistValidation']);
  const named = rules.map(({ name, type }) => (type === 'customValidation' ? (name ?? '') : type)).filter((rule) => !silent.has(rule));
  expect([...new Set(named)].filter((rule) => !Object.hasOwn(RULE_SENTENCES, rule) && rule !== 'conditionalValidation')).toEqual([]);

  const known = new Set(labels.map(([field]) => field));
  const fields = Object.values(schema.getTypeMap()).flatMap((type) => {
    if (isInputObjectType(type)) return Object.keys(type.getFields()).map((field) => [`${type.name}.${field}`, field] as const);
    if (!isObjectType(type) || type.name.startsWith('__')) return [];
    return Object.values(type.getFields()).flatMap(({ args }) =>
      args.filter(({ name }) => name !== 'input' && name !== 'includeDeprecated').map(({ name }) => [name, name] as const),
    );
  });
  expect([...new Set(fields.filter(([whole, field]) => !known.has(whole) && !known.has(field)).map(([whole]) => whole))].sort()).toEqual(
    [],
  );
});

test('a field is called by one name: no two libraries call a field of any input otherwise', () => {
  const names = new Map<string, Set<string>>();
  for (const [field, { vi, en }] of labels) names.set(field, (names.get(field) ?? new Set()).add(`${vi} / ${en}`));
  expect([...names].filter(([, called]) => called.size > 1).map(([field]) => field)).toEqual([]);
});
