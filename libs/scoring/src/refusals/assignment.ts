import { type RefusalBook } from '#lib/kernel';

/** What assignment refuses. */
export const assignmentMessages: RefusalBook['messages'] = {
  ASSIGNMENT_NOT_COMPUTABLE: {
    vi: 'Không lập được phương án phân công với Ban Giám khảo, giới hạn số phiếu và xung đột lợi ích hiện có. Hãy kiểm tra lại các giới hạn rồi lập lại.',
    en: 'No assignment can be made with the present jury, limits and conflicts. Check the limits and ask again.',
  },
  ASSIGNMENT_SHORT: {
    vi: 'Không đủ giám khảo cho {count} sáng kiến: {initiatives}.',
    en: 'There are not enough judges for {count} initiatives: {initiatives}.',
  },
  JUDGES_KEPT_APART: {
    vi: 'Giám khảo này không được chấm cùng một giám khảo khác của sáng kiến.',
    en: 'This judge is not to judge it together with another of its judges.',
  },
  PROPOSAL_APPLIED: { vi: 'Phương án phân công này đã được áp dụng.', en: 'This proposal was applied already.' },
  PROPOSAL_OUTDATED: {
    vi: 'Xung đột lợi ích, Ban Giám khảo, phiếu chấm hoặc danh sách sáng kiến đã thay đổi sau khi lập phương án. Hãy lập phương án mới.',
    en: 'Conflicts, the jury, cards or initiatives have changed since this was proposed. Ask for a new proposal.',
  },
};
