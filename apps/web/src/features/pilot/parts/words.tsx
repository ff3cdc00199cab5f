import { useLingui } from '@lingui/react/macro';
import { Check } from '../../../ui/icons';
import { StateMark, type Tone } from '../../../ui/state-mark';
import { type PilotState } from '../pilot.query';

export function useStateWords(): Readonly<Record<PilotState, string>> {
  const { t } = useLingui();
  return {
    DRAFT: t`đang soạn`,
    REGISTERED: t`đã đăng ký, chưa bắt đầu`,
    RUNNING: t`đang thí điểm`,
    ENDED: t`đã kết thúc, chờ kết luận`,
    EXTEND: t`có tác dụng, nhân rộng`,
    STOP: t`dừng`,
    NOT_SHOWN: t`chưa thấy tác dụng`,
  };
}

export function useWeekdays(): readonly string[] {
  const { t } = useLingui();
  return [t`Thứ Hai`, t`Thứ Ba`, t`Thứ Tư`, t`Thứ Năm`, t`Thứ Sáu`, t`Thứ Bảy`, t`Chủ nhật`];
}

const TONES: Readonly<Record<PilotState, Tone>> = {
  ...{ DRAFT: 'plain', REGISTERED: 'soon', RUNNING: 'soon', ENDED: 'soon' },
  ...{ EXTEND: 'done', STOP: 'plain', NOT_SHOWN: 'plain' },
};

export function PilotMark({ state }: { readonly state: PilotState }) {
  return (
    <StateMark tone={TONES[state]} icon={state === 'EXTEND' ? Check : undefined}>
      {useStateWords()[state]}
    </StateMark>
  );
}
