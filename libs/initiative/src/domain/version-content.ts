import { createHash } from 'node:crypto';
import { type Track } from '#domain/contest';
import { type InitiativeTexts } from './content.js';
import { type DossierFileKind, type PlacedFile } from './dossier-files.js';
import { type AuthorShare } from './shares.js';

/** A file of a version. What it is and what is said of it are left out where its authors said nothing. */
export interface VersionFile {
  readonly id: string;
  readonly name: string;
  readonly sha256: string;
  readonly kind?: DossierFileKind;
  readonly caption?: string;
}

/** All that was sent in at one moment, persons and area by their ids, files by their content. */
export interface VersionContent extends Omit<InitiativeTexts, 'track'> {
  /** Left out where it says nothing: what was sent before there were tracks keeps its hash. */
  readonly track?: Track;
  /** Left out where it names none. */
  readonly improvesId?: string;
  readonly areaId: string;
  readonly authors: readonly AuthorShare[];
  readonly declaredAt: Readonly<Record<'ownWork' | 'notPrizedElsewhere' | 'nobodyOnJury', string | null>>;
  readonly confirmedById: string | null;
  /** In their order. */
  readonly files: readonly VersionFile[];
}

/** A file as a version keeps it. */
export const versionFileOf = ({ id, name, sha256, kind, caption }: PlacedFile): VersionFile => ({
  ...{ id, name, sha256 },
  ...(kind !== 'OTHER' && { kind }),
  ...(caption !== null && { caption }),
});

/** SHA-256 of the content, its fields in the order of their names. */
export function contentHash(content: VersionContent): string {
  return createHash('sha256')
    .update(JSON.stringify(ordered(content)))
    .digest('hex');
}

/** The same with its fields in the order of their names. */
export function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, field]) => [key, ordered(field)]),
  );
}
