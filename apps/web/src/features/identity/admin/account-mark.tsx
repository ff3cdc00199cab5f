import { Trans } from '@lingui/react/macro';
import { day } from '../../../ui/format';
import { Check, Lock, Minus } from '../../../ui/icons';
import { StateMark } from '../../../ui/state-mark';
import { type PersonRow } from './people.query';

/** Whether somebody can sign in. */
export function AccountMark({ of: { hasAccount, disabledAt } }: { readonly of: Pick<PersonRow, 'hasAccount' | 'disabledAt'> }) {
  if (disabledAt)
    return (
      <StateMark icon={Lock}>
        <Trans>Đã khóa {day(disabledAt)}</Trans>
      </StateMark>
    );
  return hasAccount ? (
    <StateMark tone="done" icon={Check}>
      <Trans>Có tài khoản</Trans>
    </StateMark>
  ) : (
    <StateMark icon={Minus}>
      <Trans>Không có tài khoản</Trans>
    </StateMark>
  );
}
