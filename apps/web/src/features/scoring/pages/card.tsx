import { Trans, useLingui } from '@lingui/react/macro';
import { Link, useParams } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { type Asked, useAsk, useNewest, useNews } from '../../../api/ask';
import { useRest } from '../../../api/ask-whole';
import { Icon } from '../../../ui/icon';
import { ChevronLeft, Lock } from '../../../ui/icons';
import { Answer } from '../../../ui/note';
import { useTitle } from '../../../ui/panel';
import { SaveMark } from '../../../ui/save-mark';
import { Segments } from '../../../ui/segments';
import { useServerClock } from '../../../ui/server-clock';
import { StateMark } from '../../../ui/state-mark';
import { Attestation } from '../attestation';
import { BESIDE_CARD, type BesideCard } from '../beside-card.query';
import { CardFoot } from '../card-foot';
import styles from '../card-page.module.css';
import { CARD, type WholeCard } from '../card.query';
import { Pips } from '../card-state';
import { CARDS } from '../cards.query';
import { Dossier } from '../dossier';
import { missingOf } from '../marks';
import { type EarlierVersion } from '../earlier-versions.query';
import { PRESENTATION_ORDER_LIVE } from '../presentation.query';
import { useAgainWhen } from '../office/use-again-when';
import { RoomClock } from '../room-clock';
import { RoundDue, nextCard } from '../round-summary';
import { Rubric } from '../rubric';
import { SignedCard } from '../signed-card';
import { Signing } from '../signing';
import { UnsavedMarks } from '../unsaved-marks';
import { useMarks } from '../use-marks';
import { useReviewKey } from '../use-review-key';

/** One card on the whole screen: the dossier left, the rubric right, at the foot the total, what is missing and the signature. */
export function Page() {
  const { cardId } = useParams({ from: '/alone/judging/$roundId/cards/$cardId' });
  const asked = useAsk(CARD, { id: cardId });
  return (
    <Answer of={asked}>
      {({ scorecard, scorecardVersions, serverTime }) =>
        scorecard === null ? (
          <NoCard />
        ) : (
          <OneCard key={scorecard.id} card={scorecard} versions={scorecardVersions} said={serverTime} onChange={asked.again} />
        )
      }
    </Answer>
  );
}

interface CardProps {
  readonly card: WholeCard;
  readonly versions: readonly EarlierVersion[];
  readonly said: string;
  readonly onChange: () => void;
}

/** Opened by its judge's word, or the place where that is given. */
function OneCard(props: CardProps) {
  const { card, said, onChange } = props;
  const { id } = card;
  const roundId = card.round.id;
  const opened = card.attested && !card.conflicted && card.state !== 'EXCUSED';
  const beside = useRest(useAsk(BESIDE_CARD, { id, roundId, opened, after: null }), CARDS, { roundId }, 'myCards');
  if (opened) return <Marking {...props} beside={beside} />;
  return (
    <div className={styles.page}>
      <Top card={card} said={said} beside={beside} />
      <main id="content">
        <Attestation card={card} beside={beside} onDone={onChange} />
      </main>
    </div>
  );
}

function Marking({ card, versions, said, beside, onChange }: CardProps & { readonly beside: Asked<BesideCard> }) {
  const { t } = useLingui();
  useTitle(`${card.initiative.receiptNumber} ${card.initiative.title}`);
  const [pane, setPane] = useState<'dossier' | 'rubric'>('dossier');
  const [stage, setStage] = useState<'marking' | 'review' | 'unsaved' | 'signed'>('marking');
  const typed = useMarks(card, onChange);
  const { marks, autosave, sign } = typed;
  const missing = missingOf(card.criteria, marks);
  const twofold = Object.keys(autosave.theirs).length;
  const next = nextCard(beside.data?.myCards.edges.map(({ node }) => node) ?? [], card.id);
  const review = () => {
    if (missing.length === 0 && twofold === 0 && card.canSign) setStage('review');
  };
  const close = () => {
    sign.clear();
    setStage('marking');
  };
  useReviewKey(review);
  useAgainAt(card.signableUntil, said, onChange);
  return (
    <div className={styles.page} data-pane={pane}>
      <Top
        card={card}
        said={said}
        beside={beside}
        side={card.canMark && <SaveMark saving={autosave.saving} again={() => void autosave.flush()} />}
      />
      <nav className={styles.panes} aria-label={t`Phần đang xem`}>
        {pane === 'rubric' && <h1 className="visually-hidden">{card.initiative.title}</h1>}
        <Segments
          label={t`Phần đang xem`}
          value={pane}
          onChange={setPane}
          choices={[
            { value: 'dossier', label: t`Hồ sơ` },
            { value: 'rubric', label: t`Chấm điểm` },
          ]}
        />
      </nav>
      <main id="content" className={styles.split}>
        <Dossier card={card} similar={beside.data?.similarToCard} onChange={onChange} />
        <Rubric card={card} marks={marks} readOnly={!card.canMark} onChange={typed.change}>
          <UnsavedMarks card={card} of={typed} />
        </Rubric>
      </main>
      <CardFoot
        card={card}
        versions={versions}
        marks={marks}
        missing={missing}
        twofold={twofold}
        onReview={review}
        onChange={onChange}
        onGo={() => {
          setPane('rubric');
        }}
      />
      {(stage === 'review' || stage === 'unsaved') && (
        <Signing
          card={{ title: card.initiative.title, criteria: card.criteria }}
          heading={<Trans>Xem lại phiếu {card.initiative.receiptNumber}</Trans>}
          meaning={
            <Trans>Sau khi ký, phiếu không sửa được. Điểm được niêm phong đến khi vòng chấm kết thúc, kể cả với Phòng Nội vụ.</Trans>
          }
          marks={marks}
          busy={sign.busy}
          unsaved={stage === 'unsaved'}
          refusal={sign.refusal}
          broken={sign.broken}
          onClose={close}
          onSign={() => {
            void sign.run().then((outcome) => {
              setStage(outcome === null ? 'unsaved' : outcome.kind === 'done' ? 'signed' : 'review');
              if (outcome?.kind === 'refused') onChange();
            });
          }}
        />
      )}
      {stage === 'signed' && card.state === 'SIGNED' && <SignedCard card={card} next={next} onClose={close} />}
    </div>
  );
}

const LONGEST_MS = 2 ** 31 - 1;

/** Asks anew once a moment has come by the server's clock: what may be done until then is over. */
function useAgainAt(moment: string | null, said: string, again: () => void): void {
  const late = useRef(again);
  useEffect(() => {
    late.current = again;
  });
  useEffect(() => {
    const left = moment === null ? -1 : Date.parse(moment) - Date.parse(said);
    if (left < 0 || left > LONGEST_MS) return undefined;
    const timer = setTimeout(() => {
      late.current();
    }, left + 1000);
    return () => {
      clearTimeout(timer);
    };
  }, [moment, said]);
}

interface TopProps extends Pick<CardProps, 'card' | 'said'> {
  readonly beside: Asked<BesideCard>;
  readonly side?: ReactNode;
}

function Top({ card, said, beside, side }: TopProps) {
  const now = useServerClock(said);
  const { data } = beside;
  return (
    <header className={styles.top}>
      <Link to="/judging/$roundId" params={{ roundId: card.round.id }} className={styles.back}>
        <Icon of={ChevronLeft} />
        <Trans>Phiếu của tôi</Trans>
      </Link>
      {data && <Pips cards={data.myCards.edges.map(({ node }) => node)} here={card.id} />}
      {data?.round?.presentation && <InTheRoom card={card} beside={data} again={beside.again} />}
      <span className={styles.due}>
        <RoundDue state={card.round.state} dueAt={card.dueAt} now={now} />
      </span>
      <span className={styles.saved}>
        {card.state === 'SIGNED' ? (
          <StateMark tone="ink" icon={Lock}>
            <Trans>Phiếu đã ký</Trans>
          </StateMark>
        ) : (
          side
        )}
      </span>
    </header>
  );
}

interface RoomProps {
  readonly card: WholeCard;
  readonly beside: BesideCard;
  readonly again: () => void;
}

/** While its initiative is presented: how long that goes on. */
function InTheRoom({
  card: {
    round: { id: roundId },
    initiative,
  },
  beside,
  again,
}: RoomProps) {
  const told = useNews(PRESENTATION_ORDER_LIVE, { roundId })?.presentationOrder;
  const order = useNewest(beside.presentationOrder ?? undefined, told ?? undefined);
  const here = order?.places.some((place) => place.initiative.id === initiative.id && place.state === 'PRESENTING');
  // Whoever presents is timed by a clock that was told when they began.
  useAgainWhen([order?.presentingUntil], again);
  return order && here ? <RoomClock order={order} said={beside.serverTime} size="small" /> : null;
}

function NoCard() {
  return (
    <main id="content" className={styles.gate}>
      <h1>
        <Trans>Không có phiếu chấm này</Trans>
      </h1>
      <p>
        <Link to="/judging">
          <Trans>Về phiếu chấm của tôi</Trans>
        </Link>
      </p>
    </main>
  );
}
