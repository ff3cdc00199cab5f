import { type RefusalBook } from '#lib/kernel';

/** What conflicts and attestations refuse. */
export const conflictMessages: RefusalBook['messages'] = {
  ATTESTATION_MISSING: {
    vi: 'Hãy xác nhận không có xung đột lợi ích trước khi mở hồ sơ.',
    en: 'Attest that you have no conflict of interest before the dossier opens.',
  },
  CONFLICT_OF_INTEREST: { vi: 'Có xung đột lợi ích với sáng kiến này.', en: 'There is a conflict of interest with this initiative.' },
  CONFLICT_OWN: {
    vi: 'Không ai được tự quyết định về xung đột lợi ích của chính mình; hãy để người khác xem xét.',
    en: 'Nobody decides on their own conflict of interest; somebody else has to.',
  },
  CONFLICT_LIFTED: { vi: 'Xung đột lợi ích này đã được gỡ bỏ.', en: 'This conflict was lifted already.' },
  CONFLICT_NOT_WAITING: {
    vi: 'Xung đột lợi ích này không còn chờ xem xét.',
    en: 'This conflict does not wait for a decision any more.',
  },
  CONFLICT_TYPE_FOUND: {
    vi: 'Loại xung đột này do hệ thống tự phát hiện; với người tham gia điều hành chỉ được nêu quan hệ gia đình, tài chính hoặc lý do khác.',
    en: 'This type is found by the system; of somebody who has a say in the judging only family, financial or other conflicts are told.',
  },
  CONFLICT_WAITS: {
    vi: 'Xung đột lợi ích này đang chờ người thứ hai quyết định.',
    en: 'This conflict waits for a second person to decide.',
  },
  CONFLICT_PINNED: { vi: 'Xung đột lợi ích này đã được giữ cố định.', en: 'This conflict is pinned already.' },
  CONFLICT_STAYS: {
    vi: 'Không thể gỡ bỏ xung đột lợi ích do giám khảo tự khai hoặc của tác giả sáng kiến.',
    en: 'A conflict that a judge declared, or of an author, cannot be lifted.',
  },
};
