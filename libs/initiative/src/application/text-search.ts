import { type RawBuilder, sql } from 'kysely';
import { type Source, holds, holdsFolded, holdsLong, isThere } from '#lib/platform';

/** By whom it is searched, each reason to see an initiative by itself. */
export interface SearchedScopes {
  /** Of these a person has few: each is looked through. */
  readonly written: readonly RawBuilder<boolean>[];
  /** Of these there may be those of many contests. */
  readonly received: readonly RawBuilder<boolean>[];
}

/** Where what is searched is found. Among many, each place by itself within each scope: an index answers one of them and no `or`. */
export function foundIn(search: string, { written, received }: SearchedScopes): Source[] {
  const said = holdsLong(sql`t.folded`, search);
  const places = [...titlesThatHold(search), ...(said ? [fewThatHold(said), manyThatHold(said)] : [])];
  return [
    ...written.map((scope) => within(lookedThrough(search, said), scope)),
    ...received.flatMap((scope) => places.map((place) => within(place, scope))),
  ];
}

const within = ({ from, where }: Source, scope: RawBuilder<boolean>): Source => ({ from, where: sql`${scope} and ${where}` });

/** What was sent in has its title folded already; what is being written is folded now. */
const titlesThatHold = (search: string): Source[] => [
  {
    from: sql`initiative_search s join initiative i on i.id = s.initiative_id`,
    where: holdsFolded({ marks: sql`s.title_marks`, folded: sql`s.title` }, search),
  },
  { from: sql`initiative i`, where: sql`(i.submitted_at is null or i.state = 'RETURNED') and ${holds(sql`i.title`, search)}` },
];

/** Files of initiatives that were not taken off them, and what each says. Who reads an initiative by one of its scopes reads its files. */
const TEXTS = sql`content_reading t join stored_file f on f.sha256 = t.sha256 and f.owner_type = 'initiative' and f.kept_at is not null and f.removed_at is null`;

/** So many are found by what they say; of a commoner word the initiatives are gone through in their order, and a page is soon full. */
const FEW = 200;

const ownersOf = (said: RawBuilder<boolean>) => sql`array(select f.owner_id from ${TEXTS} where ${said} limit ${sql.lit(FEW + 1)})`;

const fewThatHold = (said: RawBuilder<boolean>): Source => ({
  from: sql`initiative i`,
  where: sql`cardinality(${ownersOf(said)}) <= ${sql.lit(FEW)} and i.id = any(${ownersOf(said)})`,
});

const saysSo = (said: RawBuilder<boolean>) => isThere(sql`select 1 from ${TEXTS} where f.owner_id = i.id and ${said}`);

const manyThatHold = (said: RawBuilder<boolean>): Source => ({
  from: sql`initiative i`,
  where: sql`cardinality(${ownersOf(said)}) > ${sql.lit(FEW)} and ${saysSo(said)}`,
});

const lookedThrough = (search: string, said: RawBuilder<boolean> | null): Source => {
  const titled = holds(sql`i.title`, search);
  return { from: sql`initiative i`, where: said ? sql`(${titled} or ${saysSo(said)})` : titled };
};
