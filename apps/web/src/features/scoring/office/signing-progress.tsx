import { Trans, useLingui } from '@lingui/react/macro';
import { deadline, number } from '../../../ui/format';
import { Icon } from '../../../ui/icon';
import { Lock } from '../../../ui/icons';
import { Empty } from '../../../ui/note';
import { Panel } from '../../../ui/panel';
import { Tag } from '../../../ui/state-mark';
import { classes } from '../../../ui/classes';
import pips from '../card-state.module.css';
import { type JudgeLoad } from '../../jury/shared';
import { type OfficeRound } from './rounds.query';
import styles from './round.module.css';

/** So many ticks still read as single cards. */
const TICKS_MAX = 24;

/** How many cards are signed, by judge: counts alone, since anything more would be about sealed cards. */
export function SigningProgress({ round, judges }: { readonly round: OfficeRound; readonly judges: readonly JudgeLoad[] | undefined }) {
  const { progress, dueAt } = round;
  const busy = judges?.filter(({ load, seated }) => load > 0 || seated) ?? [];
  return (
    <Panel title={<Trans>Tiến độ ký</Trans>}>
      {progress && (
        <p className={styles.total}>
          <b className="num">{number(progress.signed)}</b>
          <span className="secondary">
            <Trans>trên {number(progress.due)} phiếu đã ký</Trans>
            {dueAt && (
              <>
                {' · '}
                <Trans>hạn {deadline(dueAt)}</Trans>
              </>
            )}
          </span>
        </p>
      )}
      {busy.length === 0 ? (
        <Empty title={<Trans>Chưa có giám khảo nào</Trans>} />
      ) : (
        <ul className={styles.judges}>
          {busy.map((one) => (
            <JudgeProgress key={one.judge.id} of={one} />
          ))}
        </ul>
      )}
      <p className={styles.sealed}>
        <Icon of={Lock} />
        <span className="caption">
          <Trans>Chỉ đếm phiếu đã ký, đến phút gần nhất. Điểm được niêm phong đến khi đóng vòng, kể cả với Phòng Nội vụ.</Trans>
        </span>
      </p>
    </Panel>
  );
}

function JudgeProgress({ of: { judge, available, seated, load, signed } }: { readonly of: JudgeLoad }) {
  const { t } = useLingui();
  return (
    <li>
      <span className={styles.judge}>
        {judge.fullName}{' '}
        {!seated ? (
          <Tag>
            <Trans>đã rời Ban Giám khảo</Trans>
          </Tag>
        ) : (
          !available && (
            <Tag tone="soon">
              <Trans>đang vắng</Trans>
            </Tag>
          )
        )}
      </span>
      <span className={pips.row} role="img" aria-label={t`Đã ký ${number(signed)} trên ${number(load)} phiếu`}>
        {load <= TICKS_MAX &&
          Array.from({ length: load }, (_, at) => <span key={at} className={classes(pips.pip, at < signed && pips.full)} />)}
      </span>
      <b className="num" aria-hidden="true">
        {number(signed)}/{number(load)}
      </b>
    </li>
  );
}
