import { Trans } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import { ActButton } from '../../../ui/act-button';
import { Button } from '../../../ui/button';
import { DecisionFields } from '../../../ui/decision-fields';
import { TextField } from '../../../ui/field';
import { errorAt } from '../../../ui/form';
import { ACCEPT_RECOGNITION, REVOKE_RECOGNITION, type RecognitionShown } from '../recognition.query';
import styles from '../recognition.module.css';
import { CloseSitting } from './close-sitting';
import { OpenSitting } from './open-sitting';
import { RecordDecision } from './record-decision';
import { SeatCouncil } from './seat-council';

export interface OfRecognition {
  readonly of: RecognitionShown;
  readonly again: () => void;
}

type Opened = 'seat' | 'open' | 'close';

/** What one may do with an application, as the server says. */
export function RecognitionActs({ of, again }: OfRecognition) {
  const [opened, setOpened] = useState<Opened | null>(null);
  const offered = { seat: !of.whyNotSeat, open: !of.whyNotOpenSitting, close: !of.whyNotCloseSitting };
  const closing = {
    of,
    again,
    onClose: () => {
      setOpened(null);
    },
  };
  const labels: Readonly<Record<Opened, ReactNode>> = {
    seat: of.councilNumber === null ? <Trans>Lập Hội đồng</Trans> : <Trans>Thay Hội đồng</Trans>,
    open: <Trans>Mở phiên họp</Trans>,
    close: <Trans>Ghi kết quả bỏ phiếu</Trans>,
  };
  return (
    <div className={styles.acts}>
      {!of.whyNotAccept && <Accept of={of} again={again} />}
      {(['open', 'close', 'seat'] as const)
        .filter((act) => offered[act])
        .map((act) => (
          <Button
            key={act}
            kind={act === 'seat' && of.councilNumber !== null ? undefined : 'primary'}
            onClick={() => {
              setOpened(act);
            }}
          >
            {labels[act]}
          </Button>
        ))}
      {!of.whyNotRecordDecision && <RecordDecision of={of} again={again} />}
      {!of.whyNotRevoke && <Revoke of={of} again={again} />}
      {opened === 'seat' && <SeatCouncil {...closing} />}
      {opened === 'open' && <OpenSitting {...closing} />}
      {opened === 'close' && <CloseSitting {...closing} />}
    </div>
  );
}

function Accept({ of: { id, version }, again }: OfRecognition) {
  const [firstUseEndsOn, setEnds] = useState('');
  return (
    <ActButton
      of={ACCEPT_RECOGNITION}
      kind="primary"
      title={<Trans>Tiếp nhận đơn đề nghị</Trans>}
      act={<Trans>Tiếp nhận</Trans>}
      keep={<Trans>Chưa tiếp nhận</Trans>}
      destructive={false}
      input={() => ({ recognitionId: id, version, firstUseEndsOn: firstUseEndsOn || null })}
      said={<Trans>Đã tiếp nhận và vào sổ.</Trans>}
      onDone={again}
    >
      {(refusal) => (
        <>
          <p>
            <Trans>Đơn được ghi số trong sổ của năm; hạn xét là ba tháng theo lịch làm việc.</Trans>
          </p>
          <TextField
            label={<Trans>Ngày hoàn thành áp dụng lần đầu, nếu sau hôm nay</Trans>}
            optional
            name="firstUseEndsOn"
            type="date"
            value={firstUseEndsOn}
            onChange={setEnds}
            error={errorAt(refusal, 'firstUseEndsOn')}
          />
        </>
      )}
    </ActButton>
  );
}

function Revoke({ of: { id, version }, again }: OfRecognition) {
  const [said, setSaid] = useState({ decisionNumber: '', decidedOn: '' });
  return (
    <ActButton
      of={REVOKE_RECOGNITION}
      title={<Trans>Hủy bỏ công nhận sáng kiến</Trans>}
      act={<Trans>Hủy bỏ công nhận</Trans>}
      keep={<Trans>Không hủy bỏ</Trans>}
      reason={{ label: <Trans>Lý do hủy bỏ</Trans>, path: 'reason' }}
      input={(reason) => ({ recognitionId: id, version, ...said, reason })}
      said={<Trans>Đã hủy bỏ công nhận.</Trans>}
      onDone={again}
    >
      {(refusal) => <DecisionFields label={<Trans>Số quyết định hủy bỏ</Trans>} said={said} onChange={setSaid} refusal={refusal} />}
    </ActButton>
  );
}
