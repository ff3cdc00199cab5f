import { Trans } from '@lingui/react/macro';
import { type ReactNode } from 'react';
import { Circle, CircleHalf, Clock, Lock } from '../../../ui/icons';
import { StateMark } from '../../../ui/state-mark';
import { type OfficeRound } from './rounds.query';

/** How far a round is. */
export function RoundState({ state }: { readonly state: OfficeRound['state'] }): ReactNode {
  switch (state) {
    case 'PLANNED':
      return (
        <StateMark icon={Circle}>
          <Trans>chưa mở</Trans>
        </StateMark>
      );
    case 'OPEN':
      return (
        <StateMark tone="ink" icon={CircleHalf}>
          <Trans>đang chấm</Trans>
        </StateMark>
      );
    case 'SETTLING':
      return (
        <StateMark tone="soon" icon={Clock}>
          <Trans>chờ phiếu chấm thêm</Trans>
        </StateMark>
      );
    case 'CLOSED':
      return (
        <StateMark tone="done" icon={Lock}>
          <Trans>đã đóng</Trans>
        </StateMark>
      );
  }
}
