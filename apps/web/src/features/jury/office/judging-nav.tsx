import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { type ReactNode } from 'react';
import { Bar, type Crumb } from '../../../ui/bar';
import { titled } from '../../../ui/format';
import { DemoMark } from '../../../ui/state-mark';
import { type JudgedContest } from './contest.query';
import styles from './office.module.css';

/** The way to a page of a contest's judging, and the pages beside it. */
export function JudgingBar({
  contestId,
  contest,
  crumbs,
  side,
}: {
  readonly contestId: string;
  /** Undefined while it is asked for. */
  readonly contest: JudgedContest | null | undefined;
  readonly crumbs: readonly Crumb[];
  readonly side?: ReactNode;
}) {
  const { t } = useLingui();
  const year = contest ? String(contest.year) : '';
  return (
    <>
      <Bar crumbs={[{ label: year ? t`Cuộc thi ${year}` : t`Cuộc thi` }, ...crumbs]} side={side} />
      <nav className={`${styles.nav ?? ''} no-print`} aria-label={t`Việc chấm của cuộc thi`}>
        <ul>
          <li>
            <Link to="/contests/$contestId/jury" params={{ contestId }} activeProps={{ 'aria-current': 'page' }}>
              <Trans>Ban Giám khảo</Trans>
            </Link>
          </li>
          <li>
            <Link to="/contests/$contestId/invitations" params={{ contestId }} activeProps={{ 'aria-current': 'page' }}>
              <Trans>Lời mời</Trans>
            </Link>
          </li>
          <li>
            <Link to="/contests/$contestId/conflicts" params={{ contestId }} activeProps={{ 'aria-current': 'page' }}>
              <Trans>Xung đột lợi ích</Trans>
            </Link>
          </li>
          <li>
            <Link to="/contests/$contestId/rounds" params={{ contestId }} activeProps={{ 'aria-current': 'page' }}>
              <Trans>Các vòng chấm</Trans>
            </Link>
          </li>
        </ul>
      </nav>
    </>
  );
}

/** Of which contest, under the name of a page. */
export function ContestLine({ contest }: { readonly contest: JudgedContest | null | undefined }) {
  return (
    <>
      {contest && titled(contest)} {contest?.illustrative && <DemoMark />}
    </>
  );
}
