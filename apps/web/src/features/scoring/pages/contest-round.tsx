import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useParams } from '@tanstack/react-router';
import { useAsk, useLive } from '../../../api/ask';
import { LinkButton } from '../../../ui/button';
import { named } from '../../../ui/format';
import { Answer, Empty, Note } from '../../../ui/note';
import { PageHead, Panel } from '../../../ui/panel';
import { FurtherCards } from '../office/further-cards';
import { JudgingBar, useJudgedContest } from '../office/judging-nav';
import { ROUND_LOADS } from '../office/jury.query';
import { NamesNote } from '../office/names-note';
import { Reopenings } from '../office/reopenings';
import { MoveDue, OpenRound, WhyNotOpen } from '../office/round-acts';
import { RoundClosing } from '../office/round-closing';
import { RoundFacts } from '../office/round-facts';
import { RoundState } from '../office/round-state';
import { type OfficeRound, ROUND, ROUND_LIVE } from '../office/rounds.query';
import { SigningProgress } from '../office/signing-progress';
import { useAgainWhen } from '../office/use-again-when';
import officeStyles from '../office/office.module.css';
import styles from '../office/round.module.css';

/** One round as the office runs it: who has signed how many, what is asked for, and what must hold before it is closed. */
export function Page() {
  const { t } = useLingui();
  const { contestId, roundId } = useParams({ from: '/inside/contests/$contestId/rounds/$roundId' });
  const contest = useJudgedContest(contestId);
  const asked = useLive(ROUND, ROUND_LIVE, { id: roundId });
  const round = asked.data?.round;
  const title = round ? named(round) : t`Vòng chấm`;
  return (
    <>
      <JudgingBar
        contestId={contestId}
        contest={contest}
        crumbs={[{ label: t`Các vòng chấm`, link: { to: '/contests/$contestId/rounds', params: { contestId } } }, { label: title }]}
      />
      <Answer of={asked}>
        {() =>
          round ? (
            <Running round={round} again={asked.again} />
          ) : (
            <>
              <PageHead title={t`Vòng chấm`} />
              <Empty title={<Trans>Không có vòng chấm này, hoặc ông/bà không xem được</Trans>} />
            </>
          )
        }
      </Answer>
    </>
  );
}

function Running({ round, again }: { readonly round: OfficeRound; readonly again: () => void }) {
  const { id: roundId, contestId, state, progress } = round;
  const params = { contestId, roundId };
  const loads = useAsk(ROUND_LOADS, { roundId });
  useAgainWhen(JSON.stringify([progress, state]), loads.again);
  const changed = () => {
    again();
    loads.again();
  };
  return (
    <>
      <PageHead
        title={named(round)}
        acts={
          <>
            <LinkButton to="/contests/$contestId/rounds/$roundId/assignments" params={params}>
              <Trans>Phân công chấm</Trans>
            </LinkButton>
            {round.presentation && (
              <LinkButton to="/contests/$contestId/rounds/$roundId/presentation" params={params}>
                <Trans>Buổi thuyết trình</Trans>
              </LinkButton>
            )}
            {round.calibration && (
              <LinkButton to="/contests/$contestId/rounds/$roundId/calibration" params={params}>
                <Trans>Chấm mẫu</Trans>
              </LinkButton>
            )}
            <MoveDue round={round} onDone={changed} />
            <OpenRound round={round} onDone={changed} />
          </>
        }
      >
        <RoundState state={state} />
        <WhyNotOpen round={round} />
      </PageHead>
      <div className={officeStyles.columns}>
        <div className={officeStyles.stack}>
          {progress && progress.short > 0 && state !== 'CLOSED' && (
            <Note tone="soon">
              <Plural value={progress.short} one="# sáng kiến chưa đủ giám khảo." other="# sáng kiến chưa đủ giám khảo." />
            </Note>
          )}
          {round.visibility === 'ANONYMOUS' && state !== 'CLOSED' && <NamesNote contestId={contestId} />}
          {state === 'SETTLING' && <FurtherCards roundId={roundId} />}
          <Reopenings roundId={roundId} waiting={progress?.reopenings ?? 0} onChange={changed} />
          {state === 'PLANNED' ? (
            <Panel title={<Trans>Tiến độ ký</Trans>}>
              <Empty title={<Trans>Vòng chưa mở</Trans>}>
                <p>
                  <Trans>Phân công xong rồi mở vòng; tiến độ ký của từng giám khảo hiện ở đây.</Trans>
                </p>
              </Empty>
            </Panel>
          ) : (
            <SigningProgress round={round} judges={loads.data?.assignmentMatrix.judges} />
          )}
        </div>
        <div className={styles.side}>
          <RoundClosing round={round} onDone={changed} />
          <RoundFacts round={round} />
        </div>
      </div>
    </>
  );
}
