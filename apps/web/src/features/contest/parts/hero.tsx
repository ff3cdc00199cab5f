import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { LinkButton } from '../../../ui/button';
import { longDeadline, named } from '../../../ui/format';
import { useServerClock } from '../../../ui/server-clock';
import { DemoMark } from '../../../ui/state-mark';
import { spanOf, timeLeft } from '../contest-year';
import { type HomeContest } from '../public-home.query';
import styles from './hero.module.css';
import { usePhaseWords } from './phase-words';
import { Ruler } from './ruler';

/** The contest of the year: where it stands, what one can do, and how long for. */
export function Hero({ contest, serverTime }: { readonly contest: HomeContest; readonly serverTime: string }) {
  const now = useServerClock(serverTime);
  const words = usePhaseWords(contest.phase, contest.year);
  const span = spanOf(contest);
  const open = contest.phase === 'OPEN';
  return (
    <section className={styles.band} aria-labelledby="contest-of-the-year">
      <div className={styles.inner}>
        <div className={styles.columns}>
          <div>
            <p className={styles.kicker}>
              {words.going} {contest.illustrative && <DemoMark />}
            </p>
            <h1 id="contest-of-the-year" tabIndex={-1}>
              <Trans>Tìm&nbsp;kiếm sáng&nbsp;kiến, giải&nbsp;pháp về cải&nbsp;cách hành&nbsp;chính</Trans>
            </h1>
            <p className={styles.now}>{words.now}</p>
            <p className={styles.host}>
              <Trans>Đơn vị tổ chức: {named(contest.host)}</Trans>
            </p>
            <p className={styles.acts}>
              {open && (
                <LinkButton to="/initiatives" size="large" className={styles.primary}>
                  <Trans>Gửi sáng kiến</Trans>
                </LinkButton>
              )}
              <LinkButton
                to="/contests/$contestId"
                params={{ contestId: contest.id }}
                size="large"
                className={open ? styles.secondary : styles.primary}
              >
                <Trans>Thể lệ và cách chấm</Trans>
              </LinkButton>
            </p>
          </div>
          {span?.to && <Countdown until={span.to} now={now} left={words.left} isDeadline={span.isDeadline} />}
        </div>
        {span?.to && <Ruler from={span.from} to={span.to} now={now} ends={words.ends} />}
      </div>
    </section>
  );
}

interface CountdownProps {
  readonly until: string;
  readonly now: Date;
  readonly left: string;
  readonly isDeadline: boolean;
}

/** Steps by the minute and is not announced: the moment itself stands under it. */
function Countdown({ until, now, left, isDeadline }: CountdownProps) {
  const rest = timeLeft(now, until);
  const at = longDeadline(until);
  return (
    <div className={styles.count}>
      <p>{rest ? left : isDeadline ? <Trans>Đã hết hạn nộp</Trans> : <Trans>Sắp chuyển giai đoạn</Trans>}</p>
      {rest && <Rest {...rest} />}
      <p>
        <Trans>
          đến <strong className="num no-break">{at}</strong>
        </Trans>
      </p>
    </div>
  );
}

function Rest({ days, hours, minutes }: { readonly days: number; readonly hours: number; readonly minutes: number }) {
  const { t } = useLingui();
  const small = days > 0 ? t`${hours} giờ ${minutes} phút` : t`${minutes} phút`;
  const big = days > 0 ? days : hours > 0 ? hours : minutes;
  return (
    <p className={styles.rest}>
      <strong>{big}</strong>
      <span>
        {days > 0 ? (
          <Plural value={days} one="ngày" other="ngày" />
        ) : hours > 0 ? (
          <Plural value={hours} one="giờ" other="giờ" />
        ) : (
          <Plural value={minutes} one="phút" other="phút" />
        )}
      </span>
      {(days > 0 || hours > 0) && <small>{small}</small>}
    </p>
  );
}

/** Between two contests. */
export function QuietHero({ last }: { readonly last: HomeContest | null }) {
  return (
    <section className={styles.band} aria-labelledby="contest-of-the-year">
      <div className={styles.inner}>
        <p className={styles.kicker}>
          <Trans>Hiện chưa có cuộc thi nào đang diễn ra</Trans>
        </p>
        <h1 id="contest-of-the-year" tabIndex={-1}>
          <Trans>Tìm&nbsp;kiếm sáng&nbsp;kiến, giải&nbsp;pháp về cải&nbsp;cách hành&nbsp;chính</Trans>
        </h1>
        <p className={styles.now}>
          <Trans>
            Khi có cuộc thi mới, thời gian nhận hồ sơ, thể lệ và cách chấm được công bố tại đây. Kết quả các năm trước vẫn tra cứu được.
          </Trans>
        </p>
        <p className={styles.acts}>
          <LinkButton to="/winners" size="large" className={styles.primary}>
            <Trans>Kết quả các năm</Trans>
          </LinkButton>
          {last && (
            <LinkButton to="/contests/$contestId" params={{ contestId: last.id }} size="large" className={styles.secondary}>
              <Trans>Cuộc thi năm {last.year}</Trans>
            </LinkButton>
          )}
        </p>
      </div>
    </section>
  );
}
