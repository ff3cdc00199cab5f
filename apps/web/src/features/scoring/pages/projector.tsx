import { Trans, useLingui } from '@lingui/react/macro';
import { Link, useParams } from '@tanstack/react-router';
import { useAsk, useRenewed } from '../../../api/ask';
import { clock, named, number } from '../../../ui/format';
import { Answer } from '../../../ui/note';
import { useTitle } from '../../../ui/panel';
import { PRESENTATION_ORDER_LIVE, PROJECTOR, type Place, type PresentationOrder } from '../presentation.query';
import { useAgainWhen } from '../office/use-again-when';
import { RoomClock } from '../room-clock';
import styles from '../office/projector.module.css';

/** So many of those to come are read from the back of a room. */
const NEXT_SHOWN = 2;

/** For the wall of the room: who presents, how long still, who comes next. Nothing of what judges have done. */
export function Page() {
  const { t } = useLingui();
  const { contestId, roundId } = useParams({ from: '/alone/contests/$contestId/rounds/$roundId/projector' });
  const asked = useRenewed(useAsk(PROJECTOR, { roundId }), PRESENTATION_ORDER_LIVE, { roundId });
  const round = asked.data?.round;
  const order = asked.data?.presentationOrder;
  // Whoever presents is timed by a clock that was told when they began.
  useAgainWhen(asked.data && [order?.presentingUntil], asked.again);
  useTitle(t`Màn hình chiếu`);
  return (
    <main id="content" className={styles.wall}>
      <header className={styles.head}>
        <p>{round && named(round)}</p>
        <Link to="/contests/$contestId/rounds/$roundId/presentation" params={{ contestId, roundId }} className="no-print">
          <Trans>Về bảng điều hành</Trans>
        </Link>
      </header>
      <Answer of={asked}>
        {({ serverTime }) =>
          order ? (
            <OnWall order={order} said={serverTime} />
          ) : (
            <h1 className={styles.title}>
              <Trans>Chưa rút thăm thứ tự thuyết trình</Trans>
            </h1>
          )
        }
      </Answer>
    </main>
  );
}

function OnWall({ order, said }: { readonly order: PresentationOrder; readonly said: string }) {
  const { places, draws } = order;
  const now = places.find(({ state }) => state === 'PRESENTING');
  const next = places.filter(({ state }) => state === 'WAITING').slice(0, NEXT_SHOWN);
  const draw = draws.at(-1);
  return (
    <>
      <section className={styles.now} aria-live="polite">
        {now ? (
          <>
            <p className={styles.code}>
              <Trans>
                Lượt {number(now.place)} / {number(places.length)}
              </Trans>{' '}
              · <span className="num no-break">{now.initiative.receiptNumber}</span>
            </p>
            <h1 className={styles.title}>{now.initiative.title}</h1>
          </>
        ) : (
          <h1 className={styles.title}>{next.length > 0 ? <Trans>Sắp bắt đầu</Trans> : <Trans>Mọi lượt đã thuyết trình xong.</Trans>}</h1>
        )}
      </section>
      {now && <RoomClock order={order} said={said} size="huge" />}
      {next.length > 0 && <Next places={next} />}
      {draw && (
        <p className={styles.seed}>
          <Trans>
            Rút thăm lần {number(draw.number)}, số rút {String(draw.seed)}
          </Trans>
        </p>
      )}
    </>
  );
}

function Next({ places }: { readonly places: readonly Place[] }) {
  return (
    <section className={styles.next}>
      <h2>
        <Trans>Tiếp theo</Trans>
      </h2>
      <ol>
        {places.map(({ id, initiative: { receiptNumber, title }, plannedAt }) => (
          <li key={id}>
            <b className="num no-break">{receiptNumber}</b> {title}
            {plannedAt && (
              <span className={styles.planned}>
                {' '}
                <Trans>dự kiến {clock(plannedAt)}</Trans>
              </span>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
