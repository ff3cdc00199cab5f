import { Trans } from '@lingui/react/macro';
import { dayAndClock, deadline } from '../../../ui/format';
import { CircleHalf, Check, Circle, Clock } from '../../../ui/icons';
import { StateMark } from '../../../ui/state-mark';
import { type PublicContest } from '../contest.query';
import styles from './course.module.css';
import { usePhaseNames } from './phase-words';

/** The phases of a contest in their order: what is over, what is going on, what is to come. */
export function Course({ of, now }: { readonly of: Pick<PublicContest, 'phase' | 'phases'>; readonly now: Date }) {
  const names = usePhaseNames();
  const ordered = [...of.phases].sort((one, other) => one.startsAt.localeCompare(other.startsAt));
  const current = ordered.findIndex(({ kind }) => kind === of.phase);
  return (
    <ol className={styles.course}>
      {ordered.map(({ kind, startsAt, endsAt, enteredAt }, at) => (
        <li key={kind} aria-current={at === current ? 'step' : undefined}>
          <Where
            at={at}
            current={current}
            isOver={of.phase === 'ARCHIVED'}
            isDue={at === current + 1 && Date.parse(startsAt) <= now.getTime()}
          />
          <strong>{names[kind]}</strong>
          <span className="num secondary">
            <Trans>từ {dayAndClock(enteredAt ?? startsAt)}</Trans>
            {endsAt !== null && (
              <>
                {' '}
                <Trans>đến {deadline(endsAt)}</Trans>
              </>
            )}
          </span>
        </li>
      ))}
    </ol>
  );
}

interface WhereProps {
  readonly at: number;
  readonly current: number;
  readonly isOver: boolean;
  readonly isDue: boolean;
}

function Where({ at, current, isOver, isDue }: WhereProps) {
  if (isOver || at < current)
    return (
      <StateMark icon={Check}>
        <Trans>đã xong</Trans>
      </StateMark>
    );
  if (at === current)
    return (
      <StateMark tone="ink" icon={CircleHalf}>
        <Trans>đang diễn ra</Trans>
      </StateMark>
    );
  if (isDue)
    return (
      <StateMark tone="soon" icon={Clock}>
        <Trans>đến lúc chuyển</Trans>
      </StateMark>
    );
  return (
    <StateMark icon={Circle}>
      <Trans>sắp tới</Trans>
    </StateMark>
  );
}
