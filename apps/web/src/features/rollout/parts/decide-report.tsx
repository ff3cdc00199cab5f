import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { useAct } from '../../../api/act';
import { Button } from '../../../ui/button';
import { Confirm } from '../../../ui/confirm';
import { ErrorSummary } from '../../../ui/form';
import { Broken } from '../../../ui/note';
import { useToast } from '../../../ui/toast';
import { APPROVE_REPORT, RETURN_REPORT, type ReportRead } from '../report.query';
import styles from './report.module.css';

/** What the office does with a report that was sent: approves it, or returns it with words. */
export function DecideReport({ of: { id, version, figures }, again }: { readonly of: ReportRead; readonly again: () => void }) {
  const toast = useToast();
  const approve = useAct(APPROVE_REPORT);
  const giveBack = useAct(RETURN_REPORT);
  const [returning, setReturning] = useState(false);
  const jumps = figures.flatMap(({ jump }) => (jump ? [jump] : []));
  const decide = async () => {
    const { kind } = await approve.run({ reportId: id, version });
    if (kind === 'done') toast(<Trans>Đã duyệt báo cáo.</Trans>);
    again();
  };
  const send = async (reason: string) => {
    const { kind } = await giveBack.run({ reportId: id, version, reason });
    if (kind !== 'done') return;
    setReturning(false);
    toast(<Trans>Đã trả lại báo cáo.</Trans>);
    again();
  };
  return (
    <>
      {jumps.map(({ question, reason }) => (
        <div key={question}>
          <p>{question}</p>
          <p className={styles.said}>{reason ?? <Trans>Đơn vị chưa nêu lý do.</Trans>}</p>
        </div>
      ))}
      {approve.refusal && <ErrorSummary refusal={approve.refusal} />}
      {approve.broken && <Broken error={approve.broken} />}
      <div className={styles.acts}>
        <Button kind="primary" busy={approve.busy} onClick={() => void decide()}>
          <Trans>Duyệt báo cáo</Trans>
        </Button>
        <Button
          onClick={() => {
            setReturning(true);
          }}
        >
          <Trans>Trả lại để sửa</Trans>
        </Button>
      </div>
      {returning && (
        <Confirm
          of={`returnReport ${id}`}
          title={<Trans>Trả lại báo cáo</Trans>}
          act={<Trans>Trả lại báo cáo</Trans>}
          keep={<Trans>Không trả lại</Trans>}
          destructive={false}
          reason={{ label: <Trans>Cần sửa gì</Trans>, path: 'reason' }}
          busy={giveBack.busy}
          refusal={giveBack.refusal}
          broken={giveBack.broken}
          onAct={(reason) => void send(reason)}
          onClose={() => {
            setReturning(false);
          }}
        >
          <p>
            <Trans>Đơn vị nhận thông báo kèm lời này và sửa rồi gửi lại.</Trans>
          </p>
        </Confirm>
      )}
    </>
  );
}
