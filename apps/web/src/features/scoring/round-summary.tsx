import { Trans } from '@lingui/react/macro';
import { deadline } from '../../ui/format';
import { Clock, Lock, Warning } from '../../ui/icons';
import { StateMark } from '../../ui/state-mark';
import { type CardRow } from './cards.query';
import { type Staged, stageOf } from './card-state';

/** Of a card, what says whether there is something to do on it. */
interface ToJudge extends Staged, Pick<CardRow, 'canMark' | 'round'> {
  readonly id: string;
  readonly whyNotMark: { readonly code: string } | null;
}

/** The card that is to be judged next: in the personal order after the one at hand; coming anew, one that was begun goes first. */
export function nextCard<Card extends ToJudge>(cards: readonly Card[], after?: string): Card | undefined {
  const at = cards.findIndex(({ id }) => id === after);
  const ring = [...cards.slice(at + 1), ...cards.slice(0, at + 1)].filter(({ id }) => id !== after);
  const open = ring.filter((card) => isToDo(card));
  return (after === undefined ? open.find((card) => stageOf(card) === 'draft') : undefined) ?? open[0];
}

/** There is something to do on it for its judge. */
const isToDo = (card: ToJudge): boolean =>
  card.state === 'DRAFT' &&
  !card.conflicted &&
  (card.canMark || card.whyNotMark?.code === 'ATTESTATION_MISSING') &&
  card.round.state !== 'CLOSED';

/** Until when the cards of a round are signed. */
export function RoundDue({
  state,
  dueAt,
  now = new Date(),
}: {
  readonly state: string;
  readonly dueAt: string | null;
  readonly now?: Date;
}) {
  if (state === 'CLOSED') {
    return (
      <StateMark icon={Lock}>
        <Trans>Vòng đã kết thúc</Trans>
      </StateMark>
    );
  }
  if (state === 'PLANNED') {
    return (
      <StateMark icon={Clock}>
        <Trans>Vòng chưa mở</Trans>
      </StateMark>
    );
  }
  if (dueAt === null) {
    return (
      <StateMark icon={Clock}>
        <Trans>Chưa định hạn ký</Trans>
      </StateMark>
    );
  }
  const late = new Date(dueAt) < now;
  return (
    <StateMark tone={late ? 'late' : 'soon'} icon={late ? Warning : Clock}>
      {late ? <Trans>Quá hạn ký {deadline(dueAt)}</Trans> : <Trans>Hạn ký {deadline(dueAt)}</Trans>}
    </StateMark>
  );
}
