import { type RefusalBook } from '#lib/kernel';

/** What assignment refuses. */
export const assignmentMessages: RefusalBook['messages'] = {
  ASSIGNMENT_SHORT: {
    vi: 'Không đủ giám khảo cho {count} sáng kiến: {initiatives}.',
    en: 'There are not enough judges for {count} initiatives: {initiatives}.',
  },
  JURY_ABSENCE: { vi: 'Ngày vắng mặt không hợp lệ.', en: 'The days of absence are not valid.' },
  JURY_LOAD: {
    vi: 'Số phiếu tối đa ({max}) phải từ số tối thiểu ({min}) trở lên.',
    en: 'The greatest load ({max}) must not be below the least ({min}).',
  },
  JURY_PAIR_KNOWN: { vi: 'Hai giám khảo này đã được tách riêng.', en: 'These two judges are kept apart already.' },
  JURY_PAIR_SAME: { vi: 'Hãy chọn hai giám khảo khác nhau.', en: 'Name two different judges.' },
  NOT_ON_JURY: { vi: 'Người này không thuộc Ban Giám khảo của cuộc thi.', en: 'This person is not on the jury of the contest.' },
};
