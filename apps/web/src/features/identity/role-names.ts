import { useLingui } from '@lingui/react/macro';
import { type Role } from './choices';

/** What people call the roles, in the order in which they are offered. */
export function useRoleNames(): Readonly<Record<Role, string>> {
  const { t } = useLingui();
  return {
    SUBMITTER: t`Người nộp sáng kiến`,
    JUDGE: t`Giám khảo`,
    ORGANISER: t`Tổ thư ký`,
    LEADER: t`Lãnh đạo`,
    COMMUNE_OFFICER: t`Cán bộ cấp xã`,
    ADMIN: t`Quản trị hệ thống`,
  };
}
