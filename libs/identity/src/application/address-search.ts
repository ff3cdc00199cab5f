import { type RawBuilder, sql } from 'kysely';
import { holds } from '#lib/platform';
import { addressPattern, plainAddress } from '../domain/address.js';

/** Whether person `p` has such a name, or the address or a part of it: for whoever reads addresses where people are listed. */
export function isCalledOrMailed(search: string): RawBuilder<boolean> {
  const pattern = addressPattern(search);
  const address = pattern === null ? sql`p.email = ${plainAddress(search)}` : sql`p.email like ${pattern}`;
  return sql<boolean>`(${holds(sql`p.full_name`, search)} or ${address})`;
}
