import { buildSchema, parse } from 'graphql';
import { takesRecursiveInput } from './recursive-input.js';

const schema = buildSchema(`
  input Criterion { key: String! children: [Criterion!]! }
  input Book { rubric: [Criterion!]! }
  input Plain { key: String! }
  type Query { a(book: Book, plain: [Plain!]): Int }`);

test.each([
  ['query ($book: Book) { a(book: $book) }', true],
  ['query ($plain: [Plain!]) { a(plain: $plain) }', false],
  ['{ a }', false],
])('%s', (document, recursive) => {
  expect(takesRecursiveInput(schema, parse(document))).toBe(recursive);
});
