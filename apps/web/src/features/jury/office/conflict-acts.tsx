import { Trans } from '@lingui/react/macro';
import { ActButton } from '../../../ui/act-button';
import { CONFIRM_CONFLICT, LIFT_CONFLICT, type OfficeConflict, PIN_CONFLICT, REFUSE_CONFLICT, WITHDRAW_CONFLICT } from './conflicts.query';
import styles from './office.module.css';

interface ActsProps {
  readonly conflict: OfficeConflict;
  readonly onDone: () => void;
}

/** What one may do about a conflict, as the server says. */
export function ConflictActs({ conflict, onDone }: ActsProps) {
  const { canDecide, canLift, canPin, canWithdraw } = conflict;
  if (!canDecide && !canLift && !canPin && !canWithdraw) return null;
  return (
    <div className={styles.acts}>
      {canDecide && <Decide {...{ conflict, onDone }} />}
      {canPin && <Pin {...{ conflict, onDone }} />}
      {canLift && <Lift {...{ conflict, onDone }} />}
      {canWithdraw && <Withdraw {...{ conflict, onDone }} />}
    </div>
  );
}

const inputOf =
  ({ id, version }: OfficeConflict) =>
  (reason: string) => ({ conflictId: id, version, reason });

const REASON = { label: <Trans>Lý do</Trans>, path: 'reason' };

function Between({ conflict: { person, initiative } }: { readonly conflict: OfficeConflict }) {
  return (
    <p>
      <b>{person.fullName}</b> · <span className="num no-break">{initiative.receiptNumber}</span> {initiative.title}
    </p>
  );
}

function Decide({ conflict, onDone }: ActsProps) {
  const asking = {
    reason: REASON,
    input: inputOf(conflict),
    size: 'small',
    destructive: false,
    keep: <Trans>Chưa quyết định</Trans>,
  } as const;
  return (
    <>
      <ActButton
        {...asking}
        of={CONFIRM_CONFLICT}
        title={<Trans>Xác nhận xung đột lợi ích</Trans>}
        label={<Trans>Xác nhận…</Trans>}
        act={<Trans>Xác nhận xung đột</Trans>}
        onDone={onDone}
      >
        <Between conflict={conflict} />
        <p>
          <Trans>Xác nhận thì đề xuất có hiệu lực ngay, và người này không chấm sáng kiến ấy.</Trans>
        </p>
      </ActButton>
      <ActButton
        {...asking}
        of={REFUSE_CONFLICT}
        title={<Trans>Không đồng ý với đề xuất</Trans>}
        label={<Trans>Không đồng ý…</Trans>}
        act={<Trans>Không đồng ý</Trans>}
        onDone={onDone}
      >
        <Between conflict={conflict} />
        <p>
          <Trans>Mọi việc giữ như trước khi có đề xuất.</Trans>
        </p>
      </ActButton>
    </>
  );
}

function Pin({ conflict, onDone }: ActsProps) {
  return (
    <ActButton
      of={PIN_CONFLICT}
      size="small"
      title={<Trans>Giữ cố định xung đột này</Trans>}
      label={<Trans>Giữ cố định…</Trans>}
      act={<Trans>Giữ cố định</Trans>}
      keep={<Trans>Không giữ</Trans>}
      destructive={false}
      reason={REASON}
      input={inputOf(conflict)}
      onDone={onDone}
    >
      <Between conflict={conflict} />
      <p>
        <Trans>Từ nay xung đột có hiệu lực dù lần dò sau có thấy hay không; chỉ Ban Tổ chức gỡ được.</Trans>
      </p>
    </ActButton>
  );
}

function Lift({ conflict, onDone }: ActsProps) {
  return (
    <ActButton
      of={LIFT_CONFLICT}
      size="small"
      kind="destructive"
      title={<Trans>Gỡ xung đột lợi ích</Trans>}
      label={<Trans>Gỡ…</Trans>}
      act={<Trans>Gỡ xung đột</Trans>}
      keep={<Trans>Không gỡ</Trans>}
      reason={REASON}
      input={inputOf(conflict)}
      onDone={onDone}
    >
      <Between conflict={conflict} />
      <p>
        <Trans>Gỡ rồi thì người này lại được phân công sáng kiến ấy, và lần dò sau không dựng lại.</Trans>
      </p>
    </ActButton>
  );
}

function Withdraw({ conflict, onDone }: ActsProps) {
  return (
    <ActButton
      of={WITHDRAW_CONFLICT}
      size="small"
      title={<Trans>Rút đề xuất</Trans>}
      label={<Trans>Rút đề xuất…</Trans>}
      act={<Trans>Rút đề xuất</Trans>}
      keep={<Trans>Giữ đề xuất</Trans>}
      reason={REASON}
      input={inputOf(conflict)}
      onDone={onDone}
    >
      <Between conflict={conflict} />
      <p>
        <Trans>Người thứ hai không còn gì để quyết định; mọi việc giữ như trước khi có đề xuất.</Trans>
      </p>
    </ActButton>
  );
}
