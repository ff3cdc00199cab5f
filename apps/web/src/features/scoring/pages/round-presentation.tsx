import { Trans, useLingui } from '@lingui/react/macro';
import { useParams } from '@tanstack/react-router';
import { useAsk, useLive } from '../../../api/ask';
import { LinkButton } from '../../../ui/button';
import { named, number } from '../../../ui/format';
import { Answer, Empty, Note } from '../../../ui/note';
import { PageHead, Panel } from '../../../ui/panel';
import { DrawOrder, Draws } from '../office/draw-order';
import { JudgingBar, useJudgedContest } from '../office/judging-nav';
import { type OfficePanel, PANEL } from '../office/panel.query';
import { ROUND, ROUND_LIVE } from '../office/rounds.query';
import { NowPresenting, Slots } from '../office/slots';
import { useAgainWhen } from '../office/use-again-when';
import { PRESENTATION_ORDER, PRESENTATION_ORDER_LIVE } from '../presentation.query';
import styles from '../office/office.module.css';

/** The day of presentations as the office runs it: the draw, who presents, the clock, who of the judges has signed. */
export function Page() {
  const { t } = useLingui();
  const { contestId, roundId } = useParams({ from: '/inside/contests/$contestId/rounds/$roundId/presentation' });
  const contest = useJudgedContest(contestId);
  const asked = useAsk(PANEL, { roundId });
  const order = useLive(PRESENTATION_ORDER, PRESENTATION_ORDER_LIVE, { roundId }).data;
  const running = useLive(ROUND, ROUND_LIVE, { id: roundId }).data?.round;
  useAgainWhen(JSON.stringify([order, running?.progress]), asked.again);
  const round = asked.data?.round;
  const params = { contestId, roundId };
  const panel = asked.data?.presentationPanel;
  return (
    <>
      <JudgingBar
        contestId={contestId}
        contest={contest}
        crumbs={[
          { label: t`Các vòng chấm`, link: { to: '/contests/$contestId/rounds', params: { contestId } } },
          { label: round ? named(round) : t`Vòng`, link: { to: '/contests/$contestId/rounds/$roundId', params } },
          { label: t`Buổi thuyết trình` },
        ]}
      />
      <PageHead
        title={t`Buổi thuyết trình`}
        acts={
          panel?.presentation && (
            <>
              <LinkButton to="/contests/$contestId/rounds/$roundId/projector" params={params} target="_blank">
                <Trans>Mở màn hình chiếu</Trans>
              </LinkButton>
              <DrawOrder panel={panel} onDone={asked.again} />
            </>
          )
        }
      >
        {round && named(round)}
      </PageHead>
      <Answer of={asked}>
        {() =>
          panel?.presentation ? (
            <Day panel={panel} onDone={asked.again} />
          ) : (
            <Empty title={<Trans>Vòng này không có thuyết trình</Trans>}>
              <p>
                <Trans>Quy tắc chấm quyết định vòng nào có thuyết trình.</Trans>
              </p>
            </Empty>
          )
        }
      </Answer>
    </>
  );
}

function Day({ panel, onDone }: { readonly panel: OfficePanel; readonly onDone: () => void }) {
  const { slots, draws, currentSlotId, presentation } = panel;
  const now = slots.find(({ id }) => id === currentSlotId);
  const next = slots.find(({ state, eligible }) => state === 'WAITING' && eligible);
  return (
    <div className={styles.stack}>
      {now ? (
        <NowPresenting panel={panel} slot={now} onDone={onDone} />
      ) : (
        slots.length > 0 && (
          <Note>
            {next ? (
              <Trans>
                Chưa có lượt nào đang thuyết trình. Lượt tới: {next.receiptNumber} {next.title}
              </Trans>
            ) : (
              <Trans>Mọi lượt đã thuyết trình xong.</Trans>
            )}
          </Note>
        )
      )}
      {slots.length === 0 ? (
        <Panel flush>
          <Empty title={<Trans>Chưa rút thăm thứ tự thuyết trình</Trans>}>
            <p>
              <Trans>Rút xong, thứ tự hiện ngay ở đây, trên màn hình chiếu và trên máy của giám khảo.</Trans>
            </p>
          </Empty>
        </Panel>
      ) : (
        <Slots slots={slots} onDone={onDone} />
      )}
      <Draws draws={draws} />
      {presentation && (
        <p className="caption">
          <Trans>
            Mỗi lượt {number(presentation.presentMinutes)} phút thuyết trình, {number(presentation.questionMinutes)} phút hỏi đáp.
          </Trans>{' '}
          {presentation.marksInRoom && <Trans>Phiếu chỉ chấm được khi lượt của sáng kiến đã bắt đầu.</Trans>}
        </p>
      )}
    </div>
  );
}
