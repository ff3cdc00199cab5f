import { type Words } from '#lib/kernel';

/** What an initiative comes by on its way, from the first draft to the communes. */
export const WAY_KINDS = [
  'DRAFTED',
  'CONFIRMED',
  'SUBMITTED',
  'RETURNED',
  'DUE_MOVED',
  'COMPLETED',
  'ELIGIBLE',
  'REJECTED',
  'WITHDRAWN',
  'DISQUALIFIED',
  'ROUND_REACHED',
  'PUBLISHED',
  'PRIZE',
  'PRIZE_REVOKED',
  'ROLLED_OUT',
] as const;
export type WayKind = (typeof WAY_KINDS)[number];

/** What each is, for who reads the schema. */
export const WAY_WORDS: Readonly<Record<WayKind, Words>> = {
  DRAFTED: { vi: 'Bắt đầu soạn', en: 'Its draft was begun' },
  CONFIRMED: { vi: 'Thủ trưởng xác nhận', en: 'The head of its unit confirmed it' },
  SUBMITTED: { vi: 'Gửi và tiếp nhận', en: 'It was sent in and received' },
  RETURNED: { vi: 'Trả lại để bổ sung', en: 'It was returned for more' },
  DUE_MOVED: { vi: 'Đổi hạn bổ sung', en: 'The moment until which it may come back was moved' },
  COMPLETED: { vi: 'Bổ sung và gửi lại', en: 'It was completed and sent in again' },
  ELIGIBLE: { vi: 'Hợp lệ', en: 'It was found eligible' },
  REJECTED: { vi: 'Không đủ điều kiện', en: 'It was found not to be eligible' },
  WITHDRAWN: { vi: 'Rút', en: 'It was withdrawn' },
  DISQUALIFIED: { vi: 'Bị loại', en: 'It was disqualified' },
  ROUND_REACHED: { vi: 'Vào vòng chấm', en: 'A round began that it had reached' },
  PUBLISHED: { vi: 'Công bố kết quả', en: 'The result of its contest was published' },
  PRIZE: { vi: 'Được trao giải', en: 'It was given a prize' },
  PRIZE_REVOKED: { vi: 'Thu hồi giải', en: 'Its prize was revoked' },
  ROLLED_OUT: { vi: 'Nhân rộng', en: 'It began to be rolled out' },
};
