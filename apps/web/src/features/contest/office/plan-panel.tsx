import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useId, useState } from 'react';
import { type Refusal } from '../../../api/refusal';
import { Button } from '../../../ui/button';
import { problemsOf } from '../../../ui/form';
import { dayAndClock } from '../../../ui/format';
import { Check, Circle, Clock, History } from '../../../ui/icons';
import { Note } from '../../../ui/note';
import { Panel } from '../../../ui/panel';
import { StateMark, type Tone } from '../../../ui/state-mark';
import styles from './office.module.css';
import { Approve, Return, SetApproval, Submit } from './plan-steps';
import { type ContestSetup } from './setup.query';

type Approval = NonNullable<ContestSetup['planApproval']>;

interface PlanPanelProps {
  readonly of: ContestSetup;
  readonly title?: ReactNode;
  /** Where one signs, it is answered; whether it is asked for is set where the contest is. */
  readonly answersOnly?: boolean;
  readonly onDone?: () => void;
}

/** Whether the plan goes to the leader before the announcement, where it stands with them, and what either does with it. */
export function PlanPanel({ of, title = <Trans>Phê duyệt kế hoạch</Trans>, answersOnly = false, onDone }: PlanPanelProps) {
  const maySet = of.whyNotSetPlanApproval === null;
  if (of.planApproval === null && !maySet) return null;
  return (
    <Panel title={title}>
      {of.planApproval === null ? (
        <p>
          <Trans>Cuộc thi này được phát động không qua bước phê duyệt của lãnh đạo trên hệ thống.</Trans>
        </p>
      ) : (
        <Standing of={of.planApproval} />
      )}
      <PlanActs of={of} answersOnly={answersOnly} onDone={onDone} />
    </Panel>
  );
}

function useStateWords(): Readonly<Record<Approval['state'], { tone: Tone; icon: typeof Circle; words: string }>> {
  const { t } = useLingui();
  return {
    NOT_SENT: { tone: 'plain', icon: Circle, words: t`Chưa trình lãnh đạo` },
    SENT: { tone: 'soon', icon: Clock, words: t`Đã trình, chờ lãnh đạo phê duyệt` },
    APPROVED: { tone: 'done', icon: Check, words: t`Lãnh đạo đã phê duyệt` },
    RETURNED: { tone: 'soon', icon: History, words: t`Lãnh đạo trả lại để chỉnh sửa` },
    CHANGED: { tone: 'soon', icon: History, words: t`Đã sửa sau khi trình, phải trình lại` },
  };
}

function Standing({ of }: { readonly of: Approval }) {
  const { tone, icon, words } = useStateWords()[of.state];
  return (
    <>
      <p>
        <StateMark tone={tone} icon={icon}>
          {words}
        </StateMark>
      </p>
      {of.sentAt !== null && (
        <p className="secondary">
          <Trans>
            {of.sentByName} trình lúc {dayAndClock(of.sentAt)}
          </Trans>
        </p>
      )}
      {of.answeredAt !== null && (
        <p className="secondary">
          {of.returnReason === null ? (
            <Trans>
              {of.answeredByName} phê duyệt lúc {dayAndClock(of.answeredAt)}
            </Trans>
          ) : (
            <Trans>
              {of.answeredByName} trả lại lúc {dayAndClock(of.answeredAt)}
            </Trans>
          )}
        </p>
      )}
      {of.state === 'RETURNED' && (
        <div className={styles.tail}>
          <Note tone="soon">
            <Trans>Cần sửa: {of.returnReason}</Trans>
          </Note>
        </div>
      )}
      {of.state === 'CHANGED' && (
        <p className="secondary">
          <Trans>Nội dung hiện nay khác với bản đã trình, nên bản ấy không còn hiệu lực.</Trans>
        </p>
      )}
    </>
  );
}

type Asked = 'submit' | 'approve' | 'return' | 'ask' | 'waive';

/** What somebody else does is not offered at all; what stands in the way of one's own act is said. */
const isMine = (why: Refusal | null): boolean => why === null || !['FORBIDDEN', 'CONTEST_ANNOUNCED'].includes(why.code);

function PlanActs({ of, answersOnly, onDone }: Pick<PlanPanelProps, 'of' | 'answersOnly' | 'onDone'>) {
  const [asked, ask] = useState<Asked | null>(null);
  const inTheWay = useId();
  const close = () => {
    ask(null);
  };
  const done = () => {
    close();
    onDone?.();
  };
  const sends = of.planApproval !== null && isMine(of.whyNotSubmitPlan) && of.whyNotSubmitPlan?.code !== 'PLAN_SENT';
  const lacks = sends ? of.whyNotSubmitPlan : null;
  return (
    <>
      {lacks && (
        <div id={inTheWay}>
          <p className="secondary">
            <Trans>Trình được khi đã có đủ:</Trans>
          </p>
          <ul className={styles.list}>
            {problemsOf(lacks).map(({ code, path, message }) => (
              <li key={`${code} ${path ?? ''}`}>{message}</li>
            ))}
          </ul>
        </div>
      )}
      <div className={styles.acts}>
        {sends && (
          <Button
            kind="primary"
            shut={lacks ? inTheWay : false}
            onClick={() => {
              ask('submit');
            }}
          >
            <Trans>Trình lãnh đạo phê duyệt</Trans>
          </Button>
        )}
        {of.whyNotApprovePlan === null && (
          <Button
            kind="primary"
            onClick={() => {
              ask('approve');
            }}
          >
            <Trans>Phê duyệt kế hoạch</Trans>
          </Button>
        )}
        {of.whyNotReturnPlan === null && (
          <Button
            onClick={() => {
              ask('return');
            }}
          >
            <Trans>Trả lại…</Trans>
          </Button>
        )}
        {of.whyNotSetPlanApproval === null && !answersOnly && (
          <Button
            kind="plain"
            onClick={() => {
              ask(of.leaderApproves ? 'waive' : 'ask');
            }}
          >
            {of.leaderApproves ? <Trans>Không cần tôi phê duyệt</Trans> : <Trans>Yêu cầu trình tôi phê duyệt</Trans>}
          </Button>
        )}
      </div>
      {asked === 'submit' && <Submit of={of} onDone={done} onClose={close} />}
      {asked === 'approve' && <Approve of={of} onDone={done} onClose={close} />}
      {asked === 'return' && <Return of={of} onDone={done} onClose={close} />}
      {(asked === 'ask' || asked === 'waive') && <SetApproval of={of} asks={asked === 'ask'} onDone={done} onClose={close} />}
    </>
  );
}
