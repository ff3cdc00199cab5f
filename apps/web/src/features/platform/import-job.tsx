import { Plural, Trans } from '@lingui/react/macro';
import { useEffect, useRef } from 'react';
import { useAct } from '../../api/act';
import { useLive } from '../../api/ask';
import { CANCEL_JOB, JOB, JOB_LIVE } from '../../api/jobs.query';
import { Button } from '../../ui/button';
import { Broken, Note } from '../../ui/note';
import styles from './imports.module.css';

/** How far the machine is with a sheet, told as it goes on; afterwards only what went wrong. */
export function ImportJob({ id, onOver }: { readonly id: string; readonly onOver: () => void }) {
  const job = useLive(JOB, JOB_LIVE, { id }).data?.job;
  const cancel = useAct(CANCEL_JOB);
  const over = job ? job.finishedAt !== null : null;
  const before = useRef<boolean | null>(null);
  useEffect(() => {
    if (before.current === false && over === true) onOver();
    before.current = over;
  }, [over, onOver]);
  if (!job || job.state === 'DONE') return null;
  if (job.state === 'FAILED')
    return (
      <Note tone="late" role="alert">
        {job.failureMessage}
      </Note>
    );
  if (job.state === 'CANCELLED')
    return (
      <Note>
        <Trans>Đã dừng theo yêu cầu; chưa có gì được ghi.</Trans>
      </Note>
    );
  return (
    <Note role="status">
      <div className={styles.row}>
        {job.kind === 'platform.applyImport' ? <Trans>Đang ghi danh sách.</Trans> : <Trans>Đang đọc và kiểm tra tệp.</Trans>}{' '}
        {job.progress !== null && <Plural value={job.progress} one="Đã xong # dòng." other="Đã xong # dòng." />}{' '}
        <Trans>Có thể rời trang này.</Trans>
        {job.canCancel && !job.cancelRequested && (
          <Button size="small" busy={cancel.busy} onClick={() => void cancel.run({ jobId: id })}>
            <Trans>Dừng</Trans>
          </Button>
        )}
      </div>
      {cancel.refusal && <p>{cancel.refusal.message}</p>}
      {cancel.broken && <Broken error={cancel.broken} />}
    </Note>
  );
}
