import { Trans, useLingui } from '@lingui/react/macro';
import { type ComponentProps } from 'react';
import { ArrowBack, Check, Circle, Close, Door, Send } from '../../ui/icons';
import { StateMark } from '../../ui/state-mark';
import { type MyRow } from './initiatives.query';

type State = MyRow['state'];

const LOOK: Readonly<Record<State, Pick<ComponentProps<typeof StateMark>, 'tone' | 'icon'>>> = {
  DRAFT: { tone: 'plain', icon: Circle },
  SUBMITTED: { tone: 'ink', icon: Send },
  RETURNED: { tone: 'soon', icon: ArrowBack },
  ELIGIBLE: { tone: 'done', icon: Check },
  REJECTED: { tone: 'late', icon: Close },
  DISQUALIFIED: { tone: 'late', icon: Close },
  WITHDRAWN: { tone: 'plain', icon: Door },
};

/** Where an initiative stands, by shape and word. */
export function InitiativeStateMark({ state }: { readonly state: State }) {
  return (
    <StateMark {...LOOK[state]}>
      <StateWords state={state} />
    </StateMark>
  );
}

function StateWords({ state }: { readonly state: State }) {
  return useStateNames()[state];
}

/** What the states are called. */
export function useStateNames(): Readonly<Record<State, string>> {
  const { t } = useLingui();
  return {
    DRAFT: t`Bản nháp`,
    SUBMITTED: t`Đã nộp`,
    RETURNED: t`Trả lại để bổ sung`,
    ELIGIBLE: t`Hợp lệ`,
    REJECTED: t`Không hợp lệ`,
    DISQUALIFIED: t`Loại khỏi cuộc thi`,
    WITHDRAWN: t`Đã rút`,
  };
}

/** What comes next, and who is to do it. */
export function NextStep({ state, running }: { readonly state: State; readonly running: boolean }) {
  if (!running) return <Trans>Không còn bước nào</Trans>;
  switch (state) {
    case 'DRAFT':
      return <Trans>Viết tiếp rồi nộp</Trans>;
    case 'SUBMITTED':
      return <Trans>Phòng Nội vụ kiểm tra</Trans>;
    case 'RETURNED':
      return <Trans>Bổ sung rồi nộp lại</Trans>;
    case 'ELIGIBLE':
      return <Trans>Giám khảo chấm</Trans>;
    case 'REJECTED':
    case 'DISQUALIFIED':
    case 'WITHDRAWN':
      return <Trans>Không còn bước nào</Trans>;
  }
}
