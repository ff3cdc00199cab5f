import { type RawBuilder, sql } from 'kysely';
import { type Locale } from '#lib/kernel';
import { type FileLinks, VIEWABLE_TYPES, isThere, namelessName } from '#lib/platform';
import { type DossierFileRow } from './initiative.rows.js';

/** Files `f`, each with its place `d` in its dossier, where it has been given one. */
export const FILES_OF_DOSSIER: RawBuilder<unknown> = sql`stored_file f left join dossier_file d on d.file_id = f.id`;
export const FILE_KIND: RawBuilder<unknown> = sql`coalesce(d.kind, 'OTHER')`;
export const FILE_ORDER: RawBuilder<unknown> = sql`d.ordinal nulls last, f.id`;

/** The file `f` is kept and hangs on the initiative still. */
export const hangsOn = (initiativeId: RawBuilder<unknown>): RawBuilder<boolean> =>
  sql`f.owner_type = 'initiative' and f.owner_id = ${initiativeId} and f.kept_at is not null and f.removed_at is null`;

/** What can be told of a file `f` that is kept. */
const LOOKS = sql`'contentType', f.content_type, 'size', f.size::float8, 'canView', f.content_type = any(${[...VIEWABLE_TYPES]}::text[]),
  'hasText', ${isThere(sql`select 1 from content_reading r where r.sha256 = f.sha256 and r.text is not null`)},
  'hasThumbnail', ${isThere(sql`select 1 from content_reading r where r.sha256 = f.sha256 and r.thumbnail is not null`)}`;

/** By which a file is called where whose it is stays hidden: its place among all that ever hung there, which nothing changes. */
const POSITION = sql`(select count(*) from stored_file o where o.owner_type = f.owner_type and o.owner_id = f.owner_id and o.kept_at is not null and o.id <= f.id)`;

/** What hangs on initiative `i` now, in its order. */
export const fileColumns: RawBuilder<unknown> = sql`
  (select coalesce(json_agg(shown.file order by shown.ordinal), '[]') from (
     select row_number() over (order by ${FILE_ORDER}) as ordinal, json_build_object('id', f.id, 'fileName', f.file_name, 'caption', d.caption,
              'kind', ${FILE_KIND}, 'ordinal', row_number() over (order by ${FILE_ORDER}), 'sha256', f.sha256, ${LOOKS}, 'position', ${POSITION}) as file
     from ${FILES_OF_DOSSIER} where ${hangsOn(sql`i.id`)}) shown)`;

/** The files of version `v` as they were when it was sent in. */
export const versionFileColumns: RawBuilder<unknown> = sql`
  (select coalesce(json_agg(json_build_object('id', v.file->>'id', 'fileName', v.file->>'name', 'caption', v.file->>'caption',
            'kind', coalesce(v.file->>'kind', 'OTHER'), 'ordinal', v.ordinal, 'sha256', v.file->>'sha256', 'kept', f.removed_at is null, ${LOOKS}) order by v.ordinal), '[]')
     from jsonb_array_elements(v.content->'files') with ordinality as v (file, ordinal) join stored_file f on f.id = (v.file->>'id')::uuid)`;

/** A file as it comes from the database. */
export type FoundFile = Omit<DossierFileRow, 'thumbnailUrl'> & { readonly hasThumbnail: boolean };

/** The same as a reader has it, with the address at which it is shown in small. */
export function withThumbnails<F extends FoundFile>(files: readonly F[], links: FileLinks): (Omit<F, 'hasThumbnail'> & DossierFileRow)[] {
  return files.map(({ hasThumbnail, ...file }) => ({ ...file, thumbnailUrl: hasThumbnail ? links.thumbnail(file.id) : null }));
}

/** For whoever is not to learn whose they are. */
export function withoutNames<F extends DossierFileRow & { readonly position: number }>(files: readonly F[], locale: Locale): F[] {
  return files.map((file) => ({ ...file, fileName: namelessName(file, locale), sha256: null }));
}
