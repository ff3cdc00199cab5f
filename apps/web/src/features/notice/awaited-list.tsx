import { Plural, Trans } from '@lingui/react/macro';
import { type ReactNode, useEffect, useState } from 'react';
import { useLive } from '../../api/ask';
import { withTexts } from '../../api/language';
import { Button, LinkButton } from '../../ui/button';
import { day, deadline, number } from '../../ui/format';
import { Clock, Warning } from '../../ui/icons';
import { Answer } from '../../ui/note';
import { Panel } from '../../ui/panel';
import { StateMark } from '../../ui/state-mark';
import { AWAITING, AWAITING_LIVE, type AwaitedRow } from './awaiting.query';
import styles from './awaited-list.module.css';
import { texts } from './texts';

interface AwaitedListProps {
  /** Only of these kinds; left out: all. */
  readonly kinds?: readonly AwaitedRow['kind'][];
  readonly empty: ReactNode;
}

/** Of the nearest deadlines; as many again where they are asked for, and no more than the server gives at once. */
const SHOWN = 50;

/** What waits for whoever is signed in, the nearest deadline first; it renews itself. */
export function AwaitedList(props: AwaitedListProps) {
  const [ready, setReady] = useState(false);
  useEffect(() => {
    void withTexts(texts).then(() => {
      setReady(true);
    });
  }, []);
  return ready ? <Rows {...props} /> : null;
}

function Rows({ kinds, empty }: AwaitedListProps) {
  const [first, setFirst] = useState(SHOWN);
  const asked = useLive(AWAITING, AWAITING_LIVE, { first, kinds: kinds ? [...kinds] : null });
  return (
    <Answer of={asked}>
      {({ awaiting: { totalCount, edges } }) => (
        <Panel flush title={<Plural value={totalCount} _0="Không có việc nào đang chờ" one="# việc đang chờ" other="# việc đang chờ" />}>
          {edges.length === 0 ? (
            empty
          ) : (
            <ol>
              {edges.map(({ node }) => (
                <Awaited key={node.id} row={node} />
              ))}
            </ol>
          )}
          {totalCount > edges.length && edges.length > 0 && (
            <p className={styles.more}>
              {first === SHOWN ? (
                <Button
                  size="small"
                  onClick={() => {
                    setFirst(2 * SHOWN);
                  }}
                >
                  <Trans>Xem thêm</Trans>
                </Button>
              ) : (
                <Trans>Còn {number(totalCount - edges.length)} việc nữa, hiện ra khi các việc trên đã xong.</Trans>
              )}
            </p>
          )}
        </Panel>
      )}
    </Answer>
  );
}

function Awaited({ row }: { readonly row: AwaitedRow }) {
  return (
    <li className={styles.row}>
      <div className={styles.what}>
        <p className={styles.label}>
          {row.label}
          {row.count > 1 && <span className={styles.count}>{number(row.count)}</span>}
        </p>
        <p className="secondary">{row.subject}</p>
        <p className="caption">
          {row.who ? (
            <Trans>
              {row.who} chờ từ {day(row.since)}
            </Trans>
          ) : (
            <Trans>Từ {day(row.since)}</Trans>
          )}
          {row.nudgedAt !== null && (
            <>
              {' · '}
              <Trans>được nhắc ngày {day(row.nudgedAt)}</Trans>
            </>
          )}
        </p>
      </div>
      <div className={styles.due}>
        {row.due ? (
          <StateMark tone={row.late ? 'late' : 'soon'} icon={row.late ? Warning : Clock}>
            {row.late ? <Trans>Quá hạn {deadline(row.due)}</Trans> : <Trans>Hạn {deadline(row.due)}</Trans>}
          </StateMark>
        ) : (
          <span className="caption">
            <Trans>Không có hạn</Trans>
          </span>
        )}
      </div>
      <LinkButton to={row.link}>
        <Trans>Mở</Trans>
        <span className="visually-hidden">
          {' '}
          {row.label}: {row.subject}
        </span>
      </LinkButton>
    </li>
  );
}
