import { useLingui } from '@lingui/react/macro';
import { Check, Lock } from '../../../ui/icons';
import { StateMark, type Tone } from '../../../ui/state-mark';
import { type InspectionAnswer, type InspectionKind, type InspectionRow, type InspectionState } from '../inspection.query';

export function useInspectionStates(): Readonly<Record<InspectionState, string>> {
  const { t } = useLingui();
  return {
    ORDERED: t`chưa bắt đầu`,
    UNDER_WAY: t`đang kiểm tra`,
    MINUTES: t`chờ ký biên bản`,
    CLOSED: t`đã kết thúc`,
    CALLED_OFF: t`đã hủy, không tiến hành`,
  };
}

export function useInspectionKinds(): Readonly<Record<InspectionKind, string>> {
  const { t } = useLingui();
  return { PLANNED: t`theo kế hoạch`, SURPRISE: t`đột xuất` };
}

export function useAnswerWords(): Readonly<Record<InspectionAnswer, string>> {
  const { t } = useLingui();
  return { YES: t`Đạt`, NO: t`Không đạt`, NA: t`Không áp dụng` };
}

const TONES: Readonly<Record<InspectionState, Tone>> = {
  ...{ ORDERED: 'plain', UNDER_WAY: 'soon', MINUTES: 'soon' },
  ...{ CLOSED: 'done', CALLED_OFF: 'plain' },
};

/** How far it is; of a surprise that has not begun, that only few know. */
export function InspectionMark({ of: { state, hidden } }: { readonly of: Pick<InspectionRow, 'state' | 'hidden'> }) {
  const { t } = useLingui();
  const words = useInspectionStates();
  return (
    <StateMark tone={TONES[state]} icon={hidden ? Lock : state === 'CLOSED' ? Check : undefined}>
      {hidden ? t`đột xuất, chưa công bố` : words[state]}
    </StateMark>
  );
}
