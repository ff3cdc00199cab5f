import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useParams } from '@tanstack/react-router';
import { type Asked, useAsk, useRenewed } from '../../../api/ask';
import { useRest } from '../../../api/ask-whole';
import { type ResultOf } from '../../../api/graphql';
import { may, useMe } from '../../../api/session';
import { LinkButton } from '../../../ui/button';
import { named } from '../../../ui/format';
import { Answer, Empty, Note } from '../../../ui/note';
import { PageHead, Panel } from '../../../ui/panel';
import { FurtherCards } from '../office/further-cards';
import { type JudgeLoad, JudgingBar, officeStyles } from '../../jury/shared';
import { NamesNote } from '../office/names-note';
import { Reopenings } from '../office/reopenings';
import { type OfficeReopening, REOPENINGS } from '../office/reopenings.query';
import { MORE_FURTHER_CARDS, ROUND_AS_IT_STANDS, ROUND_PAGE } from '../office/round.query';
import { MoveDue, OpenRound, WhyNotOpen } from '../office/round-acts';
import { RoundClosing } from '../office/round-closing';
import { RoundFacts } from '../office/round-facts';
import { RoundState } from '../office/round-state';
import { type OfficeRound, ROUND_LIVE } from '../office/rounds.query';
import { SigningProgress } from '../office/signing-progress';
import { useAgainWhen } from '../office/use-again-when';
import styles from '../office/round.module.css';

type RoundPage = ResultOf<typeof ROUND_PAGE>;

/** One round as the office runs it: who has signed how many, what is asked for, and what must hold before it is closed. */
export function Page() {
  const { t } = useLingui();
  const { contestId, roundId } = useParams({ from: '/inside/contests/$contestId/rounds/$roundId' });
  const asked = useRoundPage(contestId, roundId);
  const round = asked.data?.round;
  const title = round ? named(round) : t`Vòng chấm`;
  return (
    <>
      <JudgingBar
        contestId={contestId}
        contest={asked.data?.contest}
        crumbs={[{ label: t`Các vòng chấm`, link: { to: '/contests/$contestId/rounds', params: { contestId } } }, { label: title }]}
      />
      <Answer of={asked}>
        {({ assignmentMatrix, reopenings }) =>
          round ? (
            <Running
              round={round}
              judges={assignmentMatrix?.judges}
              reopenings={reopenings?.edges.map(({ node }) => node) ?? []}
              again={asked.again}
            />
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

/** The round as it is by now, its reopenings whole. */
function useRoundPage(contestId: string, roundId: string): Asked<RoundPage> {
  const me = useMe();
  const asked = useAsk(ROUND_PAGE, { contestId, roundId, assigns: may(me, 'assignment:manage'), runs: may(me, 'round:manage') });
  const whole = useRest(asked, REOPENINGS, { roundId }, 'reopenings');
  return useRenewed(whole, ROUND_LIVE, { id: roundId });
}

/** What is asked of an anonymous round alone, and of one that settles. */
function useAsItStands({ id: roundId, contestId, state, visibility }: OfficeRound) {
  const me = useMe();
  const anonymous = visibility === 'ANONYMOUS' && state !== 'CLOSED' && may(me, 'round:manage');
  const settling = state === 'SETTLING' && may(me, 'assignment:manage');
  const asked = useAsk(ROUND_AS_IT_STANDS, { contestId, roundId, anonymous, settling }, { pause: !anonymous && !settling });
  return useRest(asked, MORE_FURTHER_CARDS, { roundId }, 'assignmentMatrix');
}

interface RunningProps {
  readonly round: OfficeRound;
  readonly judges: readonly JudgeLoad[] | undefined;
  readonly reopenings: readonly OfficeReopening[];
  readonly again: () => void;
}

function Running({ round, judges, reopenings, again }: RunningProps) {
  const { id: roundId, contestId, state, progress } = round;
  const params = { contestId, roundId };
  const stands = useAsItStands(round);
  const changed = () => {
    again();
    stands.again();
  };
  useAgainWhen([progress, state], changed);
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
          {round.visibility === 'ANONYMOUS' && state !== 'CLOSED' && stands.data?.nameLooks && (
            <NamesNote contestId={contestId} undecided={stands.data.nameLooks.totalCount} />
          )}
          {state === 'SETTLING' && <FurtherCards matrix={stands.data?.assignmentMatrix} />}
          <Reopenings rows={reopenings} onChange={changed} />
          {state === 'PLANNED' ? (
            <Panel title={<Trans>Tiến độ ký</Trans>}>
              <Empty title={<Trans>Vòng chưa mở</Trans>}>
                <p>
                  <Trans>Phân công xong rồi mở vòng; tiến độ ký của từng giám khảo hiện ở đây.</Trans>
                </p>
              </Empty>
            </Panel>
          ) : (
            <SigningProgress round={round} judges={judges} />
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
