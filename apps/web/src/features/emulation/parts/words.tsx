import { useLingui } from '@lingui/react/macro';
import { Check } from '../../../ui/icons';
import { StateMark, type Tone } from '../../../ui/state-mark';
import { type AchievementSource, type AchievementState } from '../emulation.query';

export function useStateWords(): Readonly<Record<AchievementState, string>> {
  const { t } = useLingui();
  return {
    DECLARED: t`chờ xác nhận`,
    CONFIRMED: t`đã xác nhận`,
    REJECTED: t`không xác nhận`,
    REVOKED: t`đã bị thu hồi`,
    WITHDRAWN: t`đã gỡ vì ghi nhầm`,
  };
}

export function useSourceWords(): Readonly<Record<AchievementSource, string>> {
  const { t } = useLingui();
  return {
    OWN: t`kê khai`,
    CONTEST: t`từ kết quả cuộc thi`,
    RECOGNITION: t`từ kết quả công nhận sáng kiến`,
    IMPORT: t`nhập từ danh sách`,
  };
}

const TONES: Readonly<Record<AchievementState, Tone>> = {
  DECLARED: 'soon',
  CONFIRMED: 'done',
  REJECTED: 'plain',
  REVOKED: 'late',
  WITHDRAWN: 'plain',
};

export function AchievementMark({ state }: { readonly state: AchievementState }) {
  return (
    <StateMark tone={TONES[state]} icon={state === 'CONFIRMED' ? Check : undefined}>
      {useStateWords()[state]}
    </StateMark>
  );
}
