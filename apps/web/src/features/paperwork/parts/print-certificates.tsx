import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useAct } from '../../../api/act';
import { Button } from '../../../ui/button';
import { Dialog } from '../../../ui/dialog';
import { JobDialog } from '../../../ui/export-button';
import { TextAreaField } from '../../../ui/field';
import { ErrorSummary, errorAt } from '../../../ui/form';
import { Broken } from '../../../ui/note';
import { Segments } from '../../../ui/segments';
import { type CertificateRow, PRINT_CERTIFICATES } from '../certificate.query';

interface PrintProps {
  readonly contestId: string;
  /** Null: all that nobody had printed. */
  readonly of: CertificateRow | null;
  readonly onDone: () => void;
}

/** Has certificates made into a file; one that was printed before only with a reason. */
export function PrintCertificates({ contestId, of, onDone }: PrintProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        size={of ? 'small' : undefined}
        onClick={() => {
          setOpen(true);
        }}
      >
        {!of ? <Trans>In giấy chưa in</Trans> : of.prints > 0 ? <Trans>In lại</Trans> : <Trans>In</Trans>}
      </Button>
      {open && (
        <PrintDialog
          contestId={contestId}
          of={of}
          onClose={(done) => {
            setOpen(false);
            if (done) onDone();
          }}
        />
      )}
    </>
  );
}

function PrintDialog({ contestId, of, onClose }: Omit<PrintProps, 'onDone'> & { readonly onClose: (done: boolean) => void }) {
  const { t } = useLingui();
  const { run, busy, refusal, broken } = useAct(PRINT_CERTIFICATES);
  const [form, setForm] = useState<'ONE_FILE' | 'EACH'>('ONE_FILE');
  const [reason, setReason] = useState('');
  const [jobId, setJobId] = useState<string | null>(null);
  const again = of !== null && of.prints > 0;
  const begin = async () => {
    const certificateIds = of && [of.id];
    const outcome = await run({ contestId, certificateIds, printForm: form, reason: reason.trim() || null });
    if (outcome.kind === 'done') setJobId(outcome.result.id);
  };
  const title = of ? t`In giấy chứng nhận: ${of.printed.name ?? ''}` : t`In giấy chứng nhận`;
  if (jobId !== null)
    return (
      <JobDialog
        id={jobId}
        title={title}
        onClose={() => {
          onClose(true);
        }}
      />
    );
  return (
    <Dialog
      title={title}
      of={`print ${of?.id ?? contestId}`}
      onClose={() => {
        onClose(false);
      }}
      acts={
        <>
          <Button
            size="large"
            onClick={() => {
              onClose(false);
            }}
          >
            <Trans>Không in</Trans>
          </Button>
          <Button size="large" kind="primary" busy={busy} onClick={() => void begin()}>
            <Trans>Tạo tệp để in</Trans>
          </Button>
        </>
      }
    >
      {refusal && <ErrorSummary refusal={refusal} />}
      {broken && <Broken error={broken} />}
      {!of && (
        <Segments
          label={t`Cách in`}
          value={form}
          onChange={setForm}
          choices={[
            { value: 'ONE_FILE', label: t`Một tệp cho nhà in` },
            { value: 'EACH', label: t`Mỗi người một tệp` },
          ]}
        />
      )}
      <p>
        <Trans>Tệp PDF/A, mỗi giấy một trang A4 ngang. Lần in, người in và lý do in lại được ghi vào nhật ký.</Trans>
      </p>
      {again && (
        <TextAreaField
          label={<Trans>Lý do in lại</Trans>}
          name="reason"
          rows={2}
          value={reason}
          onChange={setReason}
          error={errorAt(refusal, 'reason')}
        />
      )}
    </Dialog>
  );
}
