import { type RefusalBook } from '#lib/kernel';

/** What stands in the way of another version of a result. */
export const resultMessages: RefusalBook['messages'] = {
  NOT_A_TIE: {
    vi: 'Các sáng kiến này không phải là toàn bộ nhóm đồng hạng cần Trưởng Ban Giám khảo quyết định.',
    en: 'These are not exactly a group that shares a rank and waits for the chair.',
  },
  NOT_CHAIR: { vi: 'Chỉ Trưởng Ban Giám khảo mới được quyết định thứ tự.', en: 'Only the chair of the jury casts this vote.' },
  NO_CHAIR_VOTE: {
    vi: 'Quy tắc chấm không giao Trưởng Ban Giám khảo quyết định khi đồng hạng.',
    en: 'The rule book leaves no tie to the chair.',
  },
  RESULT_STANDS: {
    vi: 'Cuộc thi đang ở giai đoạn “{phase}”; kết quả chấm không thay đổi được nữa.',
    en: 'The contest is in the phase “{phase}”; its result can no longer change.',
  },
};
