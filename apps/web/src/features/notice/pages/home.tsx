import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { type ResultOf, graphql } from '../../../api/graphql';
import { useLive } from '../../../api/ask';
import { useMe } from '../../../api/session';
import { Bar } from '../../../ui/bar';
import { LinkButton } from '../../../ui/button';
import { day, deadline, number } from '../../../ui/format';
import { Clock, Warning } from '../../../ui/icons';
import { Answer, Empty } from '../../../ui/note';
import { PageHead, Panel } from '../../../ui/panel';
import { StateMark } from '../../../ui/state-mark';
import styles from './home.module.css';

const awaitedRow = graphql(`
  fragment AwaitedRow on Awaited {
    id
    kind
    label
    subject
    since
    due
    late
    who
    count
    link
  }
`);

const AWAITING = graphql(
  `
    query Awaiting($first: Int!) {
      awaiting(first: $first) {
        totalCount
        edges {
          node {
            ...AwaitedRow
          }
        }
      }
    }
  `,
  [awaitedRow],
);

const AWAITING_LIVE = graphql(
  `
    subscription AwaitingLive($first: Int!) {
      awaiting(first: $first) {
        totalCount
        edges {
          node {
            ...AwaitedRow
          }
        }
      }
    }
  `,
  [awaitedRow],
);

type AwaitedRow = ResultOf<typeof awaitedRow>;

/** What waits for whoever is signed in, the nearest deadline first. */
export function Page() {
  const { t } = useLingui();
  const { person } = useMe();
  const asked = useLive(AWAITING, AWAITING_LIVE, { first: 50 });
  return (
    <>
      <Bar crumbs={[{ label: t`Việc của tôi` }]} />
      <PageHead title={t`Việc của tôi`}>{person.fullName}</PageHead>
      <Answer of={asked}>
        {({ awaiting: { totalCount, edges } }) => (
          <Panel flush title={<Plural value={totalCount} _0="Không có việc nào đang chờ" one="# việc đang chờ" other="# việc đang chờ" />}>
            {edges.length === 0 ? (
              <Empty title={<Trans>Chưa có việc nào chờ ông/bà</Trans>}>
                <p>
                  <Trans>Khi có hồ sơ, phiếu chấm hay báo cáo đến lượt, việc ấy hiện ở đây kèm hạn và người đang chờ.</Trans>
                </p>
              </Empty>
            ) : (
              <ol className={styles.list}>
                {edges.map(({ node }) => (
                  <Awaited key={node.id} row={node} />
                ))}
              </ol>
            )}
          </Panel>
        )}
      </Answer>
    </>
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
      <LinkButton to={row.link} aria-label={`${row.label}: ${row.subject}`}>
        <Trans>Mở</Trans>
      </LinkButton>
    </li>
  );
}
