import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useAct } from '../../../api/act';
import { Button } from '../../../ui/button';
import { Dialog } from '../../../ui/dialog';
import { TextField } from '../../../ui/field';
import { ErrorSummary, errorAt } from '../../../ui/form';
import { dayAndClock, number } from '../../../ui/format';
import { Broken } from '../../../ui/note';
import { useToast } from '../../../ui/toast';
import { RECORD_AWARD_PAYMENT, type RegisteredAward } from './register.query';

/** When the money of a prize was paid, how much, and by which paper; once more, to put a mistake right. */
export function RecordPayment({
  of,
  onDone,
  onClose,
}: {
  readonly of: RegisteredAward;
  readonly onDone: () => void;
  readonly onClose: () => void;
}) {
  const { t } = useLingui();
  const toast = useToast();
  const [paidOn, setPaidOn] = useState(of.payment?.paidOn ?? '');
  const [amount, setAmount] = useState(of.payment?.amount ?? of.amount);
  const [paper, setPaper] = useState(of.payment?.document ?? '');
  const [wanting, setWanting] = useState(false);
  const { run, busy, refusal, broken } = useAct(RECORD_AWARD_PAYMENT);
  const sum = /^\d[\d. ]*$/.test(amount.trim()) ? amount.replace(/[. ]/g, '') : null;
  const record = async () => {
    if (paidOn === '' || sum === null || paper.trim() === '') {
      setWanting(true);
      return;
    }
    const input = { awardId: of.id, version: of.payment?.version ?? 0, paidOn, amount: sum, document: paper };
    if ((await run(input)).kind !== 'done') return;
    toast(<Trans>Đã ghi việc chi thưởng.</Trans>);
    onDone();
  };
  return (
    <Dialog
      title={<Trans>Chi thưởng: {of.initiative.title}</Trans>}
      onClose={onClose}
      acts={
        <>
          <Button size="large" onClick={onClose}>
            <Trans>Không ghi</Trans>
          </Button>
          <Button size="large" kind="primary" busy={busy} onClick={() => void record()}>
            <Trans>Ghi chi thưởng</Trans>
          </Button>
        </>
      }
    >
      {refusal && <ErrorSummary refusal={refusal} />}
      {broken && <Broken error={broken} />}
      {of.payment && (
        <p className="secondary">
          <Trans>
            {of.payment.recordedByName} đã ghi lúc {dayAndClock(of.payment.recordedAt)}. Bản ghi cũ vẫn nằm trong nhật ký.
          </Trans>
        </p>
      )}
      <TextField
        label={t`Ngày chi`}
        name="paidOn"
        type="date"
        value={paidOn}
        onChange={setPaidOn}
        error={errorAt(refusal, 'paidOn') ?? (wanting && paidOn === '' ? t`Cần có ngày chi` : null)}
      />
      <TextField
        label={t`Số tiền đã chi (đồng)`}
        hint={t`Mức của giải là ${number(of.amount)}`}
        name="amount"
        inputMode="numeric"
        value={amount}
        onChange={setAmount}
        error={errorAt(refusal, 'amount') ?? (wanting && sum === null ? t`Cần có số tiền, chỉ gồm chữ số` : null)}
      />
      <TextField
        label={t`Số chứng từ`}
        name="document"
        value={paper}
        onChange={setPaper}
        error={errorAt(refusal, 'document') ?? (wanting && paper.trim() === '' ? t`Cần có số chứng từ` : null)}
      />
    </Dialog>
  );
}
