import { Trans, useLingui } from '@lingui/react/macro';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { type ReactNode, useEffect, useState } from 'react';
import { useAsk } from '../../../api/ask';
import { Icon } from '../../../ui/icon';
import { ChevronLeft, Lock } from '../../../ui/icons';
import { Answer } from '../../../ui/note';
import { useTitle } from '../../../ui/panel';
import { SaveMark } from '../../../ui/save-mark';
import { Segments } from '../../../ui/segments';
import { StateMark } from '../../../ui/state-mark';
import { useToast } from '../../../ui/toast';
import { Attestation } from '../attestation';
import { CardFoot } from '../card-foot';
import styles from '../card-page.module.css';
import { CARD, type WholeCard } from '../card.query';
import { Pips } from '../card-state';
import { CARDS } from '../cards.query';
import { Dossier } from '../dossier';
import { missingOf } from '../marks';
import { RoundDue, nextCard } from '../round-summary';
import { Rubric } from '../rubric';
import { Signing } from '../signing';
import { StaleCard } from '../stale-card';
import { useMarks } from '../use-marks';

/** One card on the whole screen: the dossier left, the rubric right, at the foot the total, what is missing and the signature. */
export function Page() {
  const { cardId } = useParams({ from: '/alone/judging/$roundId/cards/$cardId' });
  const asked = useAsk(CARD, { id: cardId });
  return (
    <Answer of={asked}>
      {({ scorecard }) =>
        scorecard === null ? (
          <NoCard />
        ) : scorecard.attested && !scorecard.conflicted && scorecard.state !== 'EXCUSED' ? (
          <Marking key={`${scorecard.id} ${scorecard.state}`} card={scorecard} onChange={asked.again} />
        ) : (
          <div className={styles.page}>
            <Top card={scorecard} />
            <main id="content">
              <Attestation card={scorecard} onDone={asked.again} />
            </main>
          </div>
        )
      }
    </Answer>
  );
}

function Marking({ card, onChange }: { readonly card: WholeCard; readonly onChange: () => void }) {
  const { t } = useLingui();
  useTitle(`${card.receiptNumber} ${card.title}`);
  const [pane, setPane] = useState<'dossier' | 'rubric'>('dossier');
  const [reviewing, setReviewing] = useState(false);
  const { marks, change, saving, refusal, again, settle, sign } = useMarks(card);
  const missing = missingOf(card.criteria, marks);
  const goOn = useNext(card);
  const review = () => {
    if (missing.length === 0 && card.canSign) setReviewing(true);
  };
  useEffect(() => {
    const keys = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !event.ctrlKey) return;
      event.preventDefault();
      review();
    };
    window.addEventListener('keydown', keys);
    return () => {
      window.removeEventListener('keydown', keys);
    };
  });
  return (
    <div className={styles.page} data-pane={pane}>
      <Top card={card} side={card.canMark && <SaveMark saving={saving} again={again} />} />
      <nav className={styles.panes} aria-label={t`Phần đang xem`}>
        {pane === 'rubric' && <h1 className="visually-hidden">{card.title}</h1>}
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
        <Dossier card={card} />
        <Rubric card={card} marks={marks} readOnly={!card.canMark} onChange={change} />
      </main>
      <CardFoot
        card={card}
        marks={marks}
        missing={missing}
        onReview={review}
        onChange={onChange}
        onGo={() => {
          setPane('rubric');
        }}
      />
      {refusal?.code === 'STALE' && <StaleCard card={card} mine={marks} onSettle={settle} />}
      {reviewing && (
        <Signing
          card={card}
          marks={marks}
          busy={sign.busy}
          refusal={sign.refusal}
          broken={sign.broken}
          onClose={() => {
            sign.clear();
            setReviewing(false);
          }}
          onSign={() => {
            void sign.run().then(({ kind }) => {
              if (kind === 'done') goOn();
            });
          }}
        />
      )}
    </div>
  );
}

/** After the signature: the card that is next in the personal order, or the round when that was the last. */
function useNext(card: WholeCard): () => void {
  const go = useNavigate();
  const toast = useToast();
  const { data } = useAsk(CARDS, { roundId: card.roundId });
  return () => {
    toast(<Trans>Đã ký phiếu {card.receiptNumber}</Trans>);
    const next = nextCard(data?.myCards.edges.map(({ node }) => node) ?? [], card.id);
    if (next) void go({ to: '/judging/$roundId/cards/$cardId', params: { roundId: card.roundId, cardId: next.id } });
    else void go({ to: '/judging/$roundId', params: { roundId: card.roundId } });
  };
}

function Top({ card, side }: { readonly card: WholeCard; readonly side?: ReactNode }) {
  const { data } = useAsk(CARDS, { roundId: card.roundId });
  return (
    <header className={styles.top}>
      <Link to="/judging/$roundId" params={{ roundId: card.roundId }} className={styles.back}>
        <Icon of={ChevronLeft} />
        <Trans>Phiếu của tôi</Trans>
      </Link>
      {data && <Pips cards={data.myCards.edges.map(({ node }) => node)} here={card.id} />}
      <span className={styles.due}>
        <RoundDue state={card.roundState} dueAt={card.dueAt} />
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
