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
        <p className="caption">
          {dayAndClock(notice.createdAt)}
          <MailWord notice={notice} />
        </p>
      </div>
      {notice.readAt === null && (
        <Button size="small" busy={mark.busy} onClick={read}>
          <Trans>Đã đọc</Trans>
        </Button>
      )}
    </li>
  );
}

/** How it went by mail; nothing where it did not. */
function MailWord({ notice: { mailState, mailedAt } }: { readonly notice: NoticeRow }) {
  if (mailState === 'SENT' && mailedAt) {
    return (
      <Trans>
        {' · đã gửi thư '}
        {dayAndClock(mailedAt)}
      </Trans>
    );
  }
  if (mailState === 'WAITING') return <Trans> · thư đang chờ gửi</Trans>;
  if (mailState === 'DAILY') return <Trans> · sẽ gộp vào thư trong ngày</Trans>;
  if (mailState === 'FAILED') return <Trans> · không gửi được thư</Trans>;
  return null;
}
