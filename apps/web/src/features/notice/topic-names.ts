import { useLingui } from '@lingui/react/macro';
import { type NoticeTopic } from './choices';

/** What notices and mails are about, for people. */
export function useTopicNames(): Readonly<Record<NoticeTopic, string>> {
  const { t } = useLingui();
  return {
    ACCOUNT: t`Tài khoản`,
    CONTEST: t`Cuộc thi`,
    INITIATIVE: t`Sáng kiến`,
    JUDGING: t`Việc chấm và kết quả`,
    AWARD: t`Giải thưởng và công nhận`,
    ROLLOUT: t`Nhân rộng, báo cáo và phục vụ người dân`,
  };
}
