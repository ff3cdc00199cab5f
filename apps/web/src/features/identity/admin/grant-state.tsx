import { Trans } from '@lingui/react/macro';
import { Check, Clock } from '../../../ui/icons';
import { StateMark } from '../../../ui/state-mark';
import { type HeldGrantRow } from './grants.query';

/** In force, or what it waits for. */
export function GrantStateMark({ of: { state, revocationWaits } }: { readonly of: Pick<HeldGrantRow, 'state' | 'revocationWaits'> }) {
  if (state === 'PROPOSED')
    return (
      <StateMark tone="soon" icon={Clock}>
        <Trans>Chờ người thứ hai xác nhận</Trans>
      </StateMark>
    );
  return revocationWaits ? (
    <StateMark tone="soon" icon={Clock}>
      <Trans>Chờ xác nhận thôi vai trò</Trans>
    </StateMark>
  ) : (
    <StateMark tone="done" icon={Check}>
      <Trans>Có hiệu lực</Trans>
    </StateMark>
  );
}
