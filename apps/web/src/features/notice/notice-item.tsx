import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useAct } from '../../api/act';
import { Button } from '../../ui/button';
import { classes } from '../../ui/classes';
import { dayAndClock } from '../../ui/format';
import { MARK_READ, type NoticeRow } from './notices.query';
import styles from './notice-item.module.css';

/** What happened, when, and where to go on; going there marks it read. */
export function NoticeItem({ notice }: { readonly notice: NoticeRow }) {
  const mark = useAct(MARK_READ);
  const read = () => {
    if (notice.readAt === null) void mark.run({ noticeId: notice.id });
  };
  return (
    <li className={classes(styles.item, notice.readAt === null && styles.unread)}>
      <div className={styles.words}>
        <Link
          to={notice.link}
          onClick={() => {
            read();
            document.getElementById('notices')?.hidePopover();
          }}
        >
          {notice.subject}
        </Link>
        <p className={styles.text}>{notice.text}</p>
        <p className="caption">{dayAndClock(notice.createdAt)}</p>
      </div>
      {notice.readAt === null && (
        <Button size="small" busy={mark.busy} onClick={read}>
          <Trans>Đã đọc</Trans>
        </Button>
      )}
    </li>
  );
}
