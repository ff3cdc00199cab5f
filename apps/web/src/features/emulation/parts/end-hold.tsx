import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { ActButton } from '../../../ui/act-button';
import { TextAreaField, TextField } from '../../../ui/field';
import { errorAt } from '../../../ui/form';
import { StateMark } from '../../../ui/state-mark';
import { today } from '../../../ui/today';
import { END_HOLD, type HoldRow } from '../hold.query';

/** Whether it holds today, did, or is to. */
export function HoldMark({ of: { inForce, startsOn } }: { readonly of: HoldRow }) {
  if (inForce)
    return (
      <StateMark tone="soon">
        <Trans>đang tạm dừng</Trans>
      </StateMark>
    );
  return <StateMark>{startsOn > today() ? <Trans>chưa bắt đầu</Trans> : <Trans>đã kết thúc</Trans>}</StateMark>;
}

export function EndHold({ of, again }: { readonly of: HoldRow; readonly again: () => void }) {
  const { t } = useLingui();
  const [endsOn, setEndsOn] = useState(today);
  const [reason, setReason] = useState('');
  if (of.whyNotEnd) return null;
  const name = of.person.fullName;
  return (
    <ActButton
      of={END_HOLD}
      size="small"
      label={<Trans>Kết thúc</Trans>}
      name={t`Kết thúc tạm dừng đối với ${name}`}
      title={<Trans>Kết thúc tạm dừng</Trans>}
      act={<Trans>Kết thúc tạm dừng</Trans>}
      keep={<Trans>Chưa kết thúc</Trans>}
      destructive={false}
      input={() => ({ holdId: of.id, version: of.version, endsOn, reason })}
      said={<Trans>Đã ghi ngày kết thúc tạm dừng.</Trans>}
      onDone={again}
    >
      {(refusal) => (
        <>
          <p>
            <Trans>Không ai được báo. Sau khi ghi, ngày kết thúc không sửa được.</Trans>
          </p>
          <TextField
            label={<Trans>Ngày cuối cùng tạm dừng</Trans>}
            name="endsOn"
            type="date"
            value={endsOn}
            onChange={setEndsOn}
            error={errorAt(refusal, 'endsOn')}
          />
          <TextAreaField
            label={<Trans>Lý do kết thúc</Trans>}
            hint={<Trans>Ghi vào nhật ký; người này không được báo.</Trans>}
            name="reason"
            value={reason}
            onChange={setReason}
            error={errorAt(refusal, 'reason')}
          />
        </>
      )}
    </ActButton>
  );
}
