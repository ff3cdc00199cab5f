import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useWhole } from '../../../api/ask-whole';
import { Bar } from '../../../ui/bar';
import { LinkButton } from '../../../ui/button';
import { named } from '../../../ui/format';
import { Answer, Empty } from '../../../ui/note';
import { PageHead } from '../../../ui/panel';
import { Pips, signedOf } from '../card-state';
import { MY_ROUNDS, type OwnAssignment } from '../cards.query';
import { RoundDue, nextCard } from '../round-summary';
import styles from './judging.module.css';

/** My cards: each round with how many are left and until when, the newest first, and one press to the card that is next. */
export function Page() {
  const { t } = useLingui();
  const asked = useWhole(MY_ROUNDS, {}, 'myAssignments');
  return (
    <>
      <Bar crumbs={[{ label: t`Việc của tôi`, link: { to: '/home' } }, { label: t`Phiếu chấm của tôi` }]} />
      <PageHead title={t`Phiếu chấm của tôi`} />
      <Answer of={asked}>
        {({ myAssignments: { edges }, contests }) => {
          const rounds = [
            ...Map.groupBy(
              edges.map(({ node }) => node),
              ({ round }) => round.id,
            ).values(),
          ].reverse();
          const yearOf = (contestId: string) => contests.edges.find(({ node }) => node.id === contestId)?.node.year;
          return rounds.length === 0 ? (
            <Empty title={<Trans>Chưa có phiếu chấm nào</Trans>}>
              <p>
                <Trans>Phiếu hiện ở đây khi Phòng Nội vụ phân công chấm, và mở được khi vòng chấm mở.</Trans>
              </p>
              <p>
                <Link to="/invitations">
                  <Trans>Xem lời mời chấm</Trans>
                </Link>
              </p>
            </Empty>
          ) : (
            <ul className={styles.rounds}>
              {rounds.map(([first, ...others]) =>
                first ? (
                  <li key={first.round.id} className={styles.round}>
                    <RoundRow cards={[first, ...others]} year={yearOf(first.contestId)} />
                  </li>
                ) : null,
              )}
            </ul>
          );
        }}
      </Answer>
    </>
  );
}

interface RowProps {
  readonly cards: readonly [OwnAssignment, ...OwnAssignment[]];
  readonly year: number | undefined;
}

function RoundRow({ cards, year }: RowProps) {
  const [{ round }] = cards;
  const roundId = round.id;
  const { signed, due } = signedOf(cards);
  const next = nextCard(cards);
  return (
    <>
      <div className={styles.what}>
        <h2>
          <Link to="/judging/$roundId" params={{ roundId }}>
            {named(round)}
          </Link>
          {year !== undefined && <span className={`secondary ${styles.year ?? ''}`}>{year}</span>}
        </h2>
        <p className={styles.line}>
          <Pips cards={cards} />
          <span className="secondary">
            <Plural value={due - signed} _0="Không còn phiếu nào" one="Còn # phiếu" other="Còn # phiếu" />
          </span>
          <RoundDue state={round.state} dueAt={round.dueAt} />
        </p>
      </div>
      <div className={styles.acts}>
        <LinkButton to="/judging/$roundId" params={{ roundId }} size="large">
          <Trans>Xem cả vòng</Trans>
        </LinkButton>
        {next && (
          <LinkButton to="/judging/$roundId/cards/$cardId" params={{ roundId, cardId: next.id }} size="large" kind="primary">
            {signed === 0 && next.marks.length === 0 ? (
              <Trans>Chấm {next.initiative.receiptNumber}</Trans>
            ) : (
              <Trans>Chấm tiếp {next.initiative.receiptNumber}</Trans>
            )}
          </LinkButton>
        )}
      </div>
    </>
  );
}
