import { type RawBuilder, sql } from 'kysely';
import { holds, holdsPlain } from '#lib/platform';
import { addressPart, plainAddress } from '../domain/address.js';

/** Whether person `p` has such a name, or the address or a part of it: for whoever reads addresses where people are listed. */
export function isCalledOrMailed(search: string): RawBuilder<boolean> {
  const sought = addressPart(search);
  const address = sought ? holdsPlain(sql`p.email`, sought.part, sought.after) : sql`p.email = ${plainAddress(search)}`;
  return sql<boolean>`(${holds(sql`p.full_name`, search)} or ${address})`;
}
