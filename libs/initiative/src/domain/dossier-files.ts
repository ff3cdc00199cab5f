import { Refused, type Words } from '#lib/kernel';

/** What a file of a dossier is. */
export const DOSSIER_FILE_KINDS = [
  'ENTRY_FORM',
  'DESCRIPTION',
  'EVIDENCE',
  'CONFIRMATION',
  'COVER_LETTER',
  'PICTURE',
  'VIDEO',
  'OTHER',
] as const;
export type DossierFileKind = (typeof DOSSIER_FILE_KINDS)[number];

/** What people call them. */
export const DOSSIER_FILE_KIND_WORDS: Readonly<Record<DossierFileKind, Words>> = {
  ENTRY_FORM: { vi: 'Phiếu đăng ký dự thi', en: 'Entry form' },
  DESCRIPTION: { vi: 'Bản thuyết minh', en: 'Description' },
  EVIDENCE: { vi: 'Tài liệu minh chứng', en: 'Evidence' },
  CONFIRMATION: { vi: 'Giấy xác nhận áp dụng', en: 'Confirmation of use' },
  COVER_LETTER: { vi: 'Công văn, tờ trình', en: 'Covering letter' },
  PICTURE: { vi: 'Hình ảnh', en: 'Picture' },
  VIDEO: { vi: 'Phim minh họa', en: 'Film' },
  OTHER: { vi: 'Tài liệu khác', en: 'Other' },
};

export const CAPTION_MAX = 300;

/** A file as its authors place it; its place is that in the list. */
export interface FilePlace {
  readonly fileId: string;
  readonly kind: DossierFileKind;
  readonly caption?: string | null;
}

/** A file that hangs on an initiative. `placed`: its authors have said what it is and where it stands. */
export interface PlacedFile {
  readonly id: string;
  readonly name: string;
  readonly sha256: string;
  readonly kind: DossierFileKind;
  readonly caption: string | null;
  readonly placed: boolean;
}

/** What keeps files from being placed so: each is named once, all that are there, and none that is not. */
export function problemsOfPlaces(places: readonly FilePlace[], there: readonly Pick<PlacedFile, 'id' | 'name'>[]): Refused[] {
  const named = places.map(({ fileId }) => fileId);
  const known = new Set(there.map(({ id }) => id));
  return [
    ...named.flatMap((id, at) => {
      const path = `files.${String(at)}.fileId`;
      if (!known.has(id)) return [new Refused('NOT_FOUND', { what: 'StoredFile' }, path)];
      return named.indexOf(id) < at ? [new Refused('FILE_NAMED_TWICE', {}, path)] : [];
    }),
    ...there.filter(({ id }) => !named.includes(id)).map(({ name }) => new Refused('FILE_NOT_NAMED', { name }, 'files')),
  ];
}

/** A caption as it is kept: null where it says nothing. */
export const captionOf = ({ caption }: Pick<FilePlace, 'caption'>): string | null => (caption ?? '').trim() || null;

/** Whether the files stand so already. */
export function samePlaces(places: readonly FilePlace[], there: readonly PlacedFile[]): boolean {
  const said = places.map((place) => [place.fileId, place.kind, captionOf(place)]);
  return JSON.stringify(said) === JSON.stringify(there.map(({ id, kind, caption }) => [id, kind, caption]));
}
