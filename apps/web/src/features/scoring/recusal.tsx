import { Trans } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import { useAct } from '../../api/act';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { RadioField, TextAreaField } from '../../ui/field';
import { ErrorSummary, errorAt } from '../../ui/form';
import { Broken } from '../../ui/note';
import { DECLARE_CONFLICT } from './cards.query';

type Tie = 'FAMILY' | 'FINANCIAL' | 'RELATED_UNIT' | 'OTHER';

/** A judge steps back from a card: what ties them, why, and what happens then. */
export function Recusal({
  card,
  onDone,
}: {
  readonly card: { readonly id: string; readonly initiative: { readonly receiptNumber: string | null } };
  readonly onDone: () => void;
}) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        kind="plain"
        size="large"
        onClick={() => {
          setOpen(true);
        }}
      >
        <Trans>Từ chối chấm…</Trans>
      </Button>
      {open && (
        <RecusalDialog
          card={card}
          onDone={onDone}
          onClose={() => {
            setOpen(false);
          }}
        />
      )}
    </>
  );
}

function RecusalDialog({
  card,
  onDone,
  onClose,
}: {
  readonly card: { readonly id: string; readonly initiative: { readonly receiptNumber: string | null } };
  readonly onDone: () => void;
  readonly onClose: () => void;
}) {
  const [type, setType] = useState<Tie>('FAMILY');
  const [reason, setReason] = useState('');
  const { run, busy, refusal, broken } = useAct(DECLARE_CONFLICT);
  const ties: { readonly value: Tie; readonly label: ReactNode }[] = [
    { value: 'FAMILY', label: <Trans>Có quan hệ gia đình với tác giả</Trans> },
    { value: 'FINANCIAL', label: <Trans>Có lợi ích tài chính liên quan</Trans> },
    { value: 'RELATED_UNIT', label: <Trans>Có quan hệ công tác với đơn vị của tác giả</Trans> },
    { value: 'OTHER', label: <Trans>Lý do khác</Trans> },
  ];
  return (
    <Dialog
      of={`declareConflict ${card.id}`}
      title={<Trans>Từ chối chấm {card.initiative.receiptNumber}</Trans>}
      onClose={onClose}
      acts={
        <>
          <Button size="large" onClick={onClose}>
            <Trans>Không từ chối</Trans>
          </Button>
          <Button
            size="large"
            kind="destructive"
            busy={busy}
            onClick={() => {
              void run({ scorecardId: card.id, type, reason }).then(({ kind }) => {
                if (kind === 'done') onDone();
              });
            }}
          >
            <Trans>Từ chối chấm {card.initiative.receiptNumber}</Trans>
          </Button>
        </>
      }
    >
      {refusal && <ErrorSummary refusal={refusal} />}
      {broken && <Broken error={broken} />}
      <p>
        <Trans>
          Hồ sơ đóng ngay và phiếu không tính vào kết quả. Ban Tổ chức đọc lý do và có thể phân công giám khảo khác. Điều giám khảo tự khai
          không gỡ lại được.
        </Trans>
      </p>
      <RadioField
        label={<Trans>Điều gì ràng buộc ông/bà với sáng kiến này</Trans>}
        name="type"
        value={type}
        onChange={setType}
        choices={ties}
        error={errorAt(refusal, 'type')}
      />
      <TextAreaField label={<Trans>Lý do</Trans>} name="reason" value={reason} onChange={setReason} error={errorAt(refusal, 'reason')} />
    </Dialog>
  );
}
