import { Plural, Trans } from '@lingui/react/macro';
import { type ReactNode } from 'react';
import { useAct } from '../../../api/act';
import { useNewest, useNews } from '../../../api/ask';
import { Button } from '../../../ui/button';
import { dayAndClock } from '../../../ui/format';
import { Check, Clock, Close } from '../../../ui/icons';
import { Broken, Note } from '../../../ui/note';
import { Panel } from '../../../ui/panel';
import { StateMark } from '../../../ui/state-mark';
import { CANCEL_JOB, PROPOSAL_JOB_LIVE, type ProposalJob } from './proposals.query';
import { useAgainWhen } from './use-again-when';
import { officeStyles as styles } from '../../jury/shared';

/** So many proposals can be read beside each other. */
const COMPARED = 2;

interface JobsProps {
  readonly jobs: readonly ProposalJob[];
  /** Those that are looked at. */
  readonly shown: readonly string[];
  readonly onShow: (ids: readonly string[]) => void;
  /** One of them is over. */
  readonly onOver: () => void;
}

/** Proposals that one has asked for in this round: how far each is, and which are looked at. */
export function ProposalJobs({ jobs, shown, onShow, onOver }: JobsProps) {
  if (jobs.length === 0) return null;
  return (
    <Panel
      flush
      title={<Trans>Các đề xuất</Trans>}
      side={
        <span className="caption">
          <Trans>Chọn một để xem, hai để so sánh</Trans>
        </span>
      }
    >
      <ul>
        {jobs.map((job) => (
          <li key={job.id} className={styles.row}>
            <JobLine
              job={job}
              shown={shown.includes(job.id)}
              onOver={onOver}
              onShow={(show) => {
                onShow(show ? [...shown, job.id].slice(-COMPARED) : shown.filter((id) => id !== job.id));
              }}
            />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

const isOver = ({ state }: ProposalJob): boolean => state !== 'QUEUED' && state !== 'RUNNING';

function JobLine({
  job,
  shown,
  onShow,
  onOver,
}: {
  readonly job: ProposalJob;
  readonly shown: boolean;
  readonly onShow: (show: boolean) => void;
  readonly onOver: () => void;
}) {
  const made = dayAndClock(job.createdAt);
  return (
    <div className={styles.tags}>
      <label className={styles.pick}>
        <input
          type="checkbox"
          checked={shown}
          onChange={(event) => {
            onShow(event.target.checked);
          }}
        />
        <Trans>Đề xuất {made}</Trans>
      </label>
      {isOver(job) ? <JobState job={job} /> : <Running of={job} onOver={onOver} />}
    </div>
  );
}

/** How far the reckoning is, told as it goes on. */
function Running({ of, onOver }: { readonly of: ProposalJob; readonly onOver: () => void }) {
  const { id } = of;
  const job = useNewest(of, useNews(PROPOSAL_JOB_LIVE, { id })?.job ?? undefined) ?? of;
  const cancel = useAct(CANCEL_JOB);
  useAgainWhen(isOver(job), onOver);
  return (
    <>
      <span role="status">
        <JobState job={job} />
      </span>
      {job.canCancel && !job.cancelRequested && (
        <Button
          size="small"
          busy={cancel.busy}
          onClick={() => {
            void cancel.run({ jobId: id });
          }}
        >
          <Trans>Dừng tính</Trans>
        </Button>
      )}
      {cancel.refusal && <Note tone="late">{cancel.refusal.message}</Note>}
      {cancel.broken && <Broken error={cancel.broken} />}
    </>
  );
}

function JobState({ job: { state, phase, progress, failureMessage } }: { readonly job: ProposalJob }): ReactNode {
  switch (state) {
    case 'QUEUED':
      return (
        <StateMark tone="soon" icon={Clock}>
          <Trans>chờ đến lượt tính; có thể rời trang này</Trans>
        </StateMark>
      );
    case 'RUNNING':
      return (
        <StateMark tone="ink" icon={Clock}>
          <Phase of={phase} /> {progress !== null && <Plural value={progress} one="(bước #)" other="(bước #)" />}
        </StateMark>
      );
    case 'DONE':
      return (
        <StateMark tone="done" icon={Check}>
          <Trans>đã tính xong</Trans>
        </StateMark>
      );
    case 'FAILED':
      return (
        <StateMark tone="late" icon={Close}>
          {failureMessage ?? <Trans>không tính được</Trans>}
        </StateMark>
      );
    case 'CANCELLED':
      return (
        <StateMark icon={Close}>
          <Trans>đã dừng</Trans>
        </StateMark>
      );
  }
}

function Phase({ of }: { readonly of: string | null }): ReactNode {
  switch (of) {
    case 'SERVING':
      return <Trans>đang tìm đủ giám khảo cho mọi sáng kiến</Trans>;
    case 'LEVELLING':
      return <Trans>đang chia đều số phiếu</Trans>;
    case 'FITTING':
      return <Trans>đang chọn theo lĩnh vực</Trans>;
    case null:
    default:
      return <Trans>đang tính; có thể rời trang này</Trans>;
  }
}
