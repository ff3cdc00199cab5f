import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode } from 'react';
import { useAsk } from '../../../api/ask';
import { classes } from '../../../ui/classes';
import { dayAndClock, number } from '../../../ui/format';
import { Panel } from '../../../ui/panel';
import { Tag } from '../../../ui/state-mark';
import table from '../../../ui/table.module.css';
import { ApplyProposal } from './apply-proposal';
import { PROPOSALS, type Proposal } from './proposals.query';
import { ProposedCards } from './proposed-cards';
import { Shortages } from './shortages';
import { officeStyles as styles } from '../../jury/shared';

/** Proposals by the ids of their jobs; without those that are still reckoned. */
export function useProposals(
  a: string | undefined,
  b: string | undefined,
): { readonly proposals: readonly Proposal[]; readonly again: () => void } {
  const [hasA, hasB] = [a !== undefined, b !== undefined];
  const { data, again } = useAsk(PROPOSALS, { a: a ?? '', b: b ?? '', hasA, hasB }, { pause: !hasA && !hasB });
  return { proposals: [hasA ? data?.a : null, hasB ? data?.b : null].filter((proposal) => proposal != null), again };
}

interface Row {
  readonly key: string;
  readonly words: ReactNode;
  readonly of: (proposal: Proposal) => ReactNode;
}

const ROWS: readonly Row[] = [
  {
    key: 'objective',
    words: <Trans>Ưu tiên</Trans>,
    of: ({ objective }) => (objective === 'TOTAL_FIT' ? <Trans>tổng mức phù hợp</Trans> : <Trans>nơi phù hợp kém nhất</Trans>),
  },
  {
    key: 'loads',
    words: <Trans>Số phiếu mỗi giám khảo</Trans>,
    of: ({ loads }) => (loads === 'SMALLEST_SPREAD' ? <Trans>đều nhất có thể</Trans> : <Trans>trong giới hạn</Trans>),
  },
  {
    key: 'keep',
    words: <Trans>Phiếu đã phân công</Trans>,
    of: ({ keep, reassignStarted }) => (
      <>
        {keep === 'BEFORE_FIT' ? <Trans>giữ nguyên</Trans> : <Trans>chuyển được</Trans>}
        {reassignStarted && (
          <>
            {', '}
            <Trans>cả phiếu chấm dở</Trans>
          </>
        )}
      </>
    ),
  },
  { key: 'added', words: <Trans>Phiếu mới</Trans>, of: ({ added }) => number(added) },
  { key: 'kept', words: <Trans>Phiếu giữ nguyên</Trans>, of: ({ kept }) => number(kept) },
  { key: 'dropped', words: <Trans>Phiếu bỏ, chưa chấm</Trans>, of: ({ dropped }) => number(dropped) },
  { key: 'released', words: <Trans>Phiếu chấm dở được miễn</Trans>, of: ({ released }) => number(released) },
  {
    key: 'short',
    words: <Trans>Sáng kiến thiếu giám khảo</Trans>,
    of: ({ shortCount }) => (shortCount > 0 ? <b>▲ {number(shortCount)}</b> : number(0)),
  },
  { key: 'spread', words: <Trans>Chênh lệch số phiếu</Trans>, of: ({ spread }) => number(spread) },
  { key: 'fit', words: <Trans>Tổng mức phù hợp</Trans>, of: ({ totalFit }) => number(totalFit) },
  {
    key: 'worst',
    words: <Trans>Mức phù hợp ở nơi kém nhất</Trans>,
    of: ({ worstFit }) => (worstFit === null ? '–' : number(worstFit, 2)),
  },
  {
    key: 'optimal',
    words: <Trans>Có cách nào tốt hơn không</Trans>,
    of: ({ optimal, gap }) =>
      optimal ? <Trans>không, đã chứng minh</Trans> : <Plural value={gap} one="nhiều nhất # mức" other="nhiều nhất # mức" />,
  },
];

/** One proposal, or two beside each other: what each changes, how even and how fitting it is, and who is short and why. */
export function Proposals({ proposals, onApplied }: { readonly proposals: readonly Proposal[]; readonly onApplied: () => void }) {
  const { t } = useLingui();
  if (proposals.length === 0) return null;
  return (
    <Panel flush title={proposals.length > 1 ? <Trans>So sánh hai đề xuất</Trans> : <Trans>Đề xuất đang xem</Trans>}>
      <div className={styles.frame} tabIndex={0} role="region" aria-label={t`Đề xuất phân công`}>
        <table className={classes(table.table, styles.facing)}>
          <thead>
            <tr>
              <td />
              {proposals.map(({ id, madeAt, appliedAt }) => (
                <th key={id} scope="col">
                  <Trans>Tính {dayAndClock(madeAt)}</Trans>{' '}
                  {appliedAt && (
                    <Tag tone="done">
                      <Trans>đã áp dụng {dayAndClock(appliedAt)}</Trans>
                    </Tag>
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {ROWS.map(({ key, words, of }) => (
              <tr key={key}>
                <th scope="row">{words}</th>
                {proposals.map((proposal) => (
                  <td key={proposal.id}>{of(proposal)}</td>
                ))}
              </tr>
            ))}
          </tbody>
          <JudgeLoads proposals={proposals} />
        </table>
      </div>
      <div className={styles.beside}>
        {proposals.map((proposal) => (
          <section key={proposal.id} className={styles.stack} aria-label={t`Đề xuất tính ${dayAndClock(proposal.madeAt)}`}>
            <Shortages of={proposal} />
            <ApplyProposal proposal={proposal} onDone={onApplied} />
            <ProposedCards proposal={proposal} />
          </section>
        ))}
      </div>
    </Panel>
  );
}

/** How many cards each judge would have, beside how many they have now. */
function JudgeLoads({ proposals }: { readonly proposals: readonly Proposal[] }) {
  const [first] = proposals;
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={proposals.length + 1}>
          <Trans>Số phiếu mỗi giám khảo, trước → sau</Trans>
        </th>
      </tr>
      {first?.judgeLoads.map(({ judge }) => (
        <tr key={judge.id}>
          <th scope="row">{judge.fullName}</th>
          {proposals.map(({ id, judgeLoads }) => {
            const load = judgeLoads.find((one) => one.judge.id === judge.id);
            return (
              <td key={id} className="num">
                {load ? `${number(load.before)} → ${number(load.load)}` : '–'}
                {load && load.missing > 0 && (
                  <span className="secondary">
                    {' '}
                    <Trans>ít hơn đã hẹn {number(load.missing)}</Trans>
                  </span>
                )}
              </td>
            );
          })}
        </tr>
      ))}
    </tbody>
  );
}
