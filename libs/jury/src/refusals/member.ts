import { type RefusalBook } from '#lib/kernel';

/** What members of a jury and pairs that are kept apart refuse. */
export const memberMessages: RefusalBook['messages'] = {
  JURY_ABSENCE: { vi: 'Ngày vắng mặt không hợp lệ.', en: 'The days of absence are not valid.' },
  JURY_LOAD: {
    vi: 'Số phiếu tối đa của giám khảo không được nhỏ hơn số tối thiểu.',
    en: 'The greatest load of a judge must not be below the least.',
  },
  JURY_PAIR_KNOWN: { vi: 'Hai giám khảo này đã được tách riêng.', en: 'These two judges are kept apart already.' },
  JURY_PAIR_REMOVED: { vi: 'Cặp giám khảo này không còn bị tách riêng.', en: 'These two judges are no longer kept apart.' },
  JURY_PAIR_SAME: { vi: 'Hãy chọn hai giám khảo khác nhau.', en: 'Name two different judges.' },
  NOT_ON_JURY: { vi: 'Người này không thuộc Ban Giám khảo của cuộc thi.', en: 'This person is not on the jury of the contest.' },
};
