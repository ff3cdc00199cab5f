import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { useAct } from '../../api/act';
import { Button } from '../../ui/button';
import { Confirm } from '../../ui/confirm';
import { dayAndClock } from '../../ui/format';
import { Clock } from '../../ui/icons';
import { StateMark } from '../../ui/state-mark';
import { REQUEST_REOPENING, WITHDRAW_REOPENING } from './cards.query';

interface Reopenable {
  readonly id: string;
  readonly initiative: { readonly receiptNumber: string | null };
  readonly canRequestReopening: boolean;
  readonly reopening: {
    readonly id: string;
    readonly version: number;
    readonly reason: string;
    readonly requestedAt: string;
    readonly requestedByName: string;
    readonly canWithdraw: boolean;
  } | null;
}

/** Of a signed card: ask for it to be marked anew, see that it is asked, take that back. */
export function Reopening({ card, onDone }: { readonly card: Reopenable; readonly onDone: () => void }) {
  const [asking, setAsking] = useState(false);
  const ask = useAct(REQUEST_REOPENING);
  const withdraw = useAct(WITHDRAW_REOPENING);
  if (card.reopening) {
    const { id, version, requestedAt, requestedByName, canWithdraw } = card.reopening;
    return (
      <>
        <StateMark tone="soon" icon={Clock}>
          <Trans>Đã đề nghị mở lại {dayAndClock(requestedAt)}</Trans>
        </StateMark>
        <span className="caption">
          <Trans>{requestedByName} đề nghị; người thứ hai của Ban Tổ chức quyết định.</Trans>
        </span>
        {canWithdraw && (
          <Button
            size="small"
            busy={withdraw.busy}
            onClick={() => {
              void withdraw.run({ reopeningId: id, version }).then(onDone);
            }}
          >
            <Trans>Rút đề nghị</Trans>
          </Button>
        )}
      </>
    );
  }
  if (!card.canRequestReopening) return null;
  return (
    <>
      <Button
        size="small"
        onClick={() => {
          setAsking(true);
        }}
      >
        <Trans>Đề nghị mở lại…</Trans>
      </Button>
      {asking && (
        <Confirm
          of={`requestReopening ${card.id}`}
          title={<Trans>Đề nghị mở lại phiếu {card.initiative.receiptNumber}</Trans>}
          act={<Trans>Gửi đề nghị mở lại</Trans>}
          keep={<Trans>Giữ phiếu như đã ký</Trans>}
          destructive={false}
          reason={{ label: <Trans>Lý do (không nêu điểm)</Trans>, path: 'reason' }}
          busy={ask.busy}
          refusal={ask.refusal}
          broken={ask.broken}
          onClose={() => {
            setAsking(false);
          }}
          onAct={(reason) => {
            void ask.run({ scorecardId: card.id, reason }).then(({ kind }) => {
              if (kind !== 'done') return;
              setAsking(false);
              onDone();
            });
          }}
        >
          <p>
            <Trans>
              Người thứ hai của Ban Tổ chức xem lý do và quyết định. Nếu đồng ý, phiếu trở lại bản nháp với điểm như đã ký để sửa và ký lại;
              bản đã ký được giữ. Cho đến lúc ấy phiếu vẫn tính như đã ký.
            </Trans>
          </p>
        </Confirm>
      )}
    </>
  );
}
