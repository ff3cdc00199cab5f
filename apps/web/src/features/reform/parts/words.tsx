import { useLingui } from '@lingui/react/macro';
import { Check } from '../../../ui/icons';
import { StateMark, type Tone } from '../../../ui/state-mark';
import { type SheetState } from '../index.query';

export function useSheetWords(): Readonly<Record<SheetState, string>> {
  const { t } = useLingui();
  return { OPEN: t`đang tự chấm`, SUBMITTED: t`chờ thẩm định`, ASSESSED: t`chờ kết luận`, SETTLED: t`đã kết luận` };
}

const TONES: Readonly<Record<SheetState, Tone>> = { OPEN: 'plain', SUBMITTED: 'soon', ASSESSED: 'soon', SETTLED: 'done' };

export function SheetMark({ state }: { readonly state: SheetState }) {
  return (
    <StateMark tone={TONES[state]} icon={state === 'SETTLED' ? Check : undefined}>
      {useSheetWords()[state]}
    </StateMark>
  );
}
