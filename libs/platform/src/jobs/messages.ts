import { type Messages } from '#lib/kernel';

/** What jobs refuse, for people. */
export const jobMessages = {
  JOB_FINISHED: { vi: 'Công việc đã kết thúc.', en: 'The job has ended already.' },
  JOB_NOT_OVER: { vi: 'Công việc đang chờ hoặc đang chạy, chưa thể bỏ.', en: 'The job still waits or runs and cannot be discarded yet.' },
  JOB_INTERRUPTED: {
    vi: 'Công việc bị gián đoạn {attempts} lần nên đã dừng. Hãy thử lại sau.',
    en: 'The job was interrupted {attempts} times and was given up. Try again later.',
  },
} satisfies Messages;
