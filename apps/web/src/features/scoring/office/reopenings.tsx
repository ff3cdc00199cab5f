import { Trans, useLingui } from '@lingui/react/macro';
import { useWhole } from '../../../api/ask-whole';
import { ExportButton } from '../../../ui/export-button';
import { dayAndClock } from '../../../ui/format';
import { Check, Clock, Close, Door } from '../../../ui/icons';
import { Panel } from '../../../ui/panel';
import { StateMark } from '../../../ui/state-mark';
import { ActButton } from '../../../ui/act-button';
import { WITHDRAW_REOPENING } from '../cards.query';
import { APPROVE_REOPENING, type OfficeReopening, REFUSE_REOPENING, REOPENINGS } from './reopenings.query';
import { useAgainWhen } from './use-again-when';
import { officeStyles as styles } from '../../jury/shared';

interface OfInitiativeProps {
  readonly roundId: string;
  readonly initiativeId: string;
  /** How many wait: they are asked for anew when that changes. */
  readonly waiting: number;
  readonly onChange: () => void;
}

/** Those of one initiative, asked for where it is opened. */
export function ReopeningsOfInitiative({ roundId, initiativeId, waiting, onChange }: OfInitiativeProps) {
  const asked = useWhole(REOPENINGS, { roundId }, 'reopenings');
  useAgainWhen(waiting, asked.again);
  const all = asked.data?.reopenings.edges.map(({ node }) => node) ?? [];
  return (
    <Reopenings
      rows={all.filter(({ initiative }) => initiative.id === initiativeId)}
      onChange={() => {
        asked.again();
        onChange();
      }}
    />
  );
}

interface ReopeningsProps {
  readonly rows: readonly OfficeReopening[];
  readonly onChange: () => void;
}

/** Signed cards that are to be marked anew: who asks and why, and the second person's word. */
export function Reopenings({ rows, onChange }: ReopeningsProps) {
  const [first] = rows;
  if (!first) return null;
  return (
    <Panel
      flush
      title={<Trans>Yêu cầu mở lại phiếu đã ký</Trans>}
      side={<ExportButton list="reopenings" filter={{ roundId: first.roundId }} />}
    >
      <ul>
        {rows.map((row) => (
          <li key={row.id} className={styles.row}>
            <p>
              <b>{row.judge.fullName}</b> · <span className="num no-break">{row.initiative.receiptNumber}</span> {row.initiative.title}
            </p>
            <p className={styles.said}>{row.reason}</p>
            <p className={styles.tags}>
              <Decided of={row} />
              <span className="caption">
                <Trans>
                  {row.requestedByName} xin lúc {dayAndClock(row.requestedAt)}
                </Trans>
              </span>
            </p>
            {row.decisionReason && <p className={styles.said}>{row.decisionReason}</p>}
            {row.state === 'REQUESTED' && <Decide of={row} onDone={onChange} />}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Decided({ of: { state, decidedByName, decidedAt } }: { readonly of: OfficeReopening }) {
  const by = decidedByName && decidedAt ? `, ${decidedByName}, ${dayAndClock(decidedAt)}` : '';
  return (
    <>
      {state === 'REQUESTED' && (
        <StateMark tone="soon" icon={Clock}>
          <Trans>chờ quyết định</Trans>
        </StateMark>
      )}
      {state === 'APPROVED' && (
        <StateMark tone="done" icon={Check}>
          <Trans>đã cho mở lại{by}</Trans>
        </StateMark>
      )}
      {state === 'REFUSED' && (
        <StateMark icon={Close}>
          <Trans>không cho mở lại{by}</Trans>
        </StateMark>
      )}
      {state === 'WITHDRAWN' && (
        <StateMark icon={Door}>
          <Trans>đã rút yêu cầu</Trans>
        </StateMark>
      )}
    </>
  );
}

function Decide({ of, onDone }: { readonly of: OfficeReopening; readonly onDone: () => void }) {
  const { t } = useLingui();
  const { id, version, canDecide, canWithdraw, whyNotDecide } = of;
  const { receiptNumber } = of.initiative;
  const { fullName: judgeName } = of.judge;
  const why = `why-not-decide-${id}`;
  const shut = canDecide ? false : whyNotDecide ? why : true;
  return (
    <div className={styles.acts}>
      {canWithdraw && (
        <ActButton
          of={WITHDRAW_REOPENING}
          size="small"
          name={t`Rút yêu cầu mở lại phiếu ${receiptNumber} của ${judgeName}`}
          title={<Trans>Rút yêu cầu mở lại phiếu {receiptNumber}</Trans>}
          label={<Trans>Rút yêu cầu…</Trans>}
          act={<Trans>Rút yêu cầu</Trans>}
          keep={<Trans>Giữ yêu cầu</Trans>}
          destructive={false}
          input={() => ({ reopeningId: id, version })}
          onDone={onDone}
        >
          <p>
            <Trans>Phiếu giữ như đã ký; người thứ hai không còn gì để quyết định.</Trans>
          </p>
        </ActButton>
      )}
      {!canDecide && whyNotDecide && (
        <p id={why} className="caption">
          {whyNotDecide.message}
        </p>
      )}
      <ActButton
        of={APPROVE_REOPENING}
        size="small"
        shut={shut}
        name={t`Cho mở lại phiếu ${receiptNumber} của ${judgeName}`}
        title={<Trans>Cho mở lại phiếu {receiptNumber}</Trans>}
        label={<Trans>Cho mở lại…</Trans>}
        act={<Trans>Cho mở lại phiếu</Trans>}
        keep={<Trans>Chưa quyết định</Trans>}
        destructive={false}
        input={() => ({ reopeningId: id, version })}
        onDone={onDone}
      >
        <p>
          <Trans>Phiếu của {judgeName} trở lại thành nháp và phải ký lại; bản đã ký được giữ.</Trans>
        </p>
      </ActButton>
      <ActButton
        of={REFUSE_REOPENING}
        size="small"
        shut={shut}
        name={t`Không cho ${judgeName} mở lại phiếu ${receiptNumber}`}
        title={<Trans>Không cho mở lại phiếu {receiptNumber}</Trans>}
        label={<Trans>Không cho…</Trans>}
        act={<Trans>Không cho mở lại</Trans>}
        keep={<Trans>Chưa quyết định</Trans>}
        destructive={false}
        reason={{ label: <Trans>Lý do</Trans>, path: 'reason' }}
        input={(reason) => ({ reopeningId: id, version, reason })}
        onDone={onDone}
      >
        <p>
          <Trans>Phiếu giữ như đã ký; {judgeName} nhận thông báo kèm lý do.</Trans>
        </p>
      </ActButton>
    </div>
  );
}
