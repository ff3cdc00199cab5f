import { Trans } from '@lingui/react/macro';
import { useAsk } from '../../api/ask';
import { LinkButton } from '../../ui/button';
import { deadline, number } from '../../ui/format';
import { Answer, Empty } from '../../ui/note';
import { Panel } from '../../ui/panel';
import { ShareBar } from '../../ui/share-bar';
import styles from './awaited-list.module.css';
import { LED, type LedRow } from './led.query';

/** How far all is that whoever is signed in leads: counts, of cards by the minute. */
export function LedList() {
  const asked = useAsk(LED, {});
  return (
    <Answer of={asked} rows={3}>
      {({ led }) => (
        <Panel flush title={<Trans>Tiến độ những việc ông/bà chỉ đạo</Trans>}>
          {led.length === 0 ? (
            <Empty title={<Trans>Chưa có việc nào đang tiến hành</Trans>}>
              <p>
                <Trans>Khi có hồ sơ đang kiểm tra, vòng đang chấm hay kỳ đang nhận báo cáo, tiến độ hiện ở đây.</Trans>
              </p>
            </Empty>
          ) : (
            <ul role="list">
              {led.map((row) => (
                <Led key={row.id} row={row} />
              ))}
            </ul>
          )}
        </Panel>
      )}
    </Answer>
  );
}

function Led({ row: { label, subject, done, whole, due, link } }: { readonly row: LedRow }) {
  return (
    <li className={styles.row}>
      <div className={styles.what}>
        <p className={styles.label}>{label}</p>
        <p className="secondary">{subject}</p>
        {due !== null && (
          <p className="caption">
            <Trans>Hạn {deadline(due)}</Trans>
          </p>
        )}
      </div>
      <div className={styles.share}>
        <ShareBar part={done} whole={whole} />
        <span className="num">
          <Trans>
            {number(done)} trên {number(whole)}
          </Trans>
        </span>
      </div>
      <LinkButton to={link}>
        <Trans>Xem</Trans>
        <span className="visually-hidden">
          {' '}
          {label}: {subject}
        </span>
      </LinkButton>
    </li>
  );
}
