import { Trans, useLingui } from '@lingui/react/macro';
import { classes } from '../../../ui/classes';
import { shortDay } from '../../../ui/format';
import { Panel } from '../../../ui/panel';
import { usePhaseNames } from '../parts/phase-words';
import styles from './year.module.css';
import { type ContestOfYear } from './year.query';

const DAY = 86_400_000;

interface Stretch {
  readonly kind: string;
  readonly from: number;
  /** Until the next one begins, or its own end; null where neither is set. */
  readonly to: number | null;
  readonly where: 'past' | 'now' | 'ahead';
}

/** The phases on one line in proportion to their length, with a mark for today. */
export function PhaseRuler({ of, now }: { readonly of: ContestOfYear; readonly now: Date }) {
  const { t } = useLingui();
  const names = usePhaseNames();
  const stretches = stretchesOf(of);
  if (stretches.length === 0) return null;
  const today = shortDay(now);
  const moved = of.decisions.filter(({ kind }) => kind === 'DATES_MOVED');
  return (
    <Panel title={<Trans>Các giai đoạn</Trans>}>
      <ol className={styles.ruler}>
        {stretches.map(({ kind, from, to, where }) => {
          const days = to === null ? 14 : Math.max(7, (to - from) / DAY);
          const part = to === null ? 0 : Math.min(100, Math.max(0, (100 * (now.getTime() - from)) / (to - from)));
          return (
            <li key={kind} className={styles[where]} style={{ flexGrow: days }} aria-current={where === 'now' ? 'step' : undefined}>
              <span className={styles.bar} aria-hidden="true">
                {where === 'now' && <span className={styles.done} style={{ width: `${String(part)}%` }} />}
              </span>
              <strong>{names[kind]}</strong>
              <span className="num caption">
                {shortDay(new Date(from))}
                {to !== null && ` – ${shortDay(new Date(to))}`}
              </span>
              <span className="caption">
                {where === 'past' ? t`đã xong` : where === 'now' ? t`đang diễn ra, hôm nay ${today}` : t`sắp tới`}
              </span>
            </li>
          );
        })}
      </ol>
      {moved.map(({ id, number, reason, takenAt }) => (
        <p key={id} className={classes('caption', styles.moved)}>
          <span className={styles.hatch} aria-hidden="true" />
          <Trans>
            Ngày được đổi theo {number} ngày {shortDay(takenAt)}: {reason}
          </Trans>
        </p>
      ))}
    </Panel>
  );
}

function stretchesOf({ phases, phase }: ContestOfYear): readonly Stretch[] {
  const sorted = phases.toSorted((one, other) => one.startsAt.localeCompare(other.startsAt));
  const current = sorted.findIndex(({ kind }) => kind === phase);
  return sorted.map(({ kind, startsAt, endsAt, enteredAt }, at) => {
    const end = endsAt ?? sorted[at + 1]?.startsAt;
    const isOver = phase === 'ARCHIVED' || at < current;
    return {
      kind,
      from: Date.parse(enteredAt ?? startsAt),
      to: end === undefined ? null : Date.parse(end),
      where: isOver ? 'past' : at === current ? 'now' : 'ahead',
    };
  });
}
