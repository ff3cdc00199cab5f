import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode } from 'react';
import { clock, number } from '../../../ui/format';
import { Check, Circle, Clock, Send, Sign } from '../../../ui/icons';
import { Panel } from '../../../ui/panel';
import { StateMark } from '../../../ui/state-mark';
import table from '../../../ui/table.module.css';
import presentation from '../presentation.module.css';
import { RoomClock } from '../room-clock';
import { ActButton } from '../../../ui/act-button';
import { END_SLOT, type OfficePanel, SKIP_SLOT, START_SLOT, type Slot } from './panel.query';
import { officeStyles as styles } from '../../jury/shared';

interface SlotProps {
  readonly slot: Slot;
  readonly onDone: () => void;
}

/** Who presents now, how long still, and which of their judges have signed. */
export function NowPresenting({ panel, said, slot, onDone }: SlotProps & { readonly panel: OfficePanel; readonly said: string }) {
  const { t } = useLingui();
  return (
    <section className={presentation.now} aria-label={t`Đang thuyết trình`}>
      <div>
        <p className="secondary">
          <Trans>
            Đang thuyết trình, lượt {number(slot.place)} / {number(panel.slots.length)}
          </Trans>{' '}
          · <span className="num no-break">{slot.initiative.receiptNumber}</span>
        </p>
        <h2>{slot.initiative.title}</h2>
      </div>
      <RoomClock order={panel} said={said} />
      <div className={presentation.acts}>
        <ul className={styles.tags}>
          {slot.judges.map(({ judge: { id, fullName }, signed }) => (
            <li key={id}>
              <StateMark tone={signed ? 'done' : 'plain'} icon={signed ? Sign : Circle}>
                {fullName}: {signed ? <Trans>đã ký</Trans> : <Trans>chưa ký</Trans>}
              </StateMark>
            </li>
          ))}
        </ul>
        <End slot={slot} onDone={onDone} />
      </div>
    </section>
  );
}

/** The order: who has presented, who does, who comes, and what can be done about each. */
export function Slots({ slots, onDone }: { readonly slots: readonly Slot[]; readonly onDone: () => void }) {
  const { t } = useLingui();
  return (
    <Panel flush title={<Trans>Thứ tự thuyết trình</Trans>}>
      <div className={presentation.frame} tabIndex={0} role="region" aria-label={t`Thứ tự thuyết trình`}>
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col" className={table.number}>
                <Trans>Lượt</Trans>
              </th>
              <th scope="col">
                <Trans>Sáng kiến</Trans>
              </th>
              <th scope="col">
                <Trans>Trạng thái</Trans>
              </th>
              <th scope="col">
                <Trans>Phiếu đã ký</Trans>
              </th>
              <th scope="col">
                <Trans>Việc tiếp theo</Trans>
              </th>
            </tr>
          </thead>
          <tbody>
            {slots.map((slot) => (
              <SlotRow key={slot.id} slot={slot} onDone={onDone} />
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}

function SlotRow({ slot, onDone }: SlotProps) {
  const { place, drawnPlace, plannedAt, skipReason, judges, state } = slot;
  const { title, receiptNumber } = slot.initiative;
  return (
    <tr aria-current={state === 'PRESENTING' ? 'step' : undefined}>
      <td className={table.number}>{number(place)}</td>
      <th scope="row">
        {title}
        <span className={styles.about}>
          <span className="num no-break">{receiptNumber}</span>
          {plannedAt && (
            <>
              {' '}
              · <Trans>dự kiến {clock(plannedAt)}</Trans>
            </>
          )}
          {drawnPlace !== null && drawnPlace !== place && (
            <>
              {' '}
              · <Trans>rút được lượt {number(drawnPlace)}</Trans>
            </>
          )}
        </span>
        {skipReason && <span className={styles.about}>{skipReason}</span>}
      </th>
      <td>
        <SlotState slot={slot} />
      </td>
      <td className="num">
        {number(judges.filter(({ signed }) => signed).length)}/{number(judges.length)}
      </td>
      <td>
        <div className={styles.acts}>
          {slot.canStart && <Start slot={slot} onDone={onDone} />}
          {slot.canSkip && <Skip slot={slot} onDone={onDone} />}
        </div>
      </td>
    </tr>
  );
}

function SlotState({ slot: { state, eligible, startedAt, endedAt } }: { readonly slot: Slot }): ReactNode {
  if (!eligible) {
    return (
      <StateMark>
        <Trans>không còn dự thi</Trans>
      </StateMark>
    );
  }
  switch (state) {
    case 'WAITING':
      return (
        <StateMark icon={Clock}>
          <Trans>chờ đến lượt</Trans>
        </StateMark>
      );
    case 'PRESENTING':
      return (
        <StateMark tone="ink" icon={Send}>
          <Trans>đang thuyết trình</Trans>
        </StateMark>
      );
    case 'PRESENTED':
      return (
        <>
          <StateMark tone="done" icon={Check}>
            <Trans>đã thuyết trình</Trans>
          </StateMark>
          {startedAt && endedAt && (
            <span className={styles.about}>
              {clock(startedAt)} – {clock(endedAt)}
            </span>
          )}
        </>
      );
  }
}

function Start({ slot: { id, version, initiative }, onDone }: SlotProps) {
  const { receiptNumber, title } = initiative;
  const { t } = useLingui();
  return (
    <ActButton
      of={START_SLOT}
      kind="primary"
      size="small"
      name={t`Bắt đầu lượt ${receiptNumber}`}
      title={<Trans>Bắt đầu lượt {receiptNumber}</Trans>}
      label={<Trans>Bắt đầu…</Trans>}
      act={<Trans>Bắt đầu tính giờ</Trans>}
      keep={<Trans>Chưa bắt đầu</Trans>}
      destructive={false}
      input={() => ({ slotId: id, version })}
      onDone={onDone}
    >
      <p>
        <b>{title}</b>
      </p>
      <p>
        <Trans>Đồng hồ chạy ngay, trên màn hình chiếu và trên máy của mọi giám khảo.</Trans>
      </p>
    </ActButton>
  );
}

function End({ slot: { id, version, initiative, canEnd }, onDone }: SlotProps) {
  const { receiptNumber } = initiative;
  if (!canEnd) return null;
  return (
    <ActButton
      of={END_SLOT}
      kind="primary"
      title={<Trans>Kết thúc lượt {receiptNumber}</Trans>}
      label={<Trans>Kết thúc lượt này…</Trans>}
      act={<Trans>Kết thúc lượt</Trans>}
      keep={<Trans>Chưa kết thúc</Trans>}
      destructive={false}
      input={() => ({ slotId: id, version })}
      onDone={onDone}
    >
      <p>
        <Trans>Lượt tiếp theo bắt đầu được ngay sau đó. Giám khảo vẫn chấm tiếp phiếu của lượt này.</Trans>
      </p>
    </ActButton>
  );
}

function Skip({ slot: { id, version, initiative }, onDone }: SlotProps) {
  const { receiptNumber, title } = initiative;
  const { t } = useLingui();
  return (
    <ActButton
      of={SKIP_SLOT}
      size="small"
      name={t`Vắng, chuyển xuống cuối lượt ${receiptNumber}`}
      title={<Trans>Chuyển lượt {receiptNumber} xuống cuối</Trans>}
      label={<Trans>Vắng, chuyển xuống cuối…</Trans>}
      act={<Trans>Chuyển xuống cuối</Trans>}
      keep={<Trans>Giữ lượt</Trans>}
      reason={{ label: <Trans>Lý do</Trans>, path: 'reason' }}
      input={(reason) => ({ slotId: id, version, reason })}
      onDone={onDone}
    >
      <p>
        <b>{title}</b>
      </p>
    </ActButton>
  );
}
