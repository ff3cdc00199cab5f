import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { errorAt } from '../../../ui/form';
import { dayAndClock, number } from '../../../ui/format';
import { MomentField } from '../../../ui/moment-field';
import { Panel } from '../../../ui/panel';
import { ActButton } from '../../../ui/act-button';
import { DRAW_ORDER, type OfficePanel } from './panel.query';
import { officeStyles as styles } from '../../jury/shared';

interface DrawProps {
  readonly panel: OfficePanel;
  readonly onDone: () => void;
}

/** The order is drawn by a seed that is kept and shown, so that anybody can draw the same again. */
export function DrawOrder({ panel: { id: roundId, draws, canDraw, whyNotDraw }, onDone }: DrawProps) {
  const [startsAt, setStartsAt] = useState<string | null>(null);
  const again = draws.length > 0;
  return (
    <>
      <ActButton
        of={DRAW_ORDER}
        kind={again ? 'secondary' : 'primary'}
        shut={canDraw ? false : 'why-not-draw'}
        title={again ? <Trans>Rút thăm lại thứ tự thuyết trình</Trans> : <Trans>Rút thăm thứ tự thuyết trình</Trans>}
        label={again ? <Trans>Rút thăm lại…</Trans> : <Trans>Rút thăm…</Trans>}
        act={again ? <Trans>Rút thăm lại</Trans> : <Trans>Rút thăm</Trans>}
        keep={<Trans>Không rút</Trans>}
        destructive={again}
        reason={again ? { label: <Trans>Lý do rút lại</Trans>, path: 'reason' } : undefined}
        input={(reason) => ({ roundId, startsAt, ...(again && { reason }) })}
        onDone={onDone}
      >
        {(refusal) => (
          <div className={styles.stack}>
            <p>
              <Trans>
                Thứ tự do hệ thống rút theo một số ngẫu nhiên; số ấy được giữ và công bố để ai cũng rút lại được đúng thứ tự này.
              </Trans>
            </p>
            <MomentField
              label={<Trans>Lượt đầu bắt đầu lúc</Trans>}
              name="startsAt"
              optional
              value={startsAt}
              error={errorAt(refusal, 'startsAt')}
              onChange={setStartsAt}
            />
          </div>
        )}
      </ActButton>
      {!canDraw && whyNotDraw && (
        <p id="why-not-draw" className="secondary">
          {whyNotDraw.message}
        </p>
      )}
    </>
  );
}

/** Every drawing with its seed; the last is in force. */
export function Draws({ draws }: Pick<OfficePanel, 'draws'>) {
  if (draws.length === 0) return null;
  return (
    <Panel flush title={<Trans>Các lần rút thăm</Trans>}>
      <ol>
        {draws.map(({ number: place, seed, drawnAt, reason, receiptNumbers }) => (
          <li key={place} className={styles.row}>
            <p>
              <b>
                <Trans>
                  Lần {number(place)}, số rút {String(seed)}
                </Trans>
              </b>{' '}
              <span className="secondary">{dayAndClock(drawnAt)}</span>
            </p>
            {reason && <p className={styles.said}>{reason}</p>}
            <p className="caption num">{receiptNumbers.join(' · ')}</p>
          </li>
        ))}
      </ol>
      <p className={`caption ${styles.under ?? ''}`}>
        <Trans>Xếp mã hồ sơ theo thứ tự chữ, xáo theo số rút thì ra đúng thứ tự trên.</Trans>
      </p>
    </Panel>
  );
}
