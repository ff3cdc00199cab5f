import { Trans } from '@lingui/react/macro';
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
  switch (state) {
    case 'DRAFT':
      return <Trans>Bản nháp</Trans>;
    case 'SUBMITTED':
      return <Trans>Đã nộp</Trans>;
    case 'RETURNED':
      return <Trans>Trả lại để bổ sung</Trans>;
    case 'ELIGIBLE':
      return <Trans>Hợp lệ</Trans>;
    case 'REJECTED':
      return <Trans>Không hợp lệ</Trans>;
    case 'DISQUALIFIED':
      return <Trans>Loại khỏi cuộc thi</Trans>;
    case 'WITHDRAWN':
      return <Trans>Đã rút</Trans>;
  }
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
