import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useAct } from '../api/act';
import { useLive } from '../api/ask';
import { EXPORT_LIST, JOB, JOB_LIVE, type JobRead, type ListFormat, type ListName } from '../api/jobs.query';
import { Button, LinkButton } from './button';
import { Dialog } from './dialog';
import { FetchFile } from './fetch-file';
import { ErrorSummary } from './form';
import { dayAndClock, fileSize, number } from './format';
import { Icon } from './icon';
import { Download } from './icons';
import { Answer, Broken, Note } from './note';
import { Segments } from './segments';

interface ExportButtonProps {
  /** The query that shows the list; it must be registered (`docs/lists.md`). */
  readonly list: ListName;
  /** The arguments of that query in force, its pages apart. */
  readonly filter: Readonly<Record<string, unknown>>;
  /** The keys of the columns that are shown, as they were registered; left out: all. */
  readonly columns?: readonly string[];
}

/** What the table shows, all its pages, as a file: asked for here, made by a job that can be left, fetched here or among one's jobs. */
export function ExportButton({ list, filter, columns }: ExportButtonProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        size="small"
        onClick={() => {
          setOpen(true);
        }}
      >
        <Icon of={Download} />
        <Trans>Xuất tệp</Trans>
      </Button>
      {open && (
        <ExportDialog
          list={list}
          filter={filter}
          columns={columns}
          onClose={() => {
            setOpen(false);
          }}
        />
      )}
    </>
  );
}

function ExportDialog({ list, filter, columns, onClose }: ExportButtonProps & { readonly onClose: () => void }) {
  const { t } = useLingui();
  const [format, setFormat] = useState<ListFormat>('XLSX');
  const act = useAct(EXPORT_LIST);
  const [jobId, setJobId] = useState<string | null>(null);
  const begin = async () => {
    const outcome = await act.run({ list, filter: JSON.stringify(filter), columns: columns ? [...columns] : null, format });
    if (outcome.kind === 'done') setJobId(outcome.result.id);
  };
  if (jobId !== null) return <JobDialog id={jobId} onClose={onClose} />;
  return (
    <Dialog
      title={t`Xuất danh sách`}
      onClose={onClose}
      acts={
        <>
          <Button onClick={onClose}>
            <Trans>Không xuất</Trans>
          </Button>
          <Button kind="primary" data-first-focus busy={act.busy} onClick={() => void begin()}>
            <Trans>Xuất tệp {format}</Trans>
          </Button>
        </>
      }
    >
      {act.refusal && <ErrorSummary refusal={act.refusal} />}
      {act.broken && <Broken error={act.broken} />}
      <p>
        <Trans>Tệp có mọi dòng của danh sách theo điều kiện lọc, thứ tự và các cột đang hiện.</Trans>
      </p>
      <Segments
        label={t`Dạng tệp`}
        value={format}
        onChange={setFormat}
        choices={[
          { value: 'XLSX', label: 'XLSX' },
          { value: 'CSV', label: 'CSV' },
        ]}
      />
    </Dialog>
  );
}

/** How far a job is that was just begun. Closing this leaves it running. */
export function JobDialog({ id, title, onClose }: { readonly id: string; readonly title?: string; readonly onClose: () => void }) {
  const { t } = useLingui();
  const asked = useLive(JOB, JOB_LIVE, { id });
  const file = asked.data?.job?.export;
  return (
    <Dialog
      title={title ?? t`Xuất danh sách`}
      onClose={onClose}
      acts={
        <>
          <LinkButton to="/me/jobs">
            <Trans>Việc máy đang làm</Trans>
          </LinkButton>
          {file?.fileId ? (
            <FetchFile id={file.fileId} name={file.fileName} />
          ) : (
            <Button data-first-focus onClick={onClose}>
              <Trans>Để máy làm tiếp</Trans>
            </Button>
          )}
        </>
      }
    >
      <Answer of={asked} rows={1}>
        {({ job }) => (job ? <JobProgress job={job} /> : null)}
      </Answer>
    </Dialog>
  );
}

/** Where a job stands, in a sentence. */
export function JobProgress({ job }: { readonly job: JobRead }) {
  const { state, progress, failureMessage, export: file } = job;
  if (state === 'FAILED')
    return (
      <Note tone="late" role="alert">
        <p>{failureMessage}</p>
      </Note>
    );
  if (state === 'CANCELLED')
    return (
      <p role="status">
        <Trans>Đã dừng theo yêu cầu.</Trans>
      </p>
    );
  if (state === 'DONE' && file?.fileId)
    return (
      <div role="status">
        <p>
          <b>{file.fileName}</b>
        </p>
        <p className="secondary">
          <Trans>
            {number(file.rows ?? 0)} dòng, {fileSize(file.size ?? 0)}. Giữ đến {dayAndClock(file.endsAt ?? '')}.
          </Trans>
        </p>
      </div>
    );
  return (
    <p role="status">
      {state === 'QUEUED' ? (
        <Trans>Đang chờ đến lượt. Có thể đóng cửa sổ này, tệp sẽ có ở trang Việc máy đang làm.</Trans>
      ) : state === 'DONE' ? (
        <Trans>Đã xong.</Trans>
      ) : progress !== null ? (
        <Trans>Đã ghi {number(progress)} dòng. Có thể đóng cửa sổ này, tệp sẽ có ở trang Việc máy đang làm.</Trans>
      ) : (
        <Trans>Đang thực hiện.</Trans>
      )}
    </p>
  );
}
