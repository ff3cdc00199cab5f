import { useLingui } from '@lingui/react/macro';
import { Check, Clock, Minus, Warning } from '../../ui/icons';
import { StateMark } from '../../ui/state-mark';
import { type MailState } from './choices';

export function useMailStateNames(): Readonly<Record<MailState, string>> {
  const { t } = useLingui();
  return { WAITING: t`Chờ gửi`, SENT: t`Đã gửi`, FAILED: t`Không gửi được`, DISCARDED: t`Đã bỏ` };
}

const LOOKS = {
  WAITING: { tone: 'soon', icon: Clock },
  SENT: { tone: 'done', icon: Check },
  FAILED: { tone: 'late', icon: Warning },
  DISCARDED: { tone: 'plain', icon: Minus },
} as const;

/** What became of a mail. */
export function MailMark({ of }: { readonly of: MailState }) {
  const names = useMailStateNames();
  return <StateMark {...LOOKS[of]}>{names[of]}</StateMark>;
}
