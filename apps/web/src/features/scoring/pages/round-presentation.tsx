import { Trans, useLingui } from '@lingui/react/macro';
import { useParams } from '@tanstack/react-router';
import { useAsk, useRenewed } from '../../../api/ask';
import { LinkButton } from '../../../ui/button';
import { named, number } from '../../../ui/format';
import { Answer, Empty, Note } from '../../../ui/note';
import { PageHead, Panel } from '../../../ui/panel';
import { DrawOrder, Draws } from '../office/draw-order';
import { JudgingBar, officeStyles as styles } from '../../jury/shared';
import { type OfficePanel, PANEL } from '../office/panel.query';
import { ROUND_LIVE } from '../office/rounds.query';
import { NowPresenting, Slots } from '../office/slots';
import { useAgainWhen } from '../office/use-again-when';
import { PRESENTATION_ORDER_LIVE } from '../presentation.query';

/** The day of presentations as the office runs it: the draw, who presents, the clock, who of the judges has signed. */
export function Page() {
  const { t } = useLingui();
  const { contestId, roundId } = useParams({ from: '/inside/contests/$contestId/rounds/$roundId/presentation' });
  const ordered = useRenewed(useAsk(PANEL, { contestId, roundId }), PRESENTATION_ORDER_LIVE, { roundId });
  const asked = useRenewed(ordered, ROUND_LIVE, { id: roundId });
  const round = asked.data?.round;
  useAgainWhen(asked.data && [asked.data.presentationOrder, round?.progress], asked.again);
  const params = { contestId, roundId };
  const panel = asked.data?.presentationPanel;
  return (
    <>
      <JudgingBar
        contestId={contestId}
        contest={asked.data?.contest}
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
        {({ serverTime }) =>
          panel?.presentation ? (
            <Day panel={panel} said={serverTime} onDone={asked.again} />
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

function Day({ panel, said, onDone }: { readonly panel: OfficePanel; readonly said: string; readonly onDone: () => void }) {
  const { slots, draws, currentSlotId, presentation } = panel;
  const now = slots.find(({ id }) => id === currentSlotId);
  const next = slots.find(({ state, eligible }) => state === 'WAITING' && eligible);
  return (
    <div className={styles.stack}>
      {now ? (
        <NowPresenting panel={panel} said={said} slot={now} onDone={onDone} />
      ) : (
        slots.length > 0 && (
          <Note>
            {next ? (
              <Trans>
                Chưa có lượt nào đang thuyết trình. Lượt tới: {next.initiative.receiptNumber} {next.initiative.title}
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
