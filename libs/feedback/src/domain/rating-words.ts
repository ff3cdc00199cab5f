import { type Words } from '#lib/kernel';

/** How content somebody is, from not at all to very; worded as local surveys do. */
export const LEVELS = [1, 2, 3, 4, 5] as const;
export type Level = (typeof LEVELS)[number];

export const LEVEL_WORDS: Readonly<Record<Level, Words>> = {
  1: { vi: 'Rất không hài lòng', en: 'Very dissatisfied' },
  2: { vi: 'Không hài lòng', en: 'Dissatisfied' },
  3: { vi: 'Bình thường', en: 'Neither' },
  4: { vi: 'Hài lòng', en: 'Satisfied' },
  5: { vi: 'Rất hài lòng', en: 'Very satisfied' },
};

/** From 4 on somebody is satisfied, up to 2 a rating is low. */
export const SATISFIED_FROM = 4;
export const LOW_UP_TO = 2;

/** What somebody may tick beside it. */
export const REASONS = ['WAITING', 'UNCLEAR', 'ATTITUDE', 'EXTRA_COST', 'MORE_TRIPS'] as const;
export type Reason = (typeof REASONS)[number];

export const REASON_WORDS: Readonly<Record<Reason, Words>> = {
  WAITING: { vi: 'Chờ đợi lâu', en: 'Long wait' },
  UNCLEAR: { vi: 'Hướng dẫn chưa rõ', en: 'Unclear guidance' },
  ATTITUDE: { vi: 'Thái độ phục vụ', en: 'Attitude' },
  EXTRA_COST: { vi: 'Bị gợi ý nộp thêm tiền', en: 'Asked to pay extra' },
  MORE_TRIPS: { vi: 'Phải đi lại nhiều lần', en: 'Had to come again' },
};

/** Whether anyone could rate who scanned the code, or somebody who held a slip handed out with a file. */
export const TIERS = ['OPEN', 'SLIP'] as const;
export type Tier = (typeof TIERS)[number];

/** Whether a rating counts. One that is held waits for somebody who sees when and how many, not which. */
export const STANDINGS = ['COUNTED', 'HELD', 'EXCLUDED'] as const;
export type Standing = (typeof STANDINGS)[number];

/** Why a rating was held; it stays, so that what was held can be published afterwards. */
export const HOLD_RULES = ['BURST'] as const;
export type HoldRule = (typeof HOLD_RULES)[number];

export const LONGEST_COMMENT = 500;
