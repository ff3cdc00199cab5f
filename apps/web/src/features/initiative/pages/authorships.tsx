import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useAct } from '../../../api/act';
import { useWhole } from '../../../api/ask-whole';
import { Bar } from '../../../ui/bar';
import { Button } from '../../../ui/button';
import { Confirm } from '../../../ui/confirm';
import { ErrorSummary } from '../../../ui/form';
import { dayAndClock, named, percent, titled } from '../../../ui/format';
import { Check, Close } from '../../../ui/icons';
import { Answer, Broken, Empty } from '../../../ui/note';
import { PageHead, Panel } from '../../../ui/panel';
import { StateMark } from '../../../ui/state-mark';
import { AUTHORSHIPS, type AuthorshipRow, CONFIRM_AUTHORSHIP, DECLINE_AUTHORSHIP } from '../authorships.query';
import styles from './authorships.module.css';

/** Who is named an author says whether it is so, and whether the share is right. */
export function Page() {
  const { t } = useLingui();
  const asked = useWhole(AUTHORSHIPS, { first: 50, answered: true }, 'myAuthorships');
  return (
    <>
      <Bar crumbs={[{ label: t`Việc của tôi`, link: { to: '/home' } }, { label: t`Xác nhận tác giả` }]} />
      <PageHead title={t`Xác nhận tác giả`}>
        <Trans>Các sáng kiến có tên ông/bà trong danh sách tác giả. Giải thưởng và tiền thưởng chia theo tỷ lệ này.</Trans>
      </PageHead>
      <Answer of={asked}>
        {({ myAuthorships: { edges } }) =>
          edges.length === 0 ? (
            <Panel>
              <Empty title={<Trans>Không có sáng kiến nào chờ xác nhận</Trans>}>
                <p>
                  <Trans>Khi có người ghi tên ông/bà làm tác giả, sáng kiến ấy hiện ở đây.</Trans>
                </p>
              </Empty>
            </Panel>
          ) : (
            <div className={styles.list}>
              {edges.map(({ node }) => (
                <Authorship key={node.id} row={node} />
              ))}
            </div>
          )
        }
      </Answer>
    </>
  );
}

function Authorship({ row }: { readonly row: AuthorshipRow }) {
  const title = row.initiative.title === '' ? <Trans>(chưa đặt tên)</Trans> : row.initiative.title;
  return (
    <Panel
      title={
        row.mayRead ? (
          <Link to="/initiatives/$initiativeId" params={{ initiativeId: row.initiative.id }}>
            {title}
          </Link>
        ) : (
          title
        )
      }
      side={<Said row={row} />}
    >
      <p className="secondary">
        {named(row.owner)} · {titled(row.contest)}
        {row.initiative.receiptNumber !== null && <span className="no-break"> · {row.initiative.receiptNumber}</span>}
      </p>
      <p className={styles.share}>
        {row.lead ? (
          <Trans>Ông/bà là tác giả chính, đóng góp {percent(row.share)}</Trans>
        ) : (
          <Trans>Ông/bà là đồng tác giả, đóng góp {percent(row.share)}</Trans>
        )}
      </p>
      <ul className={styles.authors}>
        {row.authors.map((author) => (
          <li key={author.person.id}>
            {author.person.fullName} <span className="num">{percent(author.share)}</span>
          </li>
        ))}
      </ul>
      {row.declineReason !== null && (
        <p>
          <Trans>Lý do không nhận: {row.declineReason}</Trans>
        </p>
      )}
      {row.canAnswer && <Answering row={row} />}
    </Panel>
  );
}

function Said({ row }: { readonly row: AuthorshipRow }) {
  if (row.answer === null || row.answeredAt === null) {
    return (
      <span className="caption">
        <Trans>Chờ trả lời từ {dayAndClock(row.askedAt)}</Trans>
      </span>
    );
  }
  return row.answer === 'CONFIRMED' ? (
    <StateMark tone="done" icon={Check}>
      <Trans>Đã xác nhận {dayAndClock(row.answeredAt)}</Trans>
    </StateMark>
  ) : (
    <StateMark tone="late" icon={Close}>
      <Trans>Không nhận {dayAndClock(row.answeredAt)}</Trans>
    </StateMark>
  );
}

function Answering({ row }: { readonly row: AuthorshipRow }) {
  const confirm = useAct(CONFIRM_AUTHORSHIP);
  const decline = useAct(DECLINE_AUTHORSHIP);
  const [declining, setDeclining] = useState(false);
  const close = () => {
    decline.clear();
    setDeclining(false);
  };
  return (
    <div className={styles.acts}>
      {confirm.refusal && <ErrorSummary refusal={confirm.refusal} />}
      {confirm.broken && <Broken error={confirm.broken} />}
      {row.answer !== 'CONFIRMED' && (
        <Button kind="primary" busy={confirm.busy} onClick={() => void confirm.run({ authorshipId: row.id })}>
          <Trans>Xác nhận là tác giả</Trans>
        </Button>
      )}
      {row.answer !== 'DECLINED' && (
        <Button
          onClick={() => {
            setDeclining(true);
          }}
        >
          <Trans>Không nhận…</Trans>
        </Button>
      )}
      {declining && (
        <Confirm
          of={`declineAuthorship ${row.id}`}
          title={<Trans>Không nhận là tác giả</Trans>}
          act={<Trans>Không nhận là tác giả</Trans>}
          keep={<Trans>Quay lại</Trans>}
          reason={{ label: <Trans>Lý do, hoặc tỷ lệ đúng theo ông/bà</Trans>, path: 'reason' }}
          busy={decline.busy}
          refusal={decline.refusal}
          broken={decline.broken}
          onClose={close}
          onAct={(reason) => {
            void decline.run({ authorshipId: row.id, reason }).then(({ kind }) => {
              if (kind === 'done') close();
            });
          }}
        >
          <p>
            <Trans>
              Người soạn hồ sơ và tác giả chính được báo kèm lý do để ghi lại danh sách. Câu trả lời đổi được khi cuộc thi chưa kết thúc.
            </Trans>
          </p>
        </Confirm>
      )}
    </div>
  );
}
