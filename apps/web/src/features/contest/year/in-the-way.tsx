import { Trans } from '@lingui/react/macro';
import { problemsOf } from '../../../ui/form';
import { named } from '../../../ui/format';
import { Icon } from '../../../ui/icon';
import { Check, Circle } from '../../../ui/icons';
import { Panel } from '../../../ui/panel';
import { usePhaseNames } from '../parts/phase-words';
import styles from './year.module.css';
import { type ContestOfYear, type RoundOfYear } from './year.query';

/** What stands in the way of closing the open round, and of the next phase, as the API says. */
export function WhatIsInTheWay({ contest, round }: { readonly contest: ContestOfYear; readonly round: RoundOfYear | undefined }) {
  const names = usePhaseNames();
  return (
    <>
      {round && isTheirs(round.canClose, round.whyNotClose) && (
        <Panel title={<Trans>Để đóng {named(round)}</Trans>}>
          <Conditions of={round.whyNotClose} />
        </Panel>
      )}
      {contest.nextPhase !== null && isTheirs(contest.canAdvance, contest.whyNotAdvance) && (
        <Panel title={<Trans>Để sang giai đoạn {names[contest.nextPhase]}</Trans>}>
          <Conditions of={contest.whyNotAdvance} />
        </Panel>
      )}
    </>
  );
}

/** Of who looks on alone, nothing but their want of the right stands in the way: that is no matter of the contest. */
const isTheirs = (can: boolean, why: ContestOfYear['whyNotAdvance']): boolean => can || (why !== null && why.code !== 'FORBIDDEN');

function Conditions({ of }: { readonly of: ContestOfYear['whyNotAdvance'] }) {
  if (!of)
    return (
      <p className={styles.condition}>
        <Icon of={Check} />
        <Trans>Không còn gì vướng.</Trans>
      </p>
    );
  return (
    <ul>
      {problemsOf(of).map(({ code, path, message }) => (
        <li key={`${code} ${path ?? ''}`} className={styles.condition}>
          <Icon of={Circle} />
          <span>{message}</span>
        </li>
      ))}
    </ul>
  );
}
