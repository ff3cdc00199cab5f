import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useAct } from '../../../api/act';
import { useLive } from '../../../api/ask';
import { useWhole } from '../../../api/ask-whole';
import { CANCEL_JOB, type JobRead, MY_JOBS, MY_JOBS_LIVE } from '../../../api/jobs.query';
import { GIVE_UP_UPLOAD } from '../../../api/uploads.query';
import { Bar } from '../../../ui/bar';
import { Button } from '../../../ui/button';
import { type Column, DataTable } from '../../../ui/data-table';
import { JobProgress } from '../../../ui/export-button';
import { FetchFile } from '../../../ui/fetch-file';
import { ErrorSummary } from '../../../ui/form';
import { dayAndClock, fileSize } from '../../../ui/format';
import { Check, CircleHalf, Circle, Close } from '../../../ui/icons';
import { Empty } from '../../../ui/note';
import { PageHead, Panel } from '../../../ui/panel';
import { StateMark } from '../../../ui/state-mark';
import { UPLOADS } from '../uploads.query';

const ROWS = 25;

/** What one asked the machine to do and can leave: its state as it changes, and the files to fetch. */
export function Page() {
  const { t } = useLingui();
  const { after } = useSearch({ from: '/inside/me/jobs' });
  const go = useNavigate({ from: '/me/jobs' });
  const asked = useLive(MY_JOBS, MY_JOBS_LIVE, { first: ROWS, after: after ?? null });
  return (
    <>
      <Bar crumbs={[{ label: t`Tài khoản`, link: { to: '/me' } }, { label: t`Việc máy đang làm` }]} />
      <PageHead title={t`Việc máy đang làm`}>
        <Trans>Danh sách đang xuất và các việc chạy lâu khác. Tệp xuất được giữ một ngày.</Trans>
      </PageHead>
      <Panel flush title={t`Mới nhất trước`}>
        <DataTable
          caption={t`Việc máy đang làm`}
          file="own"
          of={{ ...asked, data: asked.data?.myJobs }}
          columns={useColumns()}
          rowKey={({ id }) => id}
          inOneOrder="own"
          isFirstPage={after === undefined}
          onPage={(next) => void go({ search: next === undefined ? {} : { after: next } })}
          cards
          empty={
            <Empty title={<Trans>Chưa có việc nào</Trans>}>
              <p>
                <Trans>Khi xuất một danh sách hay yêu cầu một việc chạy lâu, tiến độ và tệp sẽ hiện ở đây.</Trans>
              </p>
            </Empty>
          }
        />
      </Panel>
      <Uploads />
    </>
  );
}

function useColumns(): readonly Column<JobRead>[] {
  const { t } = useLingui();
  const kinds: Readonly<Record<string, string>> = {
    'scoring.proposeAssignment': t`Lập phương án phân công`,
    'platform.checkImport': t`Kiểm tra danh sách nhập từ tệp`,
    'platform.applyImport': t`Ghi danh sách nhập từ tệp`,
  };
  return [
    {
      key: 'what',
      head: t`Việc`,
      names: true,
      cell: ({ kind, export: file }) => file?.title ?? kinds[kind] ?? (kind === 'platform.export' ? t`Xuất danh sách` : kind),
    },
    { key: 'state', head: t`Trạng thái`, cell: (job) => <JobState job={job} /> },
    { key: 'at', head: t`Yêu cầu lúc`, cell: ({ createdAt }) => dayAndClock(createdAt) },
    { key: 'how', head: t`Tiến độ`, cell: (job) => <JobProgress job={job} /> },
    { key: 'act', head: t`Thao tác`, fixed: true, cell: (job) => <JobAct job={job} /> },
  ];
}

function JobState({ job: { state, cancelRequested } }: { readonly job: JobRead }) {
  switch (state) {
    case 'QUEUED':
      return (
        <StateMark icon={Circle}>
          <Trans>Chờ thực hiện</Trans>
        </StateMark>
      );
    case 'RUNNING':
      return (
        <StateMark tone="ink" icon={CircleHalf}>
          {cancelRequested ? <Trans>Đang dừng</Trans> : <Trans>Đang thực hiện</Trans>}
        </StateMark>
      );
    case 'DONE':
      return (
        <StateMark tone="done" icon={Check}>
          <Trans>Đã hoàn thành</Trans>
        </StateMark>
      );
    case 'FAILED':
      return (
        <StateMark tone="late" icon={Close}>
          <Trans>Không thực hiện được</Trans>
        </StateMark>
      );
    case 'CANCELLED':
      return (
        <StateMark icon={Close}>
          <Trans>Đã dừng</Trans>
        </StateMark>
      );
  }
}

function JobAct({ job: { id, canCancel, export: file } }: { readonly job: JobRead }) {
  const act = useAct(CANCEL_JOB);
  if (file?.fileId) return <FetchFile id={file.fileId} name={file.fileName} />;
  return (
    <>
      {act.refusal && <ErrorSummary refusal={act.refusal} />}
      {canCancel && (
        <Button size="small" busy={act.busy} onClick={() => void act.run({ jobId: id })}>
          <Trans>Dừng</Trans>
        </Button>
      )}
    </>
  );
}

/** Files that were begun to be sent, here or on another machine, and take the place of one each. */
function Uploads() {
  const { t } = useLingui();
  const asked = useWhole(UPLOADS, {}, 'uploads');
  const act = useAct(GIVE_UP_UPLOAD);
  const found = asked.data?.uploads.edges ?? [];
  if (found.length === 0) return null;
  return (
    <Panel flush title={t`Tệp gửi dở`}>
      {act.refusal && <ErrorSummary refusal={act.refusal} />}
      <DataTable
        caption={t`Tệp gửi dở`}
        file="own"
        of={{ ...asked, data: asked.data?.uploads }}
        rowKey={({ id }) => id}
        inOneOrder="own"
        cards
        empty={null}
        columns={[
          { key: 'name', head: t`Tệp`, names: true, cell: ({ fileName }) => fileName },
          { key: 'size', head: t`Dung lượng`, numeric: true, cell: ({ size }) => fileSize(size) },
          { key: 'until', head: t`Tự bỏ lúc`, cell: ({ expiresAt }) => dayAndClock(expiresAt) },
          { key: 'at', head: t`Bắt đầu lúc`, cell: ({ createdAt }) => dayAndClock(createdAt) },
          {
            key: 'act',
            head: t`Thao tác`,
            fixed: true,
            cell: ({ id }) => (
              <Button size="small" busy={act.busy} onClick={() => void act.run({ fileId: id }).then(asked.again)}>
                <Trans>Bỏ tệp này</Trans>
              </Button>
            ),
          },
        ]}
      />
    </Panel>
  );
}
