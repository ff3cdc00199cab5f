import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useAct } from '../../api/act';
import { type Asked } from '../../api/ask';
import { useRest } from '../../api/ask-whole';
import { Button } from '../../ui/button';
import { named } from '../../ui/format';
import { Broken, Note } from '../../ui/note';
import { PageHead } from '../../ui/panel';
import { Tag } from '../../ui/state-mark';
import { type BesideCard } from './beside-card.query';
import { type WholeCard } from './card.query';
import styles from './card-page.module.css';
import { ATTEST, WHOSE } from './cards.query';
import { Recusal } from './recusal';

interface AttestationProps {
  readonly card: WholeCard;
  readonly beside: Asked<BesideCard>;
  readonly onDone: () => void;
}

/** Before a dossier opens: whose it is, what is attested, and one press; or stepping back. */
export function Attestation({ card, beside, onDone }: AttestationProps) {
  const { data } = useRest(beside, WHOSE, { roundId: card.round.id }, 'myAssignments');
  const whose = data?.myAssignments?.edges.find(({ node }) => node.id === card.id)?.node;
  const { run, busy, refusal, broken } = useAct(ATTEST);
  return (
    <div className={styles.gate}>
      <p className="secondary">
        <b className="num">{card.initiative.receiptNumber}</b>{' '}
        {card.anonymous && (
          <Tag>
            <Trans>ẩn danh</Trans>
          </Tag>
        )}
      </p>
      <PageHead title={card.initiative.title} tab={`${card.initiative.receiptNumber} ${card.initiative.title}`} />
      {whose && whose.authors.length > 0 && (
        <dl className={styles.whose}>
          <dt>
            <Trans>Tác giả</Trans>
          </dt>
          <dd>{whose.authors.join(', ')}</dd>
          <dt>
            <Trans>Đơn vị</Trans>
          </dt>
          <dd>{whose.owner ? named(whose.owner) : '–'}</dd>
        </dl>
      )}
      {card.conflicted || card.state === 'EXCUSED' ? (
        <Note tone="soon">
          <p>{card.excuseReason ?? card.whyNotMark?.message}</p>
          <p>
            <Link to="/judging/$roundId" params={{ roundId: card.round.id }}>
              <Trans>Về các phiếu của vòng</Trans>
            </Link>{' '}
            ·{' '}
            <Link to="/me/conflicts">
              <Trans>Xung đột lợi ích của tôi</Trans>
            </Link>
          </p>
        </Note>
      ) : (
        <>
          <p className={styles.attested}>
            {card.anonymous ? (
              <Trans>
                Tôi cam đoan: không phải tác giả, không góp ý vào sáng kiến này; theo hiểu biết của tôi, không có quan hệ gia đình, tài
                chính hay công tác nào với người làm ra sáng kiến. Nếu nhận ra tác giả khi đọc, tôi sẽ báo.
              </Trans>
            ) : (
              <Trans>
                Tôi cam đoan: không phải tác giả, không góp ý vào sáng kiến này; không có quan hệ gia đình, tài chính hay công tác với các
                tác giả và đơn vị nêu trên có thể ảnh hưởng đến việc chấm.
              </Trans>
            )}
          </p>
          {refusal && (
            <Note tone="late" role="alert">
              {refusal.message}
            </Note>
          )}
          {broken && <Broken error={broken} />}
          <div className={styles.gateActs}>
            <Button
              kind="primary"
              size="large"
              autoFocus
              busy={busy}
              shut={card.canAttest ? false : 'why-not-attest'}
              onClick={() => {
                void run({ scorecardId: card.id }).then(({ kind }) => {
                  if (kind === 'done') onDone();
                });
              }}
            >
              <Trans>Tôi cam đoan và mở hồ sơ</Trans>
            </Button>
            {card.canDeclareConflict && <Recusal card={card} onDone={onDone} />}
          </div>
          {!card.canAttest && (
            <p id="why-not-attest" className="caption">
              {card.whyNotMark?.message}
            </p>
          )}
        </>
      )}
    </div>
  );
}
