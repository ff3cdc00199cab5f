import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import { useAct } from '../../../api/act';
import { Button } from '../../../ui/button';
import { Confirm } from '../../../ui/confirm';
import { dayAndClock, number } from '../../../ui/format';
import { Check, Clock, Close, Door } from '../../../ui/icons';
import { CheckField } from '../../../ui/field';
import { Panel } from '../../../ui/panel';
import { StateMark } from '../../../ui/state-mark';
import { useToast } from '../../../ui/toast';
import { APPLY_CORRECTION, type CorrectionRow, type Impact, REJECT_CORRECTION, WITHDRAW_CORRECTION } from './correction.query';
import { CorrectionImpact } from './correction-impact';
import styles from './final.module.css';

/** A correction with all that it touches, and what whoever looks may do with it. */
export function CorrectionPanel({
  of,
  roundName,
  open = false,
  onChange,
}: {
  readonly of: CorrectionRow;
  readonly roundName?: string;
  readonly open?: boolean;
  readonly onChange: () => void;
}) {
  const { t } = useLingui();
  const waits = of.state === 'PROPOSED' || of.state === 'READY';
  return (
    <Panel title={t`${of.initiative.receiptNumber} ${of.initiative.title}`} side={<CorrectionState of={of.state} />}>
      <div className={styles.stack}>
        <div>
          <p>
            {of.kind === 'CARD_EXCUSED' ? (
              <Trans>Không tính phiếu của {of.judge.fullName}</Trans>
            ) : (
              <Trans>{of.judge.fullName} ký lại phiếu với điểm khác</Trans>
            )}
            {roundName !== undefined && <> · {roundName}</>}
          </p>
          <p>
            <Trans>Lý do: {of.reason}</Trans>
          </p>
          <p className="caption">
            <Trans>
              {of.proposedByName} đề nghị {dayAndClock(of.proposedAt)}
            </Trans>
            {of.signedAt && (
              <>
                {' · '}
                <Trans>giám khảo ký lại {dayAndClock(of.signedAt)}</Trans>
              </>
            )}
            {of.decidedAt && (
              <>
                {' · '}
                <Trans>
                  {of.decidedByName} quyết định {dayAndClock(of.decidedAt)}
                </Trans>
              </>
            )}
            {of.resultNumber !== null && (
              <>
                {' · '}
                <Trans>thành bản {number(of.resultNumber)} của kết quả vòng</Trans>
              </>
            )}
          </p>
          {of.decisionReason && (
            <p>
              <Trans>Lý do không áp dụng: {of.decisionReason}</Trans>
            </p>
          )}
        </div>
        {waits && (
          <details open={open}>
            <summary>
              <Trans>Tác động nếu áp dụng</Trans>
            </summary>
            <CorrectionImpact correctionId={of.id}>{(impact) => <Acts of={of} impact={impact} onChange={onChange} />}</CorrectionImpact>
          </details>
        )}
      </div>
    </Panel>
  );
}

function Acts({ of, impact, onChange }: { readonly of: CorrectionRow; readonly impact: Impact; readonly onChange: () => void }) {
  const [asking, setAsking] = useState<'apply' | 'reject' | 'withdraw' | null>(null);
  const close = () => {
    setAsking(null);
  };
  const done = () => {
    close();
    onChange();
  };
  const why = `why-not-${of.id}`;
  const obstacle = of.state === 'READY' ? (impact.whyNotApply ?? of.whyNotDecide) : null;
  return (
    <>
      {obstacle && !impact.whyNotApply && (
        <p id={why} className="secondary">
          {obstacle.message}
        </p>
      )}
      <div className={styles.acts}>
        {of.state === 'READY' && (
          <Button
            kind="primary"
            shut={impact.canApply || impact.whyNotApply?.code === 'CORRECTION_ADMITS' ? false : why}
            onClick={() => {
              setAsking('apply');
            }}
          >
            <Trans>Áp dụng đính chính…</Trans>
          </Button>
        )}
        {of.canDecide && (
          <Button
            onClick={() => {
              setAsking('reject');
            }}
          >
            <Trans>Không áp dụng…</Trans>
          </Button>
        )}
        {of.canWithdraw && (
          <Button
            onClick={() => {
              setAsking('withdraw');
            }}
          >
            <Trans>Rút đề nghị…</Trans>
          </Button>
        )}
      </div>
      {asking === 'apply' && <Apply of={of} late={impact.laterRounds.some(({ late }) => late.length > 0)} onDone={done} onClose={close} />}
      {asking === 'reject' && <Reject of={of} onDone={done} onClose={close} />}
      {asking === 'withdraw' && <Withdraw of={of} onDone={done} onClose={close} />}
    </>
  );
}

interface Asking {
  readonly of: CorrectionRow;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

function Apply({ of, late, onDone, onClose }: Asking & { readonly late: boolean }) {
  const toast = useToast();
  const [acceptLate, setAcceptLate] = useState(false);
  const { run, busy, refusal, broken } = useAct(APPLY_CORRECTION);
  const apply = async () => {
    const { kind } = await run({ correctionId: of.id, version: of.version, acceptLate: late ? acceptLate : null });
    if (kind !== 'done') return;
    toast(<Trans>Đã áp dụng đính chính; kết quả có bản mới.</Trans>);
    onDone();
  };
  return (
    <Confirm
      title={<Trans>Áp dụng đính chính</Trans>}
      act={<Trans>Áp dụng đính chính</Trans>}
      keep={<Trans>Chưa áp dụng</Trans>}
      busy={busy}
      refusal={refusal}
      broken={broken}
      onAct={() => void apply()}
      onClose={onClose}
    >
      <p>
        <Trans>Kết quả có bản mới theo tác động đã xem; bản hiện nay được giữ lại và vẫn đọc được. Việc này không rút lại được.</Trans>
      </p>
      {late && (
        <CheckField
          name="acceptLate"
          checked={acceptLate}
          onChange={setAcceptLate}
          label={<Trans>Chấp nhận sáng kiến qua vòng quá muộn giữ kết quả của vòng đã tới</Trans>}
        />
      )}
    </Confirm>
  );
}

function Reject({ of, onDone, onClose }: Asking) {
  const toast = useToast();
  const { run, busy, refusal, broken } = useAct(REJECT_CORRECTION);
  const reject = async (reason: string) => {
    if ((await run({ correctionId: of.id, version: of.version, reason })).kind !== 'done') return;
    toast(<Trans>Đã quyết định không áp dụng; kết quả giữ nguyên.</Trans>);
    onDone();
  };
  return (
    <Confirm
      of={`rejectCorrection ${of.id}`}
      title={<Trans>Không áp dụng đính chính</Trans>}
      act={<Trans>Không áp dụng</Trans>}
      keep={<Trans>Quay lại</Trans>}
      reason={{ label: <Trans>Lý do</Trans>, path: 'reason' }}
      busy={busy}
      refusal={refusal}
      broken={broken}
      onAct={(reason) => void reject(reason)}
      onClose={onClose}
    >
      <p>
        <Trans>Kết quả giữ nguyên. Người đề nghị đọc được lý do.</Trans>
      </p>
    </Confirm>
  );
}

function Withdraw({ of, onDone, onClose }: Asking) {
  const toast = useToast();
  const { run, busy, refusal, broken } = useAct(WITHDRAW_CORRECTION);
  const withdraw = async () => {
    if ((await run({ correctionId: of.id, version: of.version })).kind !== 'done') return;
    toast(<Trans>Đã rút đề nghị đính chính.</Trans>);
    onDone();
  };
  return (
    <Confirm
      title={<Trans>Rút đề nghị đính chính</Trans>}
      act={<Trans>Rút đề nghị</Trans>}
      keep={<Trans>Không rút</Trans>}
      busy={busy}
      refusal={refusal}
      broken={broken}
      onAct={() => void withdraw()}
      onClose={onClose}
    >
      <p>
        <Trans>Kết quả giữ nguyên. Đề nghị vẫn nằm trong lịch sử.</Trans>
      </p>
    </Confirm>
  );
}

function CorrectionState({ of }: { readonly of: CorrectionRow['state'] }): ReactNode {
  switch (of) {
    case 'PROPOSED':
      return (
        <StateMark tone="soon" icon={Clock}>
          <Trans>chờ giám khảo ký lại</Trans>
        </StateMark>
      );
    case 'READY':
      return (
        <StateMark tone="soon" icon={Clock}>
          <Trans>chờ người thứ hai quyết định</Trans>
        </StateMark>
      );
    case 'APPLIED':
      return (
        <StateMark tone="done" icon={Check}>
          <Trans>đã áp dụng</Trans>
        </StateMark>
      );
    case 'REJECTED':
      return (
        <StateMark tone="late" icon={Close}>
          <Trans>không áp dụng</Trans>
        </StateMark>
      );
    case 'WITHDRAWN':
      return (
        <StateMark icon={Door}>
          <Trans>đã rút</Trans>
        </StateMark>
      );
  }
}
