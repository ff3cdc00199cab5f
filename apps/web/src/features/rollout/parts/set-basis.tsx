import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useAct } from '../../../api/act';
import { type VariablesOf } from '../../../api/graphql';
import { Button } from '../../../ui/button';
import { Dialog } from '../../../ui/dialog';
import { RadioField, TextAreaField, TextField } from '../../../ui/field';
import { Form, FormActs, errorAt } from '../../../ui/form';
import { useToast } from '../../../ui/toast';
import { type AdoptionRead, SET_BASIS } from '../adoption.query';

type Basis = VariablesOf<typeof SET_BASIS>['input']['basis'];

interface BasisProps {
  readonly of: AdoptionRead;
  readonly basis: Basis;
  /** The moment of the server. */
  readonly today: string;
  readonly again: () => void;
}

/** Whether a commune must take part, chose to, or is exempt: by a decision, from a day on. */
export function SetBasis(props: BasisProps) {
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button
        size="small"
        onClick={() => {
          setAsking(true);
        }}
      >
        <Trans>Đổi diện áp dụng</Trans>
      </Button>
      {asking && (
        <AskBasis
          {...props}
          onClose={() => {
            setAsking(false);
          }}
        />
      )}
    </>
  );
}

function AskBasis({ of, basis, today, again, onClose }: BasisProps & { readonly onClose: () => void }) {
  const { t } = useLingui();
  const toast = useToast();
  const act = useAct(SET_BASIS);
  const [to, setTo] = useState<Basis>(basis);
  const [effectiveOn, setEffectiveOn] = useState(new Date(Date.parse(today) + 7 * 3_600_000).toISOString().slice(0, 10));
  const [reason, setReason] = useState('');
  const set = async () => {
    const outcome = await act.run({ adoptionId: of.id, version: of.version, basis: to, effectiveOn, reason: reason.trim() || null });
    if (outcome.kind !== 'done') return;
    toast(<Trans>Đã đổi diện áp dụng.</Trans>);
    onClose();
    again();
  };
  return (
    <Dialog of={`setBasis ${of.id}`} title={<Trans>Đổi diện áp dụng</Trans>} onClose={onClose}>
      <Form onSubmit={() => void set()} refusal={act.refusal} broken={act.broken}>
        <RadioField<Basis>
          label={<Trans>Xã, thị trấn này</Trans>}
          name="basis"
          value={to}
          onChange={setTo}
          error={errorAt(act.refusal, 'basis')}
          choices={[
            { value: 'REQUIRED', label: t`Bắt buộc áp dụng` },
            { value: 'VOLUNTARY', label: t`Tự nguyện áp dụng` },
            { value: 'EXEMPT', label: t`Được miễn`, hint: t`không báo cáo và không tính vào số phải áp dụng` },
          ]}
        />
        <TextField
          label={<Trans>Có hiệu lực từ ngày</Trans>}
          name="effectiveOn"
          type="date"
          value={effectiveOn}
          onChange={setEffectiveOn}
          error={errorAt(act.refusal, 'effectiveOn')}
        />
        <TextAreaField
          label={<Trans>Lý do</Trans>}
          hint={<Trans>Cần khi miễn áp dụng: số văn bản, điều kiện của xã.</Trans>}
          optional={to !== 'EXEMPT'}
          name="reason"
          value={reason}
          onChange={setReason}
          error={errorAt(act.refusal, 'reason')}
          rows={3}
        />
        <FormActs>
          <Button onClick={onClose}>
            <Trans>Không đổi</Trans>
          </Button>
          <Button type="submit" kind="primary" busy={act.busy} shut={to === basis ? 'same-basis' : false}>
            <Trans>Đổi diện áp dụng</Trans>
          </Button>
          {to === basis && (
            <span className="caption" id="same-basis">
              <Trans>Chọn diện khác với hiện nay.</Trans>
            </span>
          )}
        </FormActs>
      </Form>
    </Dialog>
  );
}
