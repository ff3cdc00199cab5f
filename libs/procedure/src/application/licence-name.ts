import { type RawBuilder, sql } from 'kysely';

/** A kind of licence as others name it. */
export interface LicenceKindName {
  readonly id: string;
  readonly kindCode: string;
  readonly name: string;
}

/** A licence as others name it. */
export interface LicenceName {
  readonly id: string;
  readonly licenceNumber: string;
}

/** Row `k` of kinds of licences as others name it, as JSON. */
export const licenceKindName = (k: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`json_build_object('id', ${k}.id, 'kindCode', ${k}.code, 'name', ${k}.name)`;

/** Row `l` of licences as others name it, as JSON. */
export const licenceName = (l: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`json_build_object('id', ${l}.id, 'licenceNumber', ${l}.number)`;
