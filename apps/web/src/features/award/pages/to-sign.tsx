import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { Suspense } from 'react';
import { useAsk } from '../../../api/ask';
import { useWhole } from '../../../api/ask-whole';
import { PlanToApprove } from '../../contest';
import { AwaitedList } from '../../notice';
import { CorrectionToDecide } from '../../result';
import { Bar } from '../../../ui/bar';
import { day } from '../../../ui/format';
import { Answer, Empty, Skeleton } from '../../../ui/note';
import { PageHead, Panel } from '../../../ui/panel';
import { AwardTable, Withheld } from '../office/award-table';
import { DecisionWay } from '../office/decision-way';
import { LeaderActs } from '../office/leader-acts';
import styles from '../office/prizes.module.css';
import { AWARD_LIST } from '../office/prizes.query';
import { TO_SIGN } from '../office/to-sign.query';

/** What else waits for whoever signs, on pages of its own. */
const OTHERS = ['conflictDecide', 'grantConfirm', 'factorResetConfirm', 'exceptionDecide', 'contestAdvance', 'contestResume'] as const;

/** What waits for one's signature, each with what it rests on. */
export function Page() {
  const { t } = useLingui();
  const asked = useWhole(TO_SIGN, {}, 'awaiting');
  return (
    <>
      <Bar crumbs={[{ label: t`Chờ tôi ký` }]} />
      <PageHead title={t`Chờ tôi ký`}>
        <Trans>Mỗi việc kèm căn cứ của nó: kế hoạch với nội dung, danh sách giải với kết quả, đính chính với tác động.</Trans>
      </PageHead>
      <div className={styles.stack}>
        <Answer of={asked}>
          {({ awaiting }) =>
            awaiting.edges.length === 0 ? (
              <Empty title={<Trans>Không có kế hoạch, danh sách giải hay đính chính nào chờ ký</Trans>}>
                <p>
                  <Trans>Khi kế hoạch hay danh sách giải được trình, hoặc một đính chính chờ người thứ hai, việc ấy hiện ở đây.</Trans>
                </p>
              </Empty>
            ) : (
              awaiting.edges.map(({ node }) => <ToSign key={node.id} of={node} onDone={asked.again} />)
            )
          }
        </Answer>
        <AwaitedList kinds={OTHERS} empty={<Empty title={<Trans>Không còn việc nào khác chờ quyết định</Trans>} />} />
      </div>
    </>
  );
}

interface ToSignProps {
  readonly of: { readonly kind: string; readonly subjectId: string; readonly subject: string; readonly since: string };
  readonly onDone: () => void;
}

function ToSign({ of: { kind, subjectId, subject, since }, onDone }: ToSignProps) {
  if (kind === 'awardApprove') return <ListToSign contestId={subjectId} subject={subject} since={since} onDone={onDone} />;
  return (
    <Suspense fallback={<Skeleton rows={3} />}>
      {kind === 'contestApprovePlan' ? (
        <PlanToApprove id={subjectId} onDone={onDone} />
      ) : (
        <CorrectionToDecide id={subjectId} onDone={onDone} />
      )}
    </Suspense>
  );
}

interface ListProps {
  readonly contestId: string;
  readonly subject: string;
  readonly since: string;
  readonly onDone: () => void;
}

function ListToSign({ contestId, subject, since, onDone }: ListProps) {
  const { t } = useLingui();
  const asked = useAsk(AWARD_LIST, { contestId });
  return (
    <Panel title={t`Danh sách giải: ${subject}`}>
      <Answer of={asked} rows={4}>
        {({ awardDecision: list }) =>
          list && (
            <div className={styles.stack}>
              <div>
                <DecisionWay of={list} />
                <p className="caption">
                  <Trans>Trình từ {day(since)}</Trans>
                </p>
              </div>
              <AwardTable of={list} />
              <Withheld of={list} />
              <p className={styles.acts}>
                <Link to="/contests/$contestId/final-standings" params={{ contestId }}>
                  <Trans>Kết quả chung cuộc</Trans>
                </Link>
                <Link to="/contests/$contestId/corrections" params={{ contestId }}>
                  <Trans>Đính chính</Trans>
                </Link>
                <Link to="/contests/$contestId/prizes" params={{ contestId }}>
                  <Trans>Trang giải thưởng</Trans>
                </Link>
              </p>
              <LeaderActs
                of={list}
                onDone={() => {
                  asked.again();
                  onDone();
                }}
              />
            </div>
          )
        }
      </Answer>
    </Panel>
  );
}
