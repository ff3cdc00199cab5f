import { type Messages } from '#lib/kernel';

/** What is said of a plan on its way to the leader. */
export const planMessages: Messages = {
  PLAN_NOT_APPROVED: {
    vi: 'Lãnh đạo chưa phê duyệt kế hoạch cuộc thi (kế hoạch {state}).',
    en: 'The leader has not approved the plan of the contest (it is {state}).',
  },
  PLAN_APPROVAL_NOT_ASKED: {
    vi: 'Cuộc thi này không yêu cầu lãnh đạo phê duyệt kế hoạch trên hệ thống.',
    en: 'The plan of this contest is not approved on the platform.',
  },
  PLAN_SENT: { vi: 'Kế hoạch này đã được trình.', en: 'The plan, as it is now, was sent already.' },
  PLAN_NOT_SENT: {
    vi: 'Không có kế hoạch nào đang chờ phê duyệt (kế hoạch {state}).',
    en: 'No plan waits for an answer (it is {state}).',
  },
};
