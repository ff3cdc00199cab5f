import { type Words } from '#lib/kernel';

/** Heads of the columns that files about cards have which somebody decides on: reopenings, corrections. */
export const DECIDED_HEADS = {
  receipt: { vi: 'Mã hồ sơ', en: 'Receipt number' },
  title: { vi: 'Tên sáng kiến', en: 'Title' },
  judge: { vi: 'Giám khảo', en: 'Judge' },
  state: { vi: 'Tình trạng', en: 'State' },
  reason: { vi: 'Lý do', en: 'Reason' },
  decidedBy: { vi: 'Người quyết định', en: 'Decided by' },
  decidedAt: { vi: 'Quyết định lúc', en: 'Decided at' },
  decision: { vi: 'Lý do quyết định', en: 'Decided because' },
} as const satisfies Readonly<Record<string, Words>>;
