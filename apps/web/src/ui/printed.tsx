import { Trans } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import { useMe } from '../api/session';
import { dayAndClock } from './format';
import styles from './printed.module.css';

/** On paper: whose it is on the left, when and by whom it was printed on the right, then what it is narrowed to as a sentence; pages are numbered. */
export function Printed({
  body,
  filters,
  tall = false,
  children,
}: {
  readonly body: ReactNode;
  readonly filters?: ReactNode;
  readonly tall?: boolean;
  readonly children: ReactNode;
}) {
  const { person } = useMe();
  const [now] = useState(() => new Date());
  return (
    <div className={tall ? styles.tall : styles.wide}>
      <div className="print-only">
        <div className={styles.head}>
          <p>
            <b>{body}</b>
          </p>
          <p>
            <Trans>In lúc {dayAndClock(now)}</Trans>
            <br />
            <Trans>Người in: {person.fullName}</Trans>
          </p>
        </div>
        {filters !== undefined && <p className={styles.filters}>{filters}</p>}
      </div>
      {children}
    </div>
  );
}
