import { type RawBuilder, sql } from 'kysely';
import { Refused, type WhyNot, bytes } from '#lib/kernel';
import { type Act } from '../database/unit-of-work.js';
import { type AttachLimits } from './file-access.js';

/** How long an announced file may be on its way before its place is free again. */
export const UPLOAD_LIFE_MS = 24 * 60 * 60 * 1000;

/** What one person may have on the way at once, wherever it belongs. */
export const ON_THE_WAY = { maxFiles: 40, maxBytes: 512 * 1024 * 1024 } as const;

/** A row `f` whose upload was announced, and neither confirmed, given up nor too long on its way. */
export function onItsWay(at: Date): RawBuilder<boolean> {
  return sql`(f.kept_at is null and f.removed_at is null and f.created_at > ${new Date(at.getTime() - UPLOAD_LIFE_MS)})`;
}

/** What counts when one more file is announced. */
export interface UploadCounts {
  /** Of the owner. */
  readonly kept: number;
  readonly open: number;
  /** Of the person, wherever they belong. */
  readonly mine: number;
  readonly myBytes: number;
}

/** A file on its way takes a place like one that is kept: else as many could be announced as one likes, and confirmed together. */
export function whyNotAnother({ kept, open, mine, myBytes }: UploadCounts, limits: AttachLimits, size: number): WhyNot {
  if (kept + open >= limits.maxFiles) return new Refused('FILE_TOO_MANY', { max: limits.maxFiles, open });
  if (mine >= ON_THE_WAY.maxFiles) return new Refused('UPLOADS_TOO_MANY', { max: ON_THE_WAY.maxFiles });
  if (myBytes + size > ON_THE_WAY.maxBytes) return new Refused('UPLOADS_TOO_LARGE', { max: bytes(ON_THE_WAY.maxBytes) }, 'size');
  return null;
}

/** The counts as they stay until the act ends: two who announce for one owner, and one who announces twice, do so one after the other. */
export async function countUploads({ em, actor, at }: Act, owner: { ownerType: string; ownerId: string }): Promise<UploadCounts> {
  const db = em.getKysely();
  for (const name of [`files of ${owner.ownerType} ${owner.ownerId}`, `uploads of ${actor.id}`])
    await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(db);
  const ofOwner = sql`f.owner_type = ${owner.ownerType} and f.owner_id = ${owner.ownerId}`;
  const { rows } = await sql<UploadCounts>`select
    (select count(*)::int from stored_file f where ${ofOwner} and f.kept_at is not null and f.removed_at is null) as kept,
    (select count(*)::int from stored_file f where ${ofOwner} and ${onItsWay(at)}) as open,
    count(*)::int as mine, coalesce(sum(f.size), 0)::float8 as "myBytes"
    from stored_file f where f.uploaded_by = ${actor.id} and ${onItsWay(at)}`.execute(db);
  return rows[0] ?? { kept: 0, open: 0, mine: 0, myBytes: 0 };
}
