import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Button, LinkButton } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { dayAndClock, number } from '../../ui/format';
import { Check } from '../../ui/icons';
import { Note } from '../../ui/note';
import { StateMark } from '../../ui/state-mark';
import { type WholeCard } from './card.query';
import styles from './card-page.module.css';
import { type CardRow } from './cards.query';

const SHORT = 12;

/** What was signed, when, the code of its content, and the card that is next. */
export function SignedCard({
  card,
  next,
  onClose,
}: {
  readonly card: WholeCard;
  readonly next: CardRow | undefined;
  readonly onClose: () => void;
}) {
  const { id: roundId } = card.round;
  return (
    <Dialog
      title={<Trans>Đã ký phiếu {card.initiative.receiptNumber}</Trans>}
      onClose={onClose}
      acts={
        <>
          <Button size="large" onClick={onClose}>
            <Trans>Xem phiếu đã ký</Trans>
          </Button>
          {next ? (
            <LinkButton
              size="large"
              kind="primary"
              data-first-focus
              to="/judging/$roundId/cards/$cardId"
              params={{ roundId, cardId: next.id }}
            >
              <Trans>Phiếu tiếp theo: {next.initiative.receiptNumber}</Trans>
            </LinkButton>
          ) : (
            <LinkButton size="large" kind="primary" data-first-focus to="/judging/$roundId" params={{ roundId }}>
              <Trans>Về các phiếu của vòng</Trans>
            </LinkButton>
          )}
        </>
      }
    >
      <p className={styles.signTotal}>
        <b className="num">{number(card.total ?? 0)}</b> <Trans>điểm</Trans>
        <span className="secondary">{card.initiative.title}</span>
      </p>
      {card.signedAt && (
        <StateMark tone="done" icon={Check}>
          <Trans>Ký lúc {dayAndClock(card.signedAt)}</Trans>
        </StateMark>
      )}
      {card.hash && <WhatHashMeans hash={card.hash} />}
      {!next && (
        <Note tone="done">
          <Trans>Trong vòng này không còn phiếu nào chờ ông/bà.</Trans>
        </Note>
      )}
    </Dialog>
  );
}

/** The beginning of the code; pressed, all of it and what it is for. */
export function ContentHash({ hash }: { readonly hash: string }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        size="small"
        kind="plain"
        onClick={() => {
          setOpen(true);
        }}
      >
        <Trans>
          Mã nội dung <span className="num">{hash.slice(0, SHORT)}…</span>
        </Trans>
      </Button>
      {open && (
        <Dialog
          title={<Trans>Mã nội dung của phiếu</Trans>}
          onClose={() => {
            setOpen(false);
          }}
        >
          <WhatHashMeans hash={hash} />
        </Dialog>
      )}
    </>
  );
}

function WhatHashMeans({ hash }: { readonly hash: string }) {
  return (
    <section className={styles.hash}>
      <h3>
        <Trans>Mã nội dung (SHA-256)</Trans>
      </h3>
      <p className={`num ${styles.code ?? ''}`}>{hash}</p>
      <p className="secondary">
        <Trans>
          Mã tính từ mọi điểm, nhận xét và thời điểm ký: đổi một dấu phẩy thì ra mã khác. Nhật ký hệ thống ghi mã này mà không ghi điểm, nên
          về sau ai cũng kiểm tra được là phiếu không bị sửa. Gói kết quả công bố có cùng mã;{' '}
          <Link to="/check-result">trang kiểm chứng</Link> tính lại mã từ gói ấy.
        </Trans>
      </p>
    </section>
  );
}
