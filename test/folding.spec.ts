import fc from 'fast-check';
import { Client } from 'pg';
import { cleanText, fold, foldMarks } from '#lib/kernel';
import { typedText } from './support/typed-text.js';
import { type TestDatabase, createDatabase } from './support/database.js';

let database: TestDatabase;
let client: Client;

beforeAll(async () => {
  database = await createDatabase();
  client = new Client({ connectionString: database.url });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

const many = { numRuns: 2000 };

interface Folded {
  readonly text: string;
  readonly marks: string;
  readonly folded: string;
}

const foldedByDatabase = async (texts: readonly string[]): Promise<Folded[]> =>
  (
    await client.query<Folded>(
      `select text, fold_marks(text) as marks, fold_text(text) as folded from unnest($1::text[]) with ordinality given (text, place) order by place`,
      [texts],
    )
  ).rows;
const foldedByProgram = (text: string): Folded => ({ text, marks: foldMarks(text), folded: fold(text) });

test('the database and the program fold every character alike that both of them know', async () => {
  const { rows } = await client.query<{ character: string }>(
    `select chr(point) as character from generate_series(1, 1114111) point where point not between 55296 and 57343 and unicode_assigned(chr(point))`,
  );
  const known = rows.map(({ character }) => character).filter((character) => /\P{Cn}/u.test(character));
  const differ: (readonly [Folded, Folded])[] = [];
  for (const [at, found] of (await foldedByDatabase(known)).entries()) {
    const expected = foldedByProgram(known[at] ?? '');
    if (found.marks !== expected.marks || found.folded !== expected.folded) differ.push([found, expected]);
  }

  expect(differ).toEqual([]);
  expect(known.length).toBeGreaterThan(140_000);
});

test('the database and the program fold every text alike', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        typedText.map((text) => text.replaceAll('\0', '')),
        { minLength: 100, maxLength: 200 },
      ),
      async (texts) => {
        expect(await foldedByDatabase(texts)).toEqual(texts.map(foldedByProgram));
      },
    ),
    { numRuns: 40 },
  );
});

test.each(['LINE', 'LINES', 'SECRET'] as const)('what was cleaned as %s stays as it is, and is the same from NFC and NFD', (kind) => {
  fc.assert(
    fc.property(typedText, (text) => {
      const cleaned = cleanText(text, kind);
      expect([cleanText(cleaned, kind), cleanText(text.normalize('NFD'), kind), cleaned.normalize('NFC')]).toEqual([
        cleaned,
        cleaned,
        cleaned,
      ]);
    }),
    many,
  );
});

test('what was folded stays as it is, from NFC and NFD alike, with or without what cannot be seen', () => {
  fc.assert(
    fc.property(typedText, (text) => {
      const folded = fold(text);
      expect([fold(folded), fold(text.normalize('NFC')), fold(text.normalize('NFD')), fold(cleanText(text, 'LINES'))]).toEqual(
        Array(4).fill(folded),
      );
    }),
    many,
  );
});
