import { Trans } from '@lingui/react/macro';
import { type ReactNode } from 'react';
import { type OwnConflict } from './invitations.query';

/** What ties a judge to an initiative. */
export function Tie({ type }: { readonly type: OwnConflict['type'] }): ReactNode {
  switch (type) {
    case 'AUTHOR':
      return <Trans>là tác giả</Trans>;
    case 'CO_AUTHOR':
      return <Trans>từng là đồng tác giả</Trans>;
    case 'FAMILY':
      return <Trans>quan hệ gia đình</Trans>;
    case 'FINANCIAL':
      return <Trans>lợi ích tài chính</Trans>;
    case 'RELATED_UNIT':
      return <Trans>đơn vị có liên quan</Trans>;
    case 'SAME_UNIT':
      return <Trans>cùng đơn vị</Trans>;
    case 'OTHER':
      return <Trans>lý do khác</Trans>;
  }
}
