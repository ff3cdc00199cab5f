import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { LinkButton } from '../../ui/button';
import { dayAndClock, number } from '../../ui/format';
import table from '../../ui/table.module.css';
import { Tag } from '../../ui/state-mark';
import { CardMark, stageOf } from './card-state';
import { type CardRow } from './cards.query';
import styles from './card-table.module.css';
import { Reopening } from './reopening';

/** One's cards in the order in which they are judged, each with how it stands and what is next. */
export function CardTable({ cards, onChange }: { readonly cards: readonly CardRow[]; readonly onChange: () => void }) {
  const { t } = useLingui();
  return (
    <div className={styles.frame} tabIndex={0} role="region" aria-label={t`Phiếu theo thứ tự chấm`}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col" className={table.number}>
              <Trans>Thứ tự</Trans>
            </th>
            <th scope="col">
              <Trans>Sáng kiến</Trans>
            </th>
            <th scope="col">
              <Trans>Trạng thái</Trans>
            </th>
            <th scope="col" className={table.number}>
              <Trans>Điểm</Trans>
            </th>
            <th scope="col">
              <Trans>Việc tiếp theo</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {cards.map((card, at) => (
            <tr key={card.id}>
              <td className={table.number}>{number(at + 1)}</td>
              <th scope="row">
                <Link to="/judging/$roundId/cards/$cardId" params={{ roundId: card.round.id, cardId: card.id }}>
                  {card.initiative.title}
                </Link>
                <span className={styles.about}>
                  <span className="num no-break">{card.initiative.receiptNumber}</span>
                  {card.anonymous && (
                    <Tag>
                      <Trans>ẩn danh</Trans>
                    </Tag>
                  )}
                  {card.extra && (
                    <Tag tone="ink">
                      <Trans>phiếu bổ sung</Trans>
                    </Tag>
                  )}
                </span>
              </th>
              <td>
                <CardMark card={card} />
                <StateDetail card={card} />
              </td>
              <td className={table.number}>
                <Total card={card} />
              </td>
              <td>
                <div className={styles.next}>
                  <NextAct card={card} />
                  <Reopening card={card} onDone={onChange} />
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function StateDetail({ card }: { readonly card: CardRow }) {
  if (card.state === 'SIGNED' && card.signedAt) return <p className="caption">{dayAndClock(card.signedAt)}</p>;
  if (card.state === 'EXCUSED') return <p className="caption">{card.excuseReason}</p>;
  if (stageOf(card) === 'draft' && card.missing.length > 0) {
    return (
      <p className="caption">
        <Trans>còn {number(card.missing.length)} tiêu chí</Trans>
      </p>
    );
  }
  return null;
}

function Total({ card }: { readonly card: CardRow }) {
  const total = card.total ?? card.draftTotal;
  if (total === null) return <>–</>;
  return (
    <>
      {number(total)}
      {card.state !== 'SIGNED' && (
        <span className={styles.draft}>
          {' '}
          <Trans>tạm tính</Trans>
        </span>
      )}
    </>
  );
}

/** What there is to do on a card, in one press; or why there is nothing. */
function NextAct({ card }: { readonly card: CardRow }) {
  if (card.state === 'EXCUSED') return null;
  if (card.state === 'SIGNED') {
    return (
      <Go card={card}>
        <Trans>Xem phiếu</Trans>
      </Go>
    );
  }
  if (card.canMark) {
    return (
      <Go card={card}>
        {card.missing.length === 0 ? <Trans>Xem lại và ký</Trans> : card.marks.length > 0 ? <Trans>Chấm tiếp</Trans> : <Trans>Chấm</Trans>}
      </Go>
    );
  }
  if (card.whyNotMark?.code === 'ATTESTATION_MISSING') {
    return (
      <Go card={card}>
        <Trans>Cam đoan để mở hồ sơ</Trans>
      </Go>
    );
  }
  if (card.whyNotMark?.code === 'CALIBRATION_DUE') {
    return (
      <LinkButton size="small" to="/judging/$roundId/calibration" params={{ roundId: card.round.id }}>
        <Trans>Chấm mẫu trước</Trans>
        <span className="visually-hidden"> {card.initiative.receiptNumber}</span>
      </LinkButton>
    );
  }
  return <p className="caption">{card.whyNotMark?.message}</p>;
}

function Go({ card, children }: { readonly card: CardRow; readonly children: React.ReactNode }) {
  return (
    <LinkButton size="small" to="/judging/$roundId/cards/$cardId" params={{ roundId: card.round.id, cardId: card.id }}>
      {children}
      <span className="visually-hidden"> {card.initiative.receiptNumber}</span>
    </LinkButton>
  );
}
