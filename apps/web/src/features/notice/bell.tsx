import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { withTexts } from '../../api/language';
import { useLive } from '../../api/ask';
import { number } from '../../ui/format';
import { Icon } from '../../ui/icon';
import { Bell as BellIcon } from '../../ui/icons';
import styles from './bell.module.css';
import { NoticeItem } from './notice-item';
import { NOTICES, NOTICES_LIVE } from './notices.query';
import { texts } from './texts';

const SHOWN = 5;

/** How many notices were not read, and the newest of them; it renews itself. */
export function Bell() {
  const [ready, setReady] = useState(false);
  useEffect(() => {
    void withTexts(texts).then(() => {
      setReady(true);
    });
  }, []);
  return ready ? <ReadyBell /> : <span className={styles.bell} />;
}

function ReadyBell() {
  const { t } = useLingui();
  const { data } = useLive(NOTICES, NOTICES_LIVE, { first: SHOWN, after: null, unread: true });
  const unread = data?.myNotices.totalCount ?? 0;
  return (
    <>
      <button type="button" className={styles.bell} popoverTarget="notices" aria-label={t`Thông báo chưa đọc: ${unread}`}>
        <Icon of={BellIcon} size={18} />
        {unread > 0 && (
          <span className={styles.count} aria-hidden="true">
            {unread > 99 ? '99+' : number(unread)}
          </span>
        )}
      </button>
      <div id="notices" popover="auto" className={styles.panel}>
        <div className={styles.head}>
          <h2>
            <Trans>Thông báo</Trans>
          </h2>
          <Link
            to="/notices"
            onClick={() => {
              document.getElementById('notices')?.hidePopover();
            }}
          >
            <Trans>Xem tất cả</Trans>
          </Link>
        </div>
        {unread === 0 ? (
          <p className={styles.none}>
            <Trans>Không có thông báo chưa đọc.</Trans>
          </p>
        ) : (
          <>
            <p className="visually-hidden">
              <Plural value={unread} one="# thông báo chưa đọc" other="# thông báo chưa đọc" />
            </p>
            <ul>
              {data?.myNotices.edges.map(({ node }) => (
                <NoticeItem key={node.id} notice={node} />
              ))}
            </ul>
          </>
        )}
      </div>
    </>
  );
}
