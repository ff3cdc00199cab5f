import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useWhole } from '../../../api/ask-whole';
import { Bar } from '../../../ui/bar';
import { LinkButton } from '../../../ui/button';
import { named } from '../../../ui/format';
import { Answer, Empty } from '../../../ui/note';
import { PageHead, Panel } from '../../../ui/panel';
import { Segments } from '../../../ui/segments';
import { CalibrationNote } from '../calibration-note';
import { CardTable } from '../card-table';
import { Pips, signedOf } from '../card-state';
import { CARDS } from '../cards.query';
import { RoundDue, nextCard } from '../round-summary';
import { ScaleTable } from '../scale-table';
import styles from './judging.module.css';

/** The cards of one round in the personal order, or their marks side by side. */
export function Page() {
  const { t } = useLingui();
  const { roundId } = useParams({ from: '/inside/judging/$roundId' });
  const { view } = useSearch({ from: '/inside/judging/$roundId' });
  const go = useNavigate({ from: '/judging/$roundId' });
  const asked = useWhole(CARDS, { roundId }, 'myCards');
  const name = asked.data?.round ? named(asked.data.round) : t`Vòng chấm`;
  return (
    <>
      <Bar crumbs={[{ label: t`Phiếu chấm của tôi`, link: { to: '/judging' } }, { label: name }]} />
      <Answer of={asked}>
        {({ round, myCards }) => {
          const cards = myCards.edges.map(({ node }) => node);
          const next = nextCard(cards);
          const { signed, due } = signedOf(cards);
          return (
            <>
              <PageHead
                title={name}
                acts={
                  <>
                    {round?.presentation && (
                      <LinkButton to="/judging/$roundId/presentation" params={{ roundId }} size="large">
                        <Trans>Buổi thuyết trình</Trans>
                      </LinkButton>
                    )}
                    {round?.state === 'OPEN' && due > signed && (
                      <LinkButton to="/judging/$roundId/offline-sheet" params={{ roundId }} size="large">
                        <Trans>Chấm khi không có mạng</Trans>
                      </LinkButton>
                    )}
                    {next && (
                      <LinkButton to="/judging/$roundId/cards/$cardId" params={{ roundId, cardId: next.id }} size="large" kind="primary">
                        <Trans>Chấm {next.initiative.receiptNumber}</Trans>
                      </LinkButton>
                    )}
                  </>
                }
              >
                {round && <RoundDue state={round.state} dueAt={round.dueAt} />}
              </PageHead>
              {round?.calibration && <CalibrationNote roundId={roundId} />}
              <Panel
                flush
                title={<Pips cards={cards} />}
                side={
                  <Segments
                    label={t`Cách xem`}
                    value={view ?? 'order'}
                    onChange={(next) => void go({ search: next === 'scale' ? { view: 'scale' } : {} })}
                    choices={[
                      { value: 'order', label: t`Thứ tự chấm` },
                      { value: 'scale', label: t`So điểm đã cho` },
                    ]}
                  />
                }
              >
                {cards.length === 0 ? (
                  <Empty title={<Trans>Chưa có phiếu nào trong vòng này</Trans>} />
                ) : view === 'scale' && round ? (
                  <ScaleTable criteria={round.criteria} cards={cards} />
                ) : (
                  <CardTable cards={cards} onChange={asked.again} />
                )}
              </Panel>
              <p className={`caption ${styles.foot ?? ''}`}>
                <Plural value={due - signed} _0="Không còn phiếu nào phải ký." one="Còn # phiếu phải ký." other="Còn # phiếu phải ký." />{' '}
                <Trans>Thứ tự chấm là của riêng ông/bà và không đổi.</Trans>
              </p>
            </>
          );
        }}
      </Answer>
    </>
  );
}
