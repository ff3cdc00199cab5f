import { Trans } from '@lingui/react/macro';
import { type ReactNode } from 'react';
import { dayAndClock, number } from '../../../ui/format';
import { Panel } from '../../../ui/panel';
import { type OfficeRound } from './rounds.query';
import styles from './round.module.css';

/** By which rules the round is judged, and when it was opened and closed. */
export function RoundFacts({ round }: { readonly round: OfficeRound }) {
  const { judgesPerInitiative, minimumCards, visibility, furtherMark, presentation, openedAt, closedAt, aggregation, ruleBookHash } = round;
  return (
    <Panel title={<Trans>Quy tắc của vòng</Trans>}>
      <dl className={styles.facts}>
        <dt>
          <Trans>Giám khảo mỗi sáng kiến</Trans>
        </dt>
        <dd>
          <Trans>
            {number(judgesPerInitiative)} người, đủ {number(minimumCards)} phiếu thì đóng được
          </Trans>
        </dd>
        <dt>
          <Trans>Giám khảo thấy</Trans>
        </dt>
        <dd>{visibility === 'ANONYMOUS' ? <Trans>không thấy tác giả và đơn vị</Trans> : <Trans>thấy tác giả và đơn vị</Trans>}</dd>
        <dt>
          <Trans>Khi hai phiếu lệch nhau</Trans>
        </dt>
        <dd>
          <FurtherMark of={furtherMark} />
        </dd>
        {presentation && (
          <>
            <dt>
              <Trans>Thuyết trình</Trans>
            </dt>
            <dd>
              <Trans>
                {number(presentation.presentMinutes)} phút, hỏi đáp {number(presentation.questionMinutes)} phút
              </Trans>
            </dd>
          </>
        )}
        {openedAt && (
          <>
            <dt>
              <Trans>Mở lúc</Trans>
            </dt>
            <dd>{dayAndClock(openedAt)}</dd>
          </>
        )}
        {closedAt && (
          <>
            <dt>
              <Trans>Đóng lúc</Trans>
            </dt>
            <dd>{dayAndClock(closedAt)}</dd>
          </>
        )}
        {aggregation && (
          <>
            <dt>
              <Trans>Cách tính điểm</Trans>
            </dt>
            <dd>
              <Aggregation of={aggregation} />
            </dd>
          </>
        )}
        {ruleBookHash && (
          <>
            <dt>
              <Trans>Mã quy tắc chấm</Trans>
            </dt>
            <dd className={`num ${styles.hash ?? ''}`}>{ruleBookHash}</dd>
          </>
        )}
      </dl>
    </Panel>
  );
}

function FurtherMark({ of }: { readonly of: OfficeRound['furtherMark'] }): ReactNode {
  switch (of) {
    case 'JOINS':
      return <Trans>phiếu chấm thêm tính cùng các phiếu đầu</Trans>;
    case 'REPLACES':
      return <Trans>phiếu chấm thêm thay phiếu xa nó nhất</Trans>;
    case 'DECIDES':
      return <Trans>chỉ phiếu chấm thêm được tính</Trans>;
  }
}

function Aggregation({ of }: { readonly of: NonNullable<OfficeRound['aggregation']> }): ReactNode {
  switch (of) {
    case 'MEAN':
      return <Trans>trung bình của mọi phiếu</Trans>;
    case 'MEDIAN':
      return <Trans>trung vị của mọi phiếu</Trans>;
    case 'TRIMMED_SHEETS':
      return <Trans>trung bình, bỏ phiếu cao nhất và thấp nhất</Trans>;
    case 'TRIMMED_CRITERIA':
      return <Trans>trung bình, bỏ điểm cao nhất và thấp nhất của từng tiêu chí</Trans>;
  }
}
