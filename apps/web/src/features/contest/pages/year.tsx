import { Trans, useLingui } from '@lingui/react/macro';
import { useParams } from '@tanstack/react-router';
import { useAsk } from '../../../api/ask';
import { may, useMe } from '../../../api/session';
import { Bar } from '../../../ui/bar';
import { Button, LinkButton } from '../../../ui/button';
import { day, dayAndClock, titled } from '../../../ui/format';
import { Icon } from '../../../ui/icon';
import { Print } from '../../../ui/icons';
import { Answer, Empty, Note } from '../../../ui/note';
import { PageHead } from '../../../ui/panel';
import { useServerClock } from '../../../ui/server-clock';
import { DemoMark } from '../../../ui/state-mark';
import { WhatIsInTheWay } from '../year/in-the-way';
import { PhaseRuler } from '../year/phase-ruler';
import { RolloutStates } from '../year/rollout-states';
import { SigningProgress } from '../year/signing-progress';
import { useMatters } from '../year/use-matters';
import { useWaits } from '../year/waits';
import { WhoWaits } from '../year/who-waits';
import styles from '../year/year.module.css';
import { type ContestOfYear, YEAR_SIGNING, type YearMatters } from '../year/year.query';

/** The year on one page: where it stands, what is late, who waits for whom, what is in the way. */
export function Page() {
  const { t } = useLingui();
  const { contestId } = useParams({ from: '/inside/contests/$contestId/year' });
  const asked = useMatters(contestId);
  return (
    <Answer of={asked}>
      {(found) =>
        found.contest ? (
          <Year key={found.contest.id} contest={found.contest} matters={found} onNudged={asked.again} />
        ) : (
          <>
            <PageHead title={t`Tổng quan năm`} />
            <Empty title={<Trans>Không có cuộc thi này, hoặc cuộc thi không thuộc phạm vi của ông/bà</Trans>} />
          </>
        )
      }
    </Answer>
  );
}

interface YearProps {
  readonly contest: ContestOfYear;
  readonly matters: YearMatters;
  readonly onNudged: () => void;
}

function Year({ contest, matters, onNudged }: YearProps) {
  const { t } = useLingui();
  const me = useMe();
  const now = useServerClock(matters.serverTime);
  const round = matters.rounds.find(({ state }) => state === 'OPEN' || state === 'SETTLING');
  const signing = useAsk(YEAR_SIGNING, { roundId: round?.id ?? '' }, { pause: !round || !may(me, 'assignment:manage') });
  const judges = round ? (signing.data?.assignmentMatrix.judges ?? []) : [];
  const waits = useWaits({ contest, matters, round, judges, now });
  const { year } = contest;
  return (
    <>
      <Bar
        crumbs={[
          { label: t`Cuộc thi ${year}`, link: { to: '/contests/$contestId/setup', params: { contestId: contest.id } } },
          { label: t`Tổng quan năm` },
        ]}
        side={contest.illustrative && <DemoMark />}
      />
      <PageHead
        title={titled(contest)}
        acts={
          <>
            <Button
              onClick={() => {
                print();
              }}
            >
              <Icon of={Print} />
              <Trans>In</Trans>
            </Button>
            {contest.canSetDates && (
              <LinkButton to="/contests/$contestId/setup" params={{ contestId: contest.id }}>
                <Trans>Đổi ngày giai đoạn</Trans>
              </LinkButton>
            )}
          </>
        }
      >
        {[day(now), contest.documents.find(({ kind }) => kind === 'PLAN')?.number, t`danh sách đơn vị theo ngày ${day(contest.rosterAsOf)}`]
          .filter(Boolean)
          .join(' · ')}
      </PageHead>
      <div className={styles.stack}>
        {contest.heldAt !== null && (
          <Note tone="soon">
            <Trans>
              Tạm giữ từ {dayAndClock(contest.heldAt)}. Lý do: {contest.heldReason}
            </Trans>
          </Note>
        )}
        <PhaseRuler of={contest} now={now} />
        <div className={styles.columns}>
          <div className={styles.stack}>
            <WhoWaits of={waits} now={now} onNudged={onNudged} />
            {matters.rollouts && <RolloutStates of={matters.rollouts} />}
          </div>
          <div className={styles.stack}>
            {round && <SigningProgress round={round} judges={judges} />}
            <WhatIsInTheWay contest={contest} round={round} />
          </div>
        </div>
      </div>
    </>
  );
}
