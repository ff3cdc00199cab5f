import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import { LinkButton } from '../../../ui/button';
import { classes } from '../../../ui/classes';
import { day, shortDay } from '../../../ui/format';
import { Circle, Clock, Warning } from '../../../ui/icons';
import { Empty } from '../../../ui/note';
import { NudgeButton } from '../../../ui/nudge-button';
import { Panel } from '../../../ui/panel';
import { Segments } from '../../../ui/segments';
import { StateMark } from '../../../ui/state-mark';
import cards from '../../../ui/table.module.css';
import { type Wait } from './waits';
import styles from './year.module.css';

type Shown = 'all' | 'late' | 'mine';

interface WhoWaitsProps {
  readonly of: readonly Wait[];
  readonly now: Date;
  readonly onNudged: () => void;
}

/** Each open matter: who holds it, who waits, since when, until when, and where to go. */
export function WhoWaits({ of, now, onNudged }: WhoWaitsProps) {
  const { t } = useLingui();
  const [shown, show] = useState<Shown>('all');
  const late = of.filter(({ isLate }) => isLate);
  const mine = of.filter(({ isMine }) => isMine);
  const rows = shown === 'late' ? late : shown === 'mine' ? mine : of;
  const counts = { all: of.length, late: late.length, mine: mine.length };
  return (
    <Panel
      flush
      title={<Trans>Ai đang chờ ai</Trans>}
      side={
        <Segments<Shown>
          label={t`Lọc việc đang chờ`}
          value={shown}
          onChange={show}
          choices={[
            { value: 'all', label: t`Tất cả ${counts.all}` },
            { value: 'late', label: t`Trễ hạn ${counts.late}` },
            { value: 'mine', label: t`Tôi làm ${counts.mine}` },
          ]}
        />
      }
    >
      {rows.length === 0 ? (
        <Empty title={<Trans>Không có việc nào đang chờ</Trans>} />
      ) : (
        <div className={styles.frame} tabIndex={0} role="region" aria-label={t`Ai đang chờ ai`}>
          <table className={classes(styles.table, cards.cards)}>
            <thead>
              <tr>
                <th scope="col">{t`Việc`}</th>
                <th scope="col">{t`Đang ở chỗ`}</th>
                <th scope="col">{t`Đang chờ`}</th>
                <th scope="col">{t`Hạn`}</th>
                <th scope="col">
                  <span className="visually-hidden">{t`Mở`}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((wait) => (
                <tr key={wait.key}>
                  <th scope="row">
                    <p>{wait.label}</p>
                    {wait.detail !== '' && <p className="caption">{wait.detail}</p>}
                  </th>
                  <td>
                    <CardHead>{t`Đang ở chỗ`}</CardHead>
                    {wait.holder}
                  </td>
                  <td>
                    <CardHead>{t`Đang chờ`}</CardHead>
                    <p>{wait.waiter}</p>
                    {wait.since !== null && (
                      <p className="caption">
                        <Trans>từ {shortDay(wait.since)}</Trans>
                      </p>
                    )}
                  </td>
                  <td>
                    <CardHead>{t`Hạn`}</CardHead>
                    <Due wait={wait} now={now} />
                  </td>
                  <td>
                    {wait.nudge && <NudgeButton of={wait.nudge} holder={wait.holder} now={now} onNudged={onNudged} />}
                    <LinkButton size="small" to={wait.link}>
                      <Trans>Xem</Trans>
                      <span className="visually-hidden">
                        {' '}
                        {wait.label}, {wait.holder}
                      </span>
                    </LinkButton>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Panel>
  );
}

/** On a phone each thing that waits is a card, every cell under the name of its column. */
const CardHead = ({ children }: { readonly children: ReactNode }) => (
  <span className={cards.cardHead} aria-hidden="true">
    {children}
  </span>
);

const DAY = 86_400_000;

function Due({ wait: { due, isLate }, now }: { readonly wait: Wait; readonly now: Date }) {
  const { t } = useLingui();
  if (due === null) return <>–</>;
  const days = Math.floor((now.getTime() - Date.parse(due)) / DAY);
  if (isLate)
    return (
      <StateMark tone="late" icon={Warning}>
        {days < 1 ? t`trễ hạn hôm nay` : t`trễ ${days} ngày`}
      </StateMark>
    );
  const isToday = day(due) === day(now);
  return (
    <StateMark tone={isToday ? 'soon' : 'plain'} icon={isToday ? Clock : Circle}>
      {isToday ? t`hôm nay` : shortDay(due)}
    </StateMark>
  );
}
