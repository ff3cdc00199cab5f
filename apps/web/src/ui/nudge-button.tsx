import { Trans } from '@lingui/react/macro';
import { useAct } from '../api/act';
import { NUDGE, type Nudgeable } from '../api/nudge.query';
import { Button } from './button';
import { day, shortDay } from './format';
import { Broken } from './note';
import { useToast } from './toast';

interface NudgeButtonProps {
  readonly of: Nudgeable;
  readonly holder: string;
  readonly now: Date;
  readonly onNudged: () => void;
}

/** Reminds whoever holds a matter, once a day, and says when they last were. */
export function NudgeButton({ of: { kind, subjectId, personId, lastAt }, holder, now, onNudged }: NudgeButtonProps) {
  const toast = useToast();
  const { run, busy, refusal, broken } = useAct(NUDGE);
  const today = lastAt !== null && day(lastAt) === day(now);
  const why = `nudged-${subjectId}-${personId ?? ''}`;
  const nudge = async () => {
    const outcome = await run({ kind, subjectId, personId });
    if (outcome.kind !== 'done') return;
    const names = outcome.result.people.map(({ fullName }) => fullName).join(', ');
    toast(<Trans>Đã gửi lời nhắc đến {names}.</Trans>);
    onNudged();
  };
  return (
    <>
      <Button size="small" shut={today ? why : false} busy={busy} onClick={() => void nudge()}>
        <Trans>Nhắc</Trans>
        <span className="visually-hidden"> {holder}</span>
      </Button>{' '}
      {lastAt !== null && (
        <span id={why} className="caption">
          {today ? <Trans>đã nhắc hôm nay</Trans> : <Trans>nhắc {shortDay(lastAt)}</Trans>}
        </span>
      )}
      {refusal && (
        <p className="caption" role="alert">
          {refusal.message}
        </p>
      )}
      {broken && <Broken error={broken} />}
    </>
  );
}
