import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { useAct } from '../../../api/act';
import { Button } from '../../../ui/button';
import { Confirm } from '../../../ui/confirm';
import { DecisionFields, isDecided } from '../../../ui/decision-fields';
import { Dialog } from '../../../ui/dialog';
import { ErrorSummary } from '../../../ui/form';
import { number } from '../../../ui/format';
import { Icon } from '../../../ui/icon';
import { Sign } from '../../../ui/icons';
import { Broken } from '../../../ui/note';
import { useToast } from '../../../ui/toast';
import styles from './prizes.module.css';
import { APPROVE_AWARDS, type AwardListRead, RETURN_AWARDS } from './prizes.query';

/** What a leader does with a list that was sent to them: signs it by a decision, or returns it with words. */
export function LeaderActs({ of, onDone }: { readonly of: AwardListRead; readonly onDone: () => void }) {
  const [asking, setAsking] = useState<'approve' | 'return' | null>(null);
  const close = () => {
    setAsking(null);
  };
  const done = () => {
    close();
    onDone();
  };
  if (of.state !== 'SUBMITTED' && of.state !== 'APPROVED') return null;
  const why = `why-not-approve-${of.id}`;
  return (
    <>
      {of.state === 'SUBMITTED' && of.whyNotApprove && (
        <p id={why} className="secondary">
          <Trans>Chưa ký được:</Trans> {of.whyNotApprove.message}
        </p>
      )}
      <div className={styles.acts}>
        {of.state === 'SUBMITTED' && (
          <Button
            kind="primary"
            shut={of.canApprove ? false : why}
            onClick={() => {
              setAsking('approve');
            }}
          >
            <Icon of={Sign} />
            <Trans>Ký duyệt danh sách…</Trans>
          </Button>
        )}
        <Button
          onClick={() => {
            setAsking('return');
          }}
        >
          <Trans>Trả lại…</Trans>
        </Button>
      </div>
      {asking === 'approve' && <Approve of={of} onDone={done} onClose={close} />}
      {asking === 'return' && <Return of={of} onDone={done} onClose={close} />}
    </>
  );
}

interface Asking {
  readonly of: AwardListRead;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

function Approve({ of, onDone, onClose }: Asking) {
  const toast = useToast();
  const [decision, setDecision] = useState({ decisionNumber: '', decidedOn: '' });
  const [wanting, setWanting] = useState(false);
  const { run, busy, refusal, broken } = useAct(APPROVE_AWARDS);
  const approve = async () => {
    if (!isDecided(decision)) {
      setWanting(true);
      return;
    }
    if ((await run({ decisionId: of.id, version: of.version, ...decision })).kind !== 'done') return;
    toast(<Trans>Đã ký duyệt danh sách giải.</Trans>);
    onDone();
  };
  return (
    <Dialog
      title={<Trans>Ký duyệt danh sách giải</Trans>}
      onClose={onClose}
      acts={
        <>
          <Button size="large" onClick={onClose}>
            <Trans>Chưa ký</Trans>
          </Button>
          <Button size="large" kind="primary" busy={busy} onClick={() => void approve()}>
            <Trans>Ký duyệt {number(of.awards.length)} giải</Trans>
          </Button>
        </>
      }
    >
      {refusal && <ErrorSummary refusal={refusal} />}
      {broken && <Broken error={broken} />}
      <p>
        <Trans>Sau khi ký, danh sách không sửa được nữa và chờ công bố.</Trans>
      </p>
      <DecisionFields said={decision} onChange={setDecision} refusal={refusal} wanting={wanting} />
    </Dialog>
  );
}

function Return({ of, onDone, onClose }: Asking) {
  const toast = useToast();
  const { run, busy, refusal, broken } = useAct(RETURN_AWARDS);
  const giveBack = async (reason: string) => {
    if ((await run({ decisionId: of.id, version: of.version, reason })).kind !== 'done') return;
    toast(<Trans>Đã trả lại danh sách giải.</Trans>);
    onDone();
  };
  return (
    <Confirm
      of={`returnDecision ${of.id}`}
      title={<Trans>Trả lại danh sách giải</Trans>}
      act={<Trans>Trả lại danh sách</Trans>}
      keep={<Trans>Không trả lại</Trans>}
      destructive={false}
      reason={{ label: <Trans>Cần sửa gì</Trans>, path: 'reason' }}
      {...{ busy, refusal, broken, onClose }}
      onAct={(reason) => void giveBack(reason)}
    >
      <p>
        <Trans>Danh sách trở lại dự thảo. Người lập danh sách nhận thông báo kèm lời này.</Trans>
      </p>
    </Confirm>
  );
}
