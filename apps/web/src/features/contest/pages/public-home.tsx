import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useAsk } from '../../../api/ask';
import { titled } from '../../../ui/format';
import { Answer } from '../../../ui/note';
import { useTitle } from '../../../ui/panel';
import { PublicPage, Section } from '../../../ui/public-page';
import { DemoMark } from '../../../ui/state-mark';
import { contestOfTheYear, isGoingOn, lastEnded } from '../contest-year';
import { Hero, QuietHero } from '../parts/hero';
import { InUseNow } from '../parts/in-use-now';
import { usePhaseNames } from '../parts/phase-words';
import { WinnersByYear } from '../parts/winners-by-year';
import { type HomeContest, PUBLIC_HOME } from '../public-home.query';
import styles from './public-home.module.css';

/** What anyone sees first: the contest of the year, who has won, and where it is in use. */
export function Page() {
  const { t } = useLingui();
  useTitle(t`Trang chủ`);
  const asked = useAsk(PUBLIC_HOME, {});
  return (
    <Answer of={asked} rows={12}>
      {({ serverTime, publicContests, winners, publicRollouts }) => {
        const contests = publicContests.edges.map(({ node }) => node);
        const current = contestOfTheYear(contests);
        const rollouts = publicRollouts.edges.map(({ node }) => node);
        return (
          <>
            {current ? <Hero contest={current} serverTime={serverTime} /> : <QuietHero last={lastEnded(contests)} />}
            <PublicPage>
              <OtherContests contests={contests.filter((contest) => contest !== current && isGoingOn(contest))} />
              <WinnersByYear winners={winners} rollouts={rollouts} />
              <InUseNow rollouts={rollouts} />
            </PublicPage>
          </>
        );
      }}
    </Answer>
  );
}

function OtherContests({ contests }: { readonly contests: readonly HomeContest[] }) {
  const names = usePhaseNames();
  if (contests.length === 0) return null;
  return (
    <Section title={<Trans>Cuộc thi khác đang diễn ra</Trans>}>
      <ul className={styles.others}>
        {contests.map((contest) => (
          <li key={contest.id}>
            <Link to="/contests/$contestId" params={{ contestId: contest.id }}>
              {titled(contest)}
            </Link>
            <span className="secondary">
              {names[contest.phase]} {contest.illustrative && <DemoMark />}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
