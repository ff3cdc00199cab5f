import { Trans, useLingui } from '@lingui/react/macro';
import { useMe } from '../../../api/session';
import { ActButton } from '../../../ui/act-button';
import { Panel } from '../../../ui/panel';
import styles from './admin.module.css';
import { DISABLE_ACCOUNT, ENABLE_ACCOUNT, type PersonRow, SEND_INVITATION_AGAIN } from './people.query';
import { RESET_FACTOR } from './resets.query';

interface AccountProps {
  readonly person: PersonRow;
  readonly again: () => void;
}

/** Shutting an account, opening it again, and taking off a second factor that was lost. */
export function AccountPanel({ person, again }: AccountProps) {
  const me = useMe();
  const resets = person.canResetSecondFactor;
  if (!person.hasAccount || (!person.canManage && !resets)) return null;
  return (
    <Panel title={<Trans>Tài khoản</Trans>}>
      <div className={styles.acts}>
        {person.canInviteAgain && <InviteAgain {...{ person, again }} />}
        {resets && <Reset person={person} />}
        {person.canManage &&
          me.id !== person.id &&
          (person.disabledAt ? <Enable {...{ person, again }} /> : <Disable {...{ person, again }} />)}
      </div>
    </Panel>
  );
}

const reason = { label: <Trans>Lý do</Trans>, path: 'reason' };

function InviteAgain({ person: { id: personId, fullName, email }, again }: AccountProps) {
  const { t } = useLingui();
  return (
    <ActButton
      of={SEND_INVITATION_AGAIN}
      destructive={false}
      title={<Trans>Gửi lại thư mời cho {fullName}</Trans>}
      act={<Trans>Gửi lại thư mời</Trans>}
      keep={<Trans>Không gửi</Trans>}
      input={() => ({ personId })}
      said={t`Đã gửi lại thư mời tới ${email ?? ''}`}
      onDone={again}
    >
      <Trans>Thư tới {email} có liên kết mới, dùng được trong bảy ngày; liên kết trước hết hiệu lực.</Trans>
    </ActButton>
  );
}

function Reset({ person: { id: personId, fullName } }: { readonly person: PersonRow }) {
  const { t } = useLingui();
  return (
    <ActButton
      of={RESET_FACTOR}
      title={<Trans>Bỏ xác thực hai bước của {fullName}</Trans>}
      act={<Trans>Bỏ xác thực hai bước</Trans>}
      keep={<Trans>Không bỏ</Trans>}
      reason={reason}
      input={(typed) => ({ personId, reason: typed })}
      said={t`Đã ghi nhận. Người có quyền trong việc chấm cần thêm người thứ hai xác nhận.`}
      onDone={() => undefined}
    >
      <Trans>
        Dùng khi người này mất thiết bị xác thực và hết mã dự phòng. Mọi phiên đăng nhập của họ kết thúc khi đã đủ người xác nhận.
      </Trans>
    </ActButton>
  );
}

function Disable({ person: { id: personId, fullName }, again }: AccountProps) {
  const { t } = useLingui();
  return (
    <ActButton
      of={DISABLE_ACCOUNT}
      kind="destructive"
      title={<Trans>Khóa tài khoản của {fullName}</Trans>}
      act={<Trans>Khóa tài khoản</Trans>}
      keep={<Trans>Không khóa</Trans>}
      reason={reason}
      input={(typed) => ({ personId, reason: typed })}
      said={t`Đã khóa tài khoản của ${fullName}`}
      onDone={again}
    >
      <Trans>Mọi phiên đăng nhập của người này kết thúc ngay. Việc đã làm vẫn giữ nguyên, và tài khoản mở lại được.</Trans>
    </ActButton>
  );
}

function Enable({ person: { id: personId, fullName }, again }: AccountProps) {
  const { t } = useLingui();
  return (
    <ActButton
      of={ENABLE_ACCOUNT}
      destructive={false}
      title={<Trans>Mở lại tài khoản của {fullName}</Trans>}
      act={<Trans>Mở lại tài khoản</Trans>}
      keep={<Trans>Không mở</Trans>}
      reason={reason}
      input={(typed) => ({ personId, reason: typed })}
      said={t`Đã mở lại tài khoản của ${fullName}`}
      onDone={again}
    >
      <Trans>Người này đăng nhập lại được bằng mật khẩu cũ.</Trans>
    </ActButton>
  );
}
