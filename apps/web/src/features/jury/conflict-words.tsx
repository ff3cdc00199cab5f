import { useLingui } from '@lingui/react/macro';
import { type ReactNode } from 'react';
import { type OwnConflict } from './invitations.query';

/** What ties a judge to an initiative, in words. */
export function useTies(): Readonly<Record<OwnConflict['type'], string>> {
  const { t } = useLingui();
  return {
    AUTHOR: t`là tác giả`,
    CO_AUTHOR: t`từng là đồng tác giả`,
    FAMILY: t`quan hệ gia đình`,
    FINANCIAL: t`lợi ích tài chính`,
    RELATED_UNIT: t`đơn vị có liên quan`,
    SAME_UNIT: t`cùng đơn vị`,
    OTHER: t`lý do khác`,
  };
}

/** The same of one conflict. */
export function Tie({ type }: { readonly type: OwnConflict['type'] }): ReactNode {
  return useTies()[type];
}
