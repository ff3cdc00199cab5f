import { Trans } from '@lingui/react/macro';
import { useMe } from '../../../api/session';
import { named } from '../../../ui/format';
import { Panel } from '../../../ui/panel';
import { useRoleNames } from '../role-names';
import styles from './account.module.css';

/** Who the platform takes one for. */
export function ProfilePanel() {
  const { person, roles } = useMe();
  const roleNames = useRoleNames();
  return (
    <Panel title={<Trans>Thông tin cá nhân</Trans>}>
      <dl className={styles.facts}>
        <dt>
          <Trans>Họ và tên</Trans>
        </dt>
        <dd>{person.fullName}</dd>
        <dt>
          <Trans>Thư điện tử</Trans>
        </dt>
        <dd>{person.email}</dd>
        <dt>
          <Trans>Đơn vị</Trans>
        </dt>
        <dd>{person.unit ? named(person.unit) : <Trans>Ngoài cơ quan</Trans>}</dd>
        <dt>
          <Trans>Chức vụ</Trans>
        </dt>
        <dd>
          {person.positions.map(({ id, titleVi, titleEn }) => (
            <span key={id}>{named({ nameVi: titleVi, nameEn: titleEn })}. </span>
          ))}
        </dd>
        <dt>
          <Trans>Vai trò trên hệ thống</Trans>
        </dt>
        <dd>{roles.map((role) => roleNames[role]).join(', ')}</dd>
      </dl>
      <p className="caption">
        <Trans>Thông tin sai hoặc đã đổi: báo cho quản trị hệ thống để sửa.</Trans>
      </p>
    </Panel>
  );
}
