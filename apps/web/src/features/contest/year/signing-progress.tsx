import { Trans, useLingui } from '@lingui/react/macro';
import { deadline, named, number } from '../../../ui/format';
import { Icon } from '../../../ui/icon';
import { Lock } from '../../../ui/icons';
import { Panel } from '../../../ui/panel';
import { ShareBar } from '../../../ui/share-bar';
import styles from './year.module.css';
import { type JudgeOfYear, type RoundOfYear } from './year.query';

/** How many cards are signed, by judge; nothing from which a score could be guessed. */
export function SigningProgress({ round, judges }: { readonly round: RoundOfYear; readonly judges: readonly JudgeOfYear[] }) {
  const { t } = useLingui();
  const { progress } = round;
  const withCards = judges.filter(({ load }) => load > 0);
  const name = named(round);
  return (
    <Panel title={t`Tiến độ ký, ${name}`}>
      {progress && (
        <p>
          <strong className={styles.figure}>{number(progress.signed)}</strong> <Trans>trên {number(progress.due)} phiếu đã ký</Trans>
          {round.dueAt !== null && (
            <>
              {' · '}
              <Trans>hạn {deadline(round.dueAt)}</Trans>
            </>
          )}
        </p>
      )}
      <ul className={styles.judges}>
        {withCards.map(({ judge: { id, fullName }, load, signed }) => (
          <li key={id}>
            <span>{fullName}</span>
            <ShareBar part={signed} whole={load} />
            <span className="num">
              {number(signed)}/{number(load)}
            </span>
          </li>
        ))}
      </ul>
      <p className={styles.sealed}>
        <Icon of={Lock} />
        <span className="caption">
          <Trans>Chỉ đếm phiếu đã ký. Điểm được niêm phong cho đến khi đóng vòng, kể cả với Phòng Nội vụ.</Trans>
        </span>
      </p>
    </Panel>
  );
}
