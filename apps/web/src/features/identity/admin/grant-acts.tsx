import { Trans, useLingui } from '@lingui/react/macro';
import { ActButton } from '../../../ui/act-button';
import { useRoleNames } from '../role-names';
import {
  CONFIRM_GRANT,
  CONFIRM_REVOCATION,
  type HeldGrantRow,
  REFUSE_GRANT,
  REFUSE_REVOCATION,
  REVOKE_GRANT,
  WITHDRAW_GRANT,
} from './grants.query';
import styles from './admin.module.css';

interface GrantActsProps {
  readonly grant: HeldGrantRow;
  readonly onDone: () => void;
}

/** What the reader may do about a role, as the API says; why they are no second person stands where the buttons would. */
export function GrantActs({ grant, onDone }: GrantActsProps) {
  return (
    <span className={styles.acts}>
      {grant.canConfirm && <Decide grant={grant} onDone={onDone} />}
      {grant.canWithdraw && <Withdraw grant={grant} onDone={onDone} />}
      {grant.canRevoke && <Revoke grant={grant} onDone={onDone} />}
      {grant.whyNotConfirm && !grant.canWithdraw && <span className="caption">{grant.whyNotConfirm.message}</span>}
    </span>
  );
}

function Decide({ grant, onDone }: GrantActsProps) {
  const { t } = useLingui();
  const roles = useRoleNames();
  const { id: grantId, version, revocationWaits, person } = grant;
  const { fullName: personName } = person;
  const role = roles[grant.role];
  const refusing = { label: <Trans>Lý do</Trans>, path: 'reason' };
  return (
    <>
      <ActButton
        of={revocationWaits ? CONFIRM_REVOCATION : CONFIRM_GRANT}
        size="small"
        kind="primary"
        destructive={false}
        name={t`Xác nhận, ${personName}`}
        title={revocationWaits ? <Trans>Xác nhận thôi vai trò {role}</Trans> : <Trans>Xác nhận vai trò {role}</Trans>}
        act={<Trans>Xác nhận</Trans>}
        keep={<Trans>Chưa xác nhận</Trans>}
        input={() => ({ grantId, version })}
        said={t`Đã xác nhận, ${personName}`}
        onDone={onDone}
      >
        {revocationWaits ? (
          <Trans>{personName} thôi vai trò này ngay khi ông/bà xác nhận, và mọi quyền theo vai trò kết thúc.</Trans>
        ) : (
          <Trans>
            Vai trò của {personName} có hiệu lực ngay khi ông/bà xác nhận. Xung đột lợi ích phát sinh từ vai trò được xét cùng lúc.
          </Trans>
        )}
      </ActButton>
      {grant.canRefuse && (
        <ActButton
          of={revocationWaits ? REFUSE_REVOCATION : REFUSE_GRANT}
          size="small"
          name={t`Không xác nhận, ${personName}`}
          title={<Trans>Không xác nhận</Trans>}
          act={<Trans>Không xác nhận</Trans>}
          keep={<Trans>Quay lại</Trans>}
          reason={refusing}
          input={(reason) => ({ grantId, version, reason })}
          onDone={onDone}
        >
          {revocationWaits ? <Trans>{personName} tiếp tục giữ vai trò.</Trans> : <Trans>{personName} không được giao vai trò này.</Trans>}
        </ActButton>
      )}
    </>
  );
}

function Withdraw({ grant: { id: grantId, person }, onDone }: GrantActsProps) {
  const { t } = useLingui();
  const { fullName: personName } = person;
  return (
    <ActButton
      of={WITHDRAW_GRANT}
      size="small"
      name={t`Rút đề nghị, ${personName}`}
      title={<Trans>Rút đề nghị</Trans>}
      act={<Trans>Rút đề nghị</Trans>}
      keep={<Trans>Không rút</Trans>}
      reason={{ label: <Trans>Lý do</Trans>, path: 'reason' }}
      input={(reason) => ({ grantId, reason })}
      onDone={onDone}
    >
      <Trans>Đề nghị về {personName} không còn chờ ai xác nhận.</Trans>
    </ActButton>
  );
}

function Revoke({ grant: { id: grantId, person, role }, onDone }: GrantActsProps) {
  const { t } = useLingui();
  const { fullName: personName } = person;
  return (
    <ActButton
      of={REVOKE_GRANT}
      size="small"
      name={t`Thu hồi vai trò của ${personName}`}
      title={<Trans>Thu hồi vai trò</Trans>}
      act={<Trans>Thu hồi vai trò</Trans>}
      keep={<Trans>Không thu hồi</Trans>}
      reason={{ label: <Trans>Lý do</Trans>, path: 'reason' }}
      input={(reason) => ({ grantId, reason })}
      onDone={onDone}
    >
      {role === 'LEADER' ? (
        <Trans>Vai trò lãnh đạo của {personName} kết thúc khi người thứ hai, hoặc chính người đó, đồng ý.</Trans>
      ) : (
        <Trans>{personName} mất quyền theo vai trò này ngay. Việc đã làm vẫn giữ nguyên.</Trans>
      )}
    </ActButton>
  );
}
