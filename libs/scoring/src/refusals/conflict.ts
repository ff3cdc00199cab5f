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
  CONFLICT_PINNED: { vi: 'Xung đột lợi ích này đã được giữ cố định.', en: 'This conflict is pinned already.' },
  CONFLICT_STAYS: {
    vi: 'Không thể gỡ bỏ xung đột do giám khảo tự khai hoặc do là tác giả.',
    en: 'A conflict that a judge declared, or of an author, cannot be lifted.',
  },
};
