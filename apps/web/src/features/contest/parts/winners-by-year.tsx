import { Plural, Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { named, number } from '../../../ui/format';
import { Empty } from '../../../ui/note';
import { Section } from '../../../ui/public-page';
import { ShareBar } from '../../../ui/share-bar';
import { DemoMark } from '../../../ui/state-mark';
import { type HomeAnswer, type HomeRollout, type HomeWinner } from '../public-home.query';
import styles from './winners-by-year.module.css';

const YEARS = 3;
const EACH = 3;

/** The newest years' prizes, the highest first, and how far each has spread. */
export function WinnersByYear({
  winners,
  rollouts,
}: {
  readonly winners: HomeAnswer['winners'];
  readonly rollouts: readonly HomeRollout[];
}) {
  const standing = winners.edges.map(({ node }) => node).filter(({ revokedAt }) => revokedAt === null);
  const years = [...Map.groupBy(standing, ({ contest }) => contest.year)].sort(([one], [other]) => other - one).slice(0, YEARS);
  // Of the oldest year that was read, prizes may be missing here: how many there are is left to its own page.
  const cut = winners.pageInfo.hasNextPage ? standing.at(-1)?.contest.year : undefined;
  const spread = new Map(rollouts.map((rollout) => [rollout.initiative.id, rollout]));
  return (
    <Section
      title={
        <>
          <Trans>Sáng kiến đạt giải</Trans> {standing.some(({ illustrative }) => illustrative) && <DemoMark />}
        </>
      }
      side={
        <Link to="/winners">
          <Trans>Tìm trong kết quả các năm</Trans>
        </Link>
      }
    >
      {showsTheYearsOfThePublished(standing) && <Published />}
      {years.length === 0 && (
        <Empty title={<Trans>Chưa có kết quả nào được công bố</Trans>}>
          <p>
            <Trans>Sáng kiến đạt giải hiện ở đây sau khi có quyết định công nhận.</Trans>
          </p>
        </Empty>
      )}
      {years.map(([year, those]) => (
        <Year key={year} year={year} winners={those} isCut={year === cut} spread={spread} />
      ))}
    </Section>
  );
}

/** Of the years 2021 to 2023 only the sum was ever published; which prizes they were is the demo season's invention. */
const showsTheYearsOfThePublished = (standing: readonly HomeWinner[]): boolean =>
  [2021, 2022, 2023].every((year) => standing.some((winner) => winner.contest.year === year && winner.illustrative));

function Published() {
  return (
    <p className={styles.published}>
      <Trans>
        Số liệu đã công bố: <strong className="num">16</strong> sáng kiến đạt giải trong ba năm 2021 – 2023 (nguồn: Báo Kinh tế &amp; Đô
        thị). Danh sách theo từng năm dưới đây là minh họa.
      </Trans>
    </p>
  );
}

interface YearProps {
  readonly year: number;
  readonly winners: readonly HomeWinner[];
  readonly isCut: boolean;
  readonly spread: ReadonlyMap<string, HomeRollout>;
}

function Year({ year, winners, isCut, spread }: YearProps) {
  const shown = [...winners].sort((one, other) => one.tier.ordinal - other.tier.ordinal).slice(0, EACH);
  const more = winners.length - shown.length;
  return (
    <div className={styles.year}>
      <h3 className={styles.when}>
        {year}
        {!isCut && (
          <small>
            <Plural value={winners.length} one="# giải" other="# giải" />
          </small>
        )}
      </h3>
      <ul>
        {shown.map((winner) => (
          <li key={winner.id} className={styles.winner}>
            <span className={styles.prize}>{named(winner.tier)}</span>
            <Link to="/winners/$initiativeId" params={{ initiativeId: winner.initiative.id }}>
              {winner.initiative.title}
            </Link>
            <Spread of={spread.get(winner.initiative.id)} />
          </li>
        ))}
        {more > 0 && (
          <li className={styles.winner}>
            <Link className={styles.more} to="/winners" search={{ year }}>
              {isCut ? <Trans>và các sáng kiến khác</Trans> : <Plural value={more} one="và # sáng kiến khác" other="và # sáng kiến khác" />}
            </Link>
          </li>
        )}
      </ul>
    </div>
  );
}

function Spread({ of }: { readonly of: HomeRollout | undefined }) {
  if (!of) return null;
  const [used, all] = [number(of.inUse), number(of.expected)];
  return (
    <span className={styles.spread}>
      <span className="num no-break">
        <Trans>
          {used}/{all} xã
        </Trans>
      </span>
      <ShareBar part={of.inUse} whole={of.expected} />
    </span>
  );
}
