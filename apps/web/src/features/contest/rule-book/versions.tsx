import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { type ReactNode } from 'react';
import { dayAndClock } from '../../../ui/format';
import { Lock } from '../../../ui/icons';
import { Panel } from '../../../ui/panel';
import { StateMark } from '../../../ui/state-mark';
import officeStyles from '../office/office.module.css';
import styles from './rule-book.module.css';
import { type ContestOfBook } from './rule-book.query';

/** Whether the book is frozen, under which hash, and what came before; until then what freezes it, and under which hash it would. */
export function Versions({ contest: { id: contestId, ruleBook, ruleBooks } }: { readonly contest: ContestOfBook }) {
  return (
    <Panel title={<Trans>Phiên bản</Trans>}>
      {!ruleBook?.frozenAt && (
        <p className="secondary">
          <Trans>
            Chưa khóa: còn sửa được. Quy chế tự khóa khi <RoundsLink contestId={contestId}>mở vòng chấm đầu tiên</RoundsLink>.
          </Trans>
        </p>
      )}
      {ruleBook && !ruleBook.frozenAt && (
        <>
          <p className="secondary">
            <Trans>Mở vòng với nội dung đang lưu thì quy chế được khóa, với mã băm SHA-256 sau:</Trans>
          </p>
          <p className={`caption ${styles.hash ?? ''}`}>SHA-256 {ruleBook.contentHash}</p>
        </>
      )}
      <ul className={officeStyles.list}>
        {ruleBooks
          .filter(({ frozenAt }) => frozenAt !== null)
          .map((version) => (
            <li key={version.id}>
              <div>
                <StateMark icon={Lock}>
                  <Trans>
                    Phiên bản {version.number}, khóa {dayAndClock(version.frozenAt ?? '')}
                  </Trans>
                </StateMark>
                {version.decisionNumber !== null && (
                  <p className="secondary">
                    {version.decisionNumber}: {version.decisionReason}
                  </p>
                )}
                <p className={`caption ${styles.hash ?? ''}`}>SHA-256 {version.hash}</p>
              </div>
            </li>
          ))}
      </ul>
    </Panel>
  );
}

function RoundsLink({ contestId, children }: { readonly contestId: string; readonly children?: ReactNode }) {
  return (
    <Link to="/contests/$contestId/rounds" params={{ contestId }}>
      {children}
    </Link>
  );
}
