import { type RefusalBook } from '#lib/kernel';

/** What invitations to a jury refuse. */
export const invitationMessages: RefusalBook['messages'] = {
  INVITATION_ANSWERED: {
    vi: 'Lời mời này đã được trả lời hoặc đã thu hồi.',
    en: 'This invitation was answered, or taken back.',
  },
  INVITED_ALREADY: {
    vi: 'Người này đã được mời và chưa trả lời.',
    en: 'This person has been invited and has not answered yet.',
  },
  NOT_A_JUDGE: {
    vi: 'Người này chưa được cấp vai trò giám khảo. Đề nghị quản trị viên cấp vai trò trước khi mời.',
    en: 'This person does not hold the role of a judge. An administrator has to grant it first.',
  },
};
