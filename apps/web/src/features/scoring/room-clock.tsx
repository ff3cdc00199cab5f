import { Trans } from '@lingui/react/macro';
import { useEffect, useState } from 'react';
import { classes } from '../../ui/classes';
import { clock } from '../../ui/format';
import { type PresentationOrder } from './presentation.query';
import styles from './presentation.module.css';

/** How long whoever presents may go on, by the server's clock; said in words as well, since nobody in the room looks at the same screen. */
export function RoomClock({
  order,
  said,
  size = 'large',
}: {
  readonly order: Pick<PresentationOrder, 'presentingUntil' | 'questionsUntil'>;
  /** The server's time, as it was told last. */
  readonly said: string;
  readonly size?: 'small' | 'large' | 'huge';
}) {
  const now = useSeconds(said);
  const { presentingUntil, questionsUntil } = order;
  if (!presentingUntil || !questionsUntil) return null;
  const presenting = Date.parse(presentingUntil) - now;
  const asking = Date.parse(questionsUntil) - now;
  const over = asking <= 0;
  return (
    <p
      className={classes(size === 'small' ? styles.small : styles.clock, size === 'huge' && styles.huge, over && styles.over)}
      role="timer"
      aria-live="off"
    >
      <b className="num">{minutesOf(over ? -asking : presenting > 0 ? presenting : asking)}</b>
      <span>
        {presenting > 0 ? (
          <Trans>còn để thuyết trình, đến {clock(presentingUntil)}</Trans>
        ) : over ? (
          <Trans>quá giờ từ {clock(questionsUntil)}</Trans>
        ) : (
          <Trans>còn để hỏi đáp, đến {clock(questionsUntil)}</Trans>
        )}
      </span>
    </p>
  );
}

/** `06:12` */
function minutesOf(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000);
  return `${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`;
}

/** The server's time in milliseconds, second by second; the reader's own clock may be wrong, how long ago the server spoke is not. */
function useSeconds(said: string): number {
  const [now, setNow] = useState(Date.parse(said));
  useEffect(() => {
    const heard = performance.now();
    const step = () => {
      setNow(Date.parse(said) + performance.now() - heard);
    };
    step();
    const timer = setInterval(step, 1000);
    return () => {
      clearInterval(timer);
    };
  }, [said]);
  return now;
}
