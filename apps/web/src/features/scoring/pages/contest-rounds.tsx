import { Trans, useLingui } from '@lingui/react/macro';
import { Link, useParams } from '@tanstack/react-router';
import { useAsk } from '../../../api/ask';
import { LinkButton } from '../../../ui/button';
import { deadline, named, number } from '../../../ui/format';
import { Answer, Empty } from '../../../ui/note';
import { PageHead } from '../../../ui/panel';
import { ActButton } from '../../../ui/act-button';
import { ContestLine, JudgingBar, officeStyles } from '../../jury/shared';
import { RoundState } from '../office/round-state';
import { type JudgingOfContest, type OfficeRound, PLAN_ROUNDS, ROUNDS } from '../office/rounds.query';
import styles from '../office/round.module.css';

/** The rounds of a contest: where each stands, and the way to it. */
export function Page() {
  const { t } = useLingui();
  const { contestId } = useParams({ from: '/inside/contests/$contestId/rounds' });
  const asked = useAsk(ROUNDS, { contestId });
  const contest = asked.data?.contest;
  return (
    <>
      <JudgingBar contestId={contestId} contest={contest} crumbs={[{ label: t`Các vòng chấm` }]} />
      <PageHead title={t`Các vòng chấm`}>
        <ContestLine contest={contest} />
      </PageHead>
      <Answer of={asked}>
        {({ rounds, contestJudging }) =>
          rounds.length === 0 ? (
            <NoRounds of={contestJudging} onDone={asked.again} />
          ) : (
            <ul className={styles.rounds}>
              {rounds.map((round) => (
                <li key={round.id} className={styles.card}>
                  <RoundCard round={round} />
                </li>
              ))}
            </ul>
          )
        }
      </Answer>
    </>
  );
}

function NoRounds({ of, onDone }: { readonly of: JudgingOfContest | null; readonly onDone: () => void }) {
  return (
    <Empty title={<Trans>Chưa lập vòng chấm nào</Trans>}>
      <p>
        <Trans>Vòng chấm được lập theo quy tắc chấm của cuộc thi; lập xong thì phân công được.</Trans>
      </p>
      {of?.whyNotPlanRounds && <p>{of.whyNotPlanRounds.message}</p>}
      {of?.canPlanRounds && (
        <ActButton
          of={PLAN_ROUNDS}
          kind="primary"
          title={<Trans>Lập các vòng chấm</Trans>}
          label={<Trans>Lập các vòng chấm…</Trans>}
          act={<Trans>Lập các vòng chấm</Trans>}
          keep={<Trans>Chưa lập</Trans>}
          destructive={false}
          input={() => ({ contestId: of.id })}
          onDone={onDone}
        >
          <p>
            <Trans>Các vòng được lập đúng như quy tắc chấm đang có.</Trans>
          </p>
        </ActButton>
      )}
    </Empty>
  );
}

function RoundCard({ round }: { readonly round: OfficeRound }) {
  const { id: roundId, contestId, progress, dueAt, state } = round;
  const params = { contestId, roundId };
  return (
    <>
      <div className={styles.what}>
        <h2>
          <Link to="/contests/$contestId/rounds/$roundId" params={params}>
            {named(round)}
          </Link>
        </h2>
        <p className={officeStyles.tags}>
          <RoundState state={state} />
          {progress && state !== 'PLANNED' && (
            <span>
              <Trans>
                {number(progress.signed)} trên {number(progress.due)} phiếu đã ký
              </Trans>
            </span>
          )}
          {dueAt && state !== 'CLOSED' && (
            <span className="secondary">
              <Trans>hạn {deadline(dueAt)}</Trans>
            </span>
          )}
        </p>
      </div>
      <div className={officeStyles.acts}>
        {round.canAssign && (
          <LinkButton to="/contests/$contestId/rounds/$roundId/assignments" params={params}>
            <Trans>Phân công chấm</Trans>
          </LinkButton>
        )}
        <LinkButton to="/contests/$contestId/rounds/$roundId" params={params}>
          <Trans>Xem vòng</Trans>
        </LinkButton>
      </div>
    </>
  );
}
