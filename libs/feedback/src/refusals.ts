import { type RefusalBook } from '#lib/kernel';
import { feedbackLabels } from './labels.js';

/** What `feedback` refuses. */
export const feedbackRefusals: RefusalBook = {
  messages: {
    COUNTER_CLOSED: { vi: 'Quầy đã đóng.', en: 'The counter is closed already.' },
    COUNTER_NAME_TAKEN: {
      vi: 'Đơn vị đã có quầy khác mang tên này trong cùng thời gian.',
      en: 'Another counter of the unit has this name at the same time.',
    },
    COUNTER_OUTSIDE_UNIT: {
      vi: 'Quầy chỉ mở trong thời gian đơn vị hoạt động.',
      en: 'A counter is open only while its unit is there.',
    },
    COUNTER_TURNED: { vi: 'Ngày cuối của quầy phải từ ngày mở trở đi.', en: 'A counter cannot close before it opens.' },
  },
  constraints: { counter_name_once: 'COUNTER_NAME_TAKEN', counter_closes_after_it_opens: 'COUNTER_TURNED' },
  labels: feedbackLabels,
  states: ['COUNTER_CLOSED'],
};
