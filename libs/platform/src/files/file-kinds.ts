/** What a file may be. */
export type FileFamily = 'PDF' | 'WORD' | 'EXCEL' | 'POWERPOINT' | 'IMAGE' | 'VIDEO' | 'CSV';

/** A type that is taken, and the endings its names have. */
export interface FileKind {
  readonly type: string;
  readonly family: FileFamily;
  readonly endings: readonly [string, ...string[]];
}

const OFFICE = 'application/vnd.openxmlformats-officedocument';

/** HEIC is taken as the photograph it is, and kept as JPEG; cameras name one film by many endings. */
export const FILE_KINDS: readonly FileKind[] = [
  { type: 'application/pdf', family: 'PDF', endings: ['pdf'] },
  { type: `${OFFICE}.wordprocessingml.document`, family: 'WORD', endings: ['docx'] },
  { type: `${OFFICE}.spreadsheetml.sheet`, family: 'EXCEL', endings: ['xlsx'] },
  { type: `${OFFICE}.presentationml.presentation`, family: 'POWERPOINT', endings: ['pptx'] },
  { type: 'image/png', family: 'IMAGE', endings: ['png'] },
  { type: 'image/jpeg', family: 'IMAGE', endings: ['jpg', 'jpeg', 'jpe', 'jfif'] },
  { type: 'image/webp', family: 'IMAGE', endings: ['webp'] },
  { type: 'image/heic', family: 'IMAGE', endings: ['heic', 'heif', 'hif'] },
  { type: 'video/mp4', family: 'VIDEO', endings: ['mp4'] },
  { type: 'video/quicktime', family: 'VIDEO', endings: ['mov', 'qt'] },
  { type: 'video/x-m4v', family: 'VIDEO', endings: ['m4v'] },
  { type: 'video/3gpp', family: 'VIDEO', endings: ['3gp', '3gpp'] },
];

/** Taken only where a library says so: as an attachment nobody could show it. */
const CSV: FileKind = { type: 'text/csv', family: 'CSV', endings: ['csv'] };

export const KINDS_WITH_CSV: readonly FileKind[] = [...FILE_KINDS, CSV];

const OLD_OFFICE = new Set(['doc', 'dot', 'xls', 'xlt', 'ppt', 'pps', 'pot']);
const WITH_MACROS = new Set(['docm', 'dotm', 'xlsm', 'xltm', 'xlam', 'xlsb', 'pptm', 'potm', 'ppsm', 'ppam']);

/** The kind that a name claims by its ending; null where such files are not taken. */
export function kindOfEnding(ending: string, kinds: readonly FileKind[] = FILE_KINDS): FileKind | null {
  return kinds.find(({ endings }) => endings.includes(ending)) ?? null;
}

/** The kind of a type, whatever parameters and capitals it comes with; null for any other. */
export function kindOfType(type: string, kinds: readonly FileKind[] = FILE_KINDS): FileKind | null {
  const plain = type.split(';')[0]?.trim().toLowerCase();
  return kinds.find((kind) => kind.type === plain) ?? null;
}

/** Why a file is not taken whatever is in it, by the ending of its name; null where the ending says nothing of the kind. */
export function whyNotEnding(ending: string): 'FILE_OLD_FORMAT' | 'FILE_HAS_MACROS' | null {
  if (OLD_OFFICE.has(ending)) return 'FILE_OLD_FORMAT';
  return WITH_MACROS.has(ending) ? 'FILE_HAS_MACROS' : null;
}

const SHOWN: ReadonlySet<FileFamily> = new Set(['PDF', 'IMAGE', 'VIDEO']);

/** What is shown without being saved: it runs nothing, and browsers know it. */
export const VIEWABLE_TYPES: readonly string[] = FILE_KINDS.filter(({ family, type }) => SHOWN.has(family) && type !== 'image/heic').map(
  ({ type }) => type,
);
