import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useState } from 'react';
import { useAct } from '../../api/act';
import { useAsk } from '../../api/ask';
import { useMe } from '../../api/session';
import { type ResultOf } from '../../api/graphql';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/field';
import { Form, FormActs, errorAt } from '../../ui/form';
import { dayAndClock, number } from '../../ui/format';
import { Answer, Note } from '../../ui/note';
import { Panel } from '../../ui/panel';
import styles from './audit.module.css';
import { AUDIT_HEAD, VERIFYING, VERIFY_AUDIT } from './audit.query';

/** The head of the log with its day, to print, and the check that nothing in it was changed. */
export function AuditHeadPanel() {
  const { canVerifyAudit } = useMe();
  const asked = useAsk(AUDIT_HEAD, {});
  const [verifying, setVerifying] = useState<string | null>(null);
  return (
    <Panel
      title={<Trans>Đầu nhật ký</Trans>}
      side={
        <Button
          size="small"
          onClick={() => {
            print();
          }}
        >
          <Trans>In</Trans>
        </Button>
      }
    >
      <Answer of={asked} rows={2}>
        {({ auditHead }) => (auditHead ? <Head of={auditHead} /> : <Sealed />)}
      </Answer>
      <p className="caption">
        <Trans>In và giữ mã này cùng ngày in. Về sau, nhập lại mã để biết nhật ký từ đó về trước còn nguyên và không bị cắt.</Trans>
      </p>
      <div className="no-print">
        {canVerifyAudit && <Verify onAsked={setVerifying} />}
        {verifying !== null && <Verdict jobId={verifying} />}
      </div>
    </Panel>
  );
}

type OfHead = NonNullable<ResultOf<typeof AUDIT_HEAD>['auditHead']>;

function Head({ of: { entries, at, hash } }: { readonly of: OfHead }) {
  return (
    <>
      <dl className={styles.facts}>
        {entries !== null && (
          <>
            <dt>
              <Trans>Số bút toán</Trans>
            </dt>
            <dd className="num">{number(entries)}</dd>
          </>
        )}
        <dt>{entries === null ? <Trans>Các bút toán ghi trước</Trans> : <Trans>Bút toán cuối ghi lúc</Trans>}</dt>
        <dd>{dayAndClock(at)}</dd>
        <dt>
          <Trans>Mã đầu nhật ký</Trans>
        </dt>
        <dd>
          <code>{hash}</code>
        </dd>
      </dl>
      {entries === null && <Sealed />}
    </>
  );
}

/** Why the head stands still. */
function Sealed() {
  return (
    <p className="caption">
      <Trans>
        Đang có vòng chấm chưa đóng nên mã chỉ đổi một lần mỗi ngày và không hiện số thứ tự: nhìn số nhảy có thể biết ai vừa chấm phiếu nào.
      </Trans>
    </p>
  );
}

function Verify({ onAsked }: { readonly onAsked: (jobId: string) => void }) {
  const { run, busy, refusal, broken } = useAct(VERIFY_AUDIT);
  const [head, setHead] = useState('');
  const verify = async () => {
    const outcome = await run({ head: head.trim() || null });
    if (outcome.kind === 'done') onAsked(outcome.result.id);
  };
  return (
    <Form onSubmit={() => void verify()} refusal={refusal} broken={broken}>
      <TextField
        label={<Trans>Mã đầu nhật ký đã giữ</Trans>}
        name="head"
        optional
        value={head}
        onChange={setHead}
        error={errorAt(refusal, 'head')}
      />
      <FormActs>
        <Button type="submit" busy={busy}>
          <Trans>Kiểm tra toàn bộ nhật ký</Trans>
        </Button>
      </FormActs>
    </Form>
  );
}

const EVERY_MS = 1500;

function Verdict({ jobId }: { readonly jobId: string }) {
  const { t } = useLingui();
  const asked = useAsk(VERIFYING, { id: jobId });
  const job = asked.data?.job;
  const over = job?.state === 'DONE' || job?.state === 'FAILED' || job?.state === 'CANCELLED';
  const { again } = asked;
  useEffect(() => {
    if (over) return;
    const timer = setInterval(again, EVERY_MS);
    return () => {
      clearInterval(timer);
    };
  });
  if (!job || !over)
    return (
      <Note role="status">
        <Trans>Đang kiểm tra. Có thể rời trang; kết quả nằm ở trang Việc máy đang làm.</Trans>
      </Note>
    );
  return job.state === 'DONE' ? (
    <Note tone="done" role="status">
      {t`Nhật ký còn nguyên: mỗi bút toán nối đúng vào bút toán trước.`} {job.finishedAt && dayAndClock(job.finishedAt)}
    </Note>
  ) : (
    <Note tone="late" role="alert">
      {job.failureMessage ?? t`Việc kiểm tra đã dừng.`}
    </Note>
  );
}
