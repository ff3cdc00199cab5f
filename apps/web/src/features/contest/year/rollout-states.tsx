import { Plural, Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { ADOPTION_STATES, AdoptionMark, useAdoptionWords } from '../../../ui/adoption-mark';
import { number } from '../../../ui/format';
import { Panel } from '../../../ui/panel';
import styles from './year.module.css';
import { type YearMatters } from './year.query';

/** How far the units are with all that is rolled out, counted by state. */
export function RolloutStates({ of }: { readonly of: NonNullable<YearMatters['rollouts']> }) {
  const words = useAdoptionWords();
  const rollouts = of.edges.map(({ node }) => node);
  if (rollouts.length === 0) return null;
  const counted = (state: string) => rollouts.reduce((sum, { counts }) => sum + (counts.find((one) => one.state === state)?.count ?? 0), 0);
  const exempt = rollouts.reduce((sum, rollout) => sum + rollout.exempt, 0);
  return (
    <Panel
      title={<Trans>Nhân rộng</Trans>}
      side={
        <Link to="/matrix">
          <Trans>Mở ma trận</Trans>
        </Link>
      }
    >
      <p className="secondary">
        <Plural value={of.totalCount} one="# sáng kiến đang được nhân rộng" other="# sáng kiến đang được nhân rộng" />
      </p>
      <ul className={styles.states}>
        {ADOPTION_STATES.map((state) => (
          <li key={state}>
            <AdoptionMark state={state} /> {words[state]} <strong className="num">{number(counted(state))}</strong>
          </li>
        ))}
        {exempt > 0 && (
          <li>
            <Trans>
              Được miễn <strong>{number(exempt)}</strong>
            </Trans>
          </li>
        )}
      </ul>
    </Panel>
  );
}
