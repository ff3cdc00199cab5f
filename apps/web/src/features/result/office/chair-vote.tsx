import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useAct } from '../../../api/act';
import { Button, IconButton } from '../../../ui/button';
import { Confirm } from '../../../ui/confirm';
import { dayAndClock, number } from '../../../ui/format';
import { Icon } from '../../../ui/icon';
import { ChevronDown, ChevronUp } from '../../../ui/icons';
import { Note } from '../../../ui/note';
import { Panel } from '../../../ui/panel';
import { useToast } from '../../../ui/toast';
import styles from './final.module.css';
import { CAST_CHAIR_VOTE, type ChairVoteCast, type OpenTie, type TiesOfChair } from './final.query';

const WHY_NOT = 'why-not-vote';

/** To the chair of the jury alone: those who share a rank that nothing else can part. */
export function OwnTies({ of, onVoted }: { readonly of: TiesOfChair; readonly onVoted: () => void }) {
  return (
    <>
      {of.whyNotVote && (
        <Note tone="soon">
          <p id={WHY_NOT}>{of.whyNotVote.message}</p>
        </Note>
      )}
      {of.ties.map((tie) => (
        <OneTie key={tie.initiatives.map(({ id }) => id).join()} tie={tie} contestId={of.id} canVote={of.canVote} onVoted={onVoted} />
      ))}
    </>
  );
}

interface TieProps {
  readonly tie: OpenTie;
  readonly contestId: string;
  readonly canVote: boolean;
  readonly onVoted: () => void;
}

function OneTie({ tie, contestId, canVote, onVoted }: TieProps) {
  const { t } = useLingui();
  const toast = useToast();
  const [order, setOrder] = useState(tie.initiatives);
  const [asking, setAsking] = useState(false);
  const { run, busy, refusal, broken } = useAct(CAST_CHAIR_VOTE);
  const move = (at: number, by: number) => {
    const next = [...order];
    const [taken] = next.splice(at, 1);
    if (taken) next.splice(at + by, 0, taken);
    setOrder(next);
  };
  const vote = async (reason: string) => {
    const { kind } = await run({ contestId, initiativeIds: order.map(({ id }) => id), reason });
    if (kind !== 'done') return;
    setAsking(false);
    toast(<Trans>Đã biểu quyết; kết quả có bản mới.</Trans>);
    onVoted();
  };
  return (
    <Panel title={t`Đồng hạng ${number(tie.rank)}: chờ Trưởng ban Giám khảo quyết định`}>
      <p className="secondary">
        <Trans>Xếp sáng kiến được ưu tiên lên trước, rồi biểu quyết với lý do.</Trans>
      </p>
      <ol className={styles.order}>
        {order.map(({ id, receiptNumber, title }, at) => (
          <li key={id}>
            <b className="num">{number(at + 1)}</b>
            <span>
              {title} <span className="caption num">{receiptNumber}</span>
            </span>
            <IconButton
              label={t`Đưa lên: ${title}`}
              aria-disabled={at === 0 || undefined}
              onClick={() => {
                if (at > 0) move(at, -1);
              }}
            >
              <Icon of={ChevronUp} />
            </IconButton>
            <IconButton
              label={t`Đưa xuống: ${title}`}
              aria-disabled={at === order.length - 1 || undefined}
              onClick={() => {
                if (at < order.length - 1) move(at, 1);
              }}
            >
              <Icon of={ChevronDown} />
            </IconButton>
          </li>
        ))}
      </ol>
      <Button
        kind="primary"
        shut={canVote ? false : WHY_NOT}
        onClick={() => {
          setAsking(true);
        }}
      >
        <Trans>Biểu quyết theo thứ tự này…</Trans>
      </Button>
      {asking && (
        <Confirm
          of={`castChairVote ${contestId}`}
          title={<Trans>Biểu quyết của Trưởng ban Giám khảo</Trans>}
          act={<Trans>Biểu quyết</Trans>}
          keep={<Trans>Không biểu quyết</Trans>}
          destructive={false}
          reason={{ label: <Trans>Lý do</Trans>, path: 'reason' }}
          busy={busy}
          refusal={refusal}
          broken={broken}
          onAct={(reason) => void vote(reason)}
          onClose={() => {
            setAsking(false);
          }}
        >
          <p>
            <Trans>Kết quả chung cuộc có bản mới theo thứ tự dưới đây; bản trước được giữ lại. Lý do hiện cùng kết quả.</Trans>
          </p>
          <ol>
            {order.map(({ id, receiptNumber, title }, at) => (
              <li key={id}>
                {number(at + 1)}. {title} ({receiptNumber})
              </li>
            ))}
          </ol>
        </Confirm>
      )}
    </Panel>
  );
}

/** The votes that were cast, with their reasons. */
export function VotesCast({ votes }: { readonly votes: readonly ChairVoteCast[] }) {
  const { t } = useLingui();
  if (votes.length === 0) return null;
  return (
    <Panel title={t`Biểu quyết của Trưởng ban Giám khảo`}>
      <ul className={styles.stack}>
        {votes.map((vote) => (
          <li key={vote.id}>
            <p>{vote.initiatives.map(({ receiptNumber, title }) => [receiptNumber, title].filter(Boolean).join(' ')).join(' → ')}</p>
            <p>{vote.reason}</p>
            <p className="caption">
              {vote.castByName} · {dayAndClock(vote.castAt)} · <Trans>trên bản {number(vote.resultNumber)} của kết quả</Trans>
            </p>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
