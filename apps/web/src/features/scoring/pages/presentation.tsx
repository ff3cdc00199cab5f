import { Trans, useLingui } from '@lingui/react/macro';
import { useParams } from '@tanstack/react-router';
import { type ReactNode } from 'react';
import { useAsk, useRenewed } from '../../../api/ask';
import { useRest } from '../../../api/ask-whole';
import { Bar } from '../../../ui/bar';
import { LinkButton } from '../../../ui/button';
import { clock, day, named, number } from '../../../ui/format';
import { Check, Clock, Send } from '../../../ui/icons';
import { Answer, Empty, Note } from '../../../ui/note';
import { PageHead, Panel } from '../../../ui/panel';
import { StateMark } from '../../../ui/state-mark';
import table from '../../../ui/table.module.css';
import { CardMark } from '../card-state';
import { CARDS, type CardRow } from '../cards.query';
import { useAgainWhen } from '../office/use-again-when';
import { PRESENTATION_OF_JUDGE, PRESENTATION_ORDER_LIVE, type Place, type PresentationOrder } from '../presentation.query';
import styles from '../presentation.module.css';
import { RoomClock } from '../room-clock';

/** The day of presentations, on a tablet in the room: who presents, how long, one press to their card, and who comes next. */
export function Page() {
  const { t } = useLingui();
  const { roundId } = useParams({ from: '/inside/judging/$roundId/presentation' });
  const whole = useRest(useAsk(PRESENTATION_OF_JUDGE, { roundId, after: null }), CARDS, { roundId }, 'myCards');
  const asked = useRenewed(whole, PRESENTATION_ORDER_LIVE, { roundId });
  const round = asked.data?.round;
  const order = asked.data?.presentationOrder;
  // A card opens when its presentation begins, so that cards are asked for anew then, and the clock.
  useAgainWhen(asked.data && [order?.places.map(({ state }) => state)], asked.again);
  return (
    <>
      <Bar
        crumbs={[
          { label: t`Phiếu chấm của tôi`, link: { to: '/judging' } },
          { label: round ? named(round) : t`Vòng chấm`, link: { to: '/judging/$roundId', params: { roundId } } },
          { label: t`Buổi thuyết trình` },
        ]}
      />
      <PageHead title={t`Buổi thuyết trình`} />
      <Answer of={asked}>
        {({ presentationOrder, myCards, serverTime }) =>
          presentationOrder === null ? (
            <Panel flush>
              <Empty title={<Trans>Chưa rút thăm thứ tự thuyết trình</Trans>}>
                <p>
                  <Trans>Thứ tự hiện ở đây ngay khi Ban Tổ chức rút thăm.</Trans>
                </p>
              </Empty>
            </Panel>
          ) : (
            <InOrder order={presentationOrder} said={serverTime} cards={myCards.edges.map(({ node }) => node)} />
          )
        }
      </Answer>
    </>
  );
}

interface OrderProps {
  readonly order: PresentationOrder;
  readonly said: string;
  readonly cards: readonly CardRow[];
}

function InOrder({ order, said, cards }: OrderProps) {
  const { t } = useLingui();
  const { places, draws } = order;
  const draw = draws.at(-1);
  const cardOf = (place: Place) => cards.find(({ initiative }) => initiative.id === place.initiative.id);
  const now = places.find(({ state }) => state === 'PRESENTING');
  const next = places.find(({ state }) => state === 'WAITING');
  return (
    <>
      {now ? (
        <section className={styles.now} aria-label={t`Đang thuyết trình`}>
          <div>
            <p className="secondary">
              <Trans>
                Đang thuyết trình, lượt {number(now.place)} / {number(places.length)}
              </Trans>{' '}
              · <span className="num no-break">{now.initiative.receiptNumber}</span>
            </p>
            <h2>{now.initiative.title}</h2>
          </div>
          <RoomClock order={order} said={said} />
          <div className={styles.acts}>
            <ToCard card={cardOf(now)} large />
          </div>
        </section>
      ) : (
        <Note>
          {next ? (
            <Trans>
              Chưa có lượt nào đang thuyết trình. Lượt tới: {next.initiative.receiptNumber} {next.initiative.title}
            </Trans>
          ) : (
            <Trans>Mọi lượt đã thuyết trình xong.</Trans>
          )}
        </Note>
      )}
      <Panel flush title={<Trans>Thứ tự thuyết trình</Trans>}>
        <div className={styles.frame} tabIndex={0} role="region" aria-label={t`Thứ tự thuyết trình`}>
          <table className={table.table}>
            <thead>
              <tr>
                <Heads />
              </tr>
            </thead>
            <tbody>
              {places.map((place) => (
                <PlaceRow key={place.id} place={place} card={cardOf(place)} />
              ))}
            </tbody>
          </table>
        </div>
      </Panel>
      {draw && (
        <p className="caption">
          <Trans>
            Thứ tự theo lần rút thăm {number(draw.number)}, {day(draw.drawnAt)}, số rút {String(draw.seed)}. Mỗi lượt{' '}
            {number(order.presentMinutes)} phút thuyết trình, {number(order.questionMinutes)} phút hỏi đáp.
          </Trans>
        </p>
      )}
    </>
  );
}

function Heads() {
  return (
    <>
      <th scope="col" className={table.number}>
        <Trans>Lượt</Trans>
      </th>
      <th scope="col">
        <Trans>Sáng kiến</Trans>
      </th>
      <th scope="col">
        <Trans>Trạng thái</Trans>
      </th>
      <th scope="col">
        <Trans>Phiếu của ông/bà</Trans>
      </th>
      <th scope="col">
        <Trans>Việc tiếp theo</Trans>
      </th>
    </>
  );
}

function PlaceRow({ place, card }: { readonly place: Place; readonly card: CardRow | undefined }) {
  return (
    <tr aria-current={place.state === 'PRESENTING' ? 'step' : undefined}>
      <td className={table.number}>{number(place.place)}</td>
      <th scope="row">
        {place.initiative.title}
        <span className={styles.about}>
          <span className="num no-break">{place.initiative.receiptNumber}</span>
          {place.plannedAt && (
            <>
              {' '}
              · <Trans>dự kiến {clock(place.plannedAt)}</Trans>
            </>
          )}
        </span>
      </th>
      <td>
        <PlaceState place={place} />
      </td>
      <td>{card ? <CardMark card={card} /> : <span className="secondary">–</span>}</td>
      <td>
        <ToCard card={card} />
      </td>
    </tr>
  );
}

function PlaceState({ place: { state } }: { readonly place: Place }): ReactNode {
  switch (state) {
    case 'WAITING':
      return (
        <StateMark icon={Clock}>
          <Trans>chờ đến lượt</Trans>
        </StateMark>
      );
    case 'PRESENTING':
      return (
        <StateMark tone="ink" icon={Send}>
          <Trans>đang thuyết trình</Trans>
        </StateMark>
      );
    case 'PRESENTED':
      return (
        <StateMark tone="done" icon={Check}>
          <Trans>đã thuyết trình</Trans>
        </StateMark>
      );
  }
}

/** To the card, where there is something to do or to see on it; or why not yet. */
function ToCard({ card, large = false }: { readonly card: CardRow | undefined; readonly large?: boolean }) {
  if (!card)
    return large ? (
      <p className="secondary">
        <Trans>Ông/bà không chấm sáng kiến này.</Trans>
      </p>
    ) : null;
  if (card.state === 'EXCUSED') return null;
  const { round, id, whyNotMark, canMark, state } = card;
  const { receiptNumber } = card.initiative;
  if (!canMark && state === 'DRAFT' && whyNotMark?.code !== 'ATTESTATION_MISSING') return <p className="caption">{whyNotMark?.message}</p>;
  return (
    <LinkButton
      to="/judging/$roundId/cards/$cardId"
      params={{ roundId: round.id, cardId: id }}
      size={large ? 'large' : 'medium'}
      kind={large && state === 'DRAFT' ? 'primary' : 'secondary'}
    >
      {state === 'SIGNED' ? <Trans>Xem phiếu {receiptNumber}</Trans> : <Trans>Chấm {receiptNumber}</Trans>}
    </LinkButton>
  );
}
