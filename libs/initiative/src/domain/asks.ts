import { Refused, type Words } from '#lib/kernel';

/** The parts of a dossier, as they are asked about. */
export const DOSSIER_FIELDS = [
  'TITLE',
  'AREA',
  'PROBLEM',
  'SOLUTION',
  'NOVELTY',
  'EFFECT',
  'INFLUENCE',
  'FIRST_APPLIED_ON',
  'TRACK',
  'CONFIDENTIAL',
  'AUTHORS',
  'IMPROVES',
  'DECLARATIONS',
  'FILES',
] as const;
export type DossierField = (typeof DOSSIER_FIELDS)[number];

/** What people call them. */
export const DOSSIER_FIELD_WORDS: Readonly<Record<DossierField, Words>> = {
  TITLE: { vi: 'Tên sáng kiến', en: 'Title' },
  AREA: { vi: 'Lĩnh vực', en: 'Area' },
  PROBLEM: { vi: 'Thực trạng, vấn đề cần giải quyết', en: 'Problem' },
  SOLUTION: { vi: 'Nội dung giải pháp', en: 'Solution' },
  NOVELTY: { vi: 'Tính mới', en: 'What is new' },
  EFFECT: { vi: 'Hiệu quả', en: 'Effect' },
  INFLUENCE: { vi: 'Phạm vi ảnh hưởng', en: 'Range of influence' },
  FIRST_APPLIED_ON: { vi: 'Ngày áp dụng lần đầu', en: 'Day of first application' },
  TRACK: { vi: 'Dự thi cá nhân hoặc tập thể', en: 'Individual or group' },
  CONFIDENTIAL: { vi: 'Nội dung cần giữ kín', en: 'Confidential part' },
  AUTHORS: { vi: 'Tác giả và tỷ lệ đóng góp', en: 'Authors and shares' },
  IMPROVES: { vi: 'Sáng kiến được cải tiến', en: 'Initiative that it improves' },
  DECLARATIONS: { vi: 'Các cam kết', en: 'Declarations' },
  FILES: { vi: 'Tệp đính kèm', en: 'Files' },
};

/** What the secretariat asks at one part of a dossier that it returns. */
export interface Ask {
  readonly field: DossierField;
  readonly words: string;
}

/** Each part that is asked about twice, and each without words. */
export function problemsOfAsks(asks: readonly Ask[]): Refused[] {
  return asks.flatMap(({ field, words }, at) => {
    const twice = asks.findIndex((other) => other.field === field) < at;
    return [
      ...(twice ? [new Refused('ASKED_TWICE', { field: DOSSIER_FIELD_WORDS[field] }, `asks.${String(at)}.field`)] : []),
      ...(words.trim() === '' ? [new Refused('REASON_MISSING', {}, `asks.${String(at)}.words`)] : []),
    ];
  });
}
