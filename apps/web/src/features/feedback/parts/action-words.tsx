import { Trans, useLingui } from '@lingui/react/macro';
import { day } from '../../../ui/format';
import { Check } from '../../../ui/icons';
import { StateMark, Tag, type Tone } from '../../../ui/state-mark';
import { type ActionRow, type ActionState } from '../action.query';

export function useActionWords(): Readonly<Record<ActionState, string>> {
  const { t } = useLingui();
  return {
    OPEN: t`đang thực hiện`,
    CLAIMED: t`báo đã làm, chờ xác minh`,
    VERIFIED: t`đã xác minh, chờ kiểm tra hiệu quả`,
    EFFECTIVE: t`có hiệu quả`,
    REOPENED: t`phải làm lại`,
    CANCELLED: t`đã hủy`,
  };
}

const TONES: Readonly<Record<ActionState, Tone>> = {
  ...{ OPEN: 'plain', CLAIMED: 'soon', VERIFIED: 'soon' },
  ...{ EFFECTIVE: 'done', REOPENED: 'late', CANCELLED: 'plain' },
};

export function ActionMark({ of: { state } }: { readonly of: ActionRow }) {
  return (
    <StateMark tone={TONES[state]} icon={state === 'EFFECTIVE' ? Check : undefined}>
      {useActionWords()[state]}
    </StateMark>
  );
}

export function Due({ of: { dueOn, late } }: { readonly of: ActionRow }) {
  return (
    <>
      <span className="no-break">{day(dueOn)}</span>{' '}
      {late && (
        <Tag tone="late">
          <Trans>quá hạn</Trans>
        </Tag>
      )}
    </>
  );
}
