import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { type RefusalBook, type Refused } from '#lib/kernel';

const codes: Record<string, string> = {};
const meanings: Record<string, { description: string }> = {};

/** The codes of all books. What each means is its message, with the names of the facts that it tells. */
export const RefusalCodeEnum: Readonly<Record<string, string>> = codes;

registerEnumType(codes, {
  name: 'RefusalCode',
  description: 'Why something was refused. Clients branch on it; what people are told is the `message`.',
  valuesMap: meanings,
});

/** Lets the schema name what these books refuse. They come together where the application does, before its schema is made. */
export function nameCodes(books: readonly RefusalBook[]): void {
  for (const [code, { en }] of books.flatMap(({ messages }) => Object.entries(messages))) {
    codes[code] = code;
    meanings[code] = { description: en };
  }
}

@ObjectType('Refusal', {
  description:
    'A rule of the contest forbids what was asked. Nothing was written, unless the code is `WRITTEN_NOT_READ` or `OUTCOME_UNKNOWN`.',
})
export class RefusalObject {
  @Field(() => RefusalCodeEnum, { description: 'Stable; clients branch on this.' })
  readonly code: string;

  @Field({ description: 'For people, in the language of the request.' })
  readonly message: string;

  @Field(() => String, {
    nullable: true,
    description: 'The field of the input that it is about, e.g. `authors.1.share`; null where it is about none.',
  })
  readonly path: string | null;

  @Field(() => [RefusalObject], { description: 'All that is wrong, itself the first.' })
  readonly problems: readonly RefusalObject[];

  constructor(refused: Refused, messageOf: (refused: Refused) => string) {
    this.code = refused.code;
    this.message = messageOf(refused);
    this.path = refused.path;
    this.problems = [this, ...refused.problems.slice(1).map((other) => new RefusalObject(other, messageOf))];
  }
}
