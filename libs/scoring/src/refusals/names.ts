import { type RefusalBook } from '#lib/kernel';

/** What stands between names in initiatives and a round whose judges are not to learn whose they are. */
export const namesMessages: RefusalBook['messages'] = {
  NAMES_FILES_UNREAD: {
    vi: 'Tệp của {count} sáng kiến đang được đọc để rà tên. Việc này mất chưa đến một phút; đề nghị thử lại sau ít phút.',
    en: 'The files of {count} initiatives are being read for names. This takes less than a minute; try again shortly.',
  },
  NAMES_NOT_LOOKED: {
    vi: 'Sáng kiến này chưa được rà tên. Việc rà tự chạy mỗi phút; đề nghị thử lại sau ít phút.',
    en: 'This initiative has not been looked through for names yet. That happens every minute; try again shortly.',
  },
  NAMES_ROUND_OPENED: {
    vi: 'Vòng chấm giấu tên đã mở: tên còn sót chỉ có thể che thêm khi vòng đang chấm.',
    en: 'The anonymous round was opened: a name that was overlooked can only be hidden, and only while the round runs.',
  },
  NAMES_UNDECIDED: {
    vi: 'Hồ sơ của {count} sáng kiến nêu tên tác giả hoặc đơn vị. Trước khi mở vòng chấm giấu tên, cần quyết định che hay để nguyên.',
    en: '{count} initiatives name their authors or units. Before the anonymous round opens, it has to be decided whether to hide the names or leave them.',
  },
};
