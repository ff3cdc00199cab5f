import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useId, useState } from 'react';
import { useAct } from '../../../api/act';
import { type Refusal } from '../../../api/refusal';
import { Button } from '../../../ui/button';
import { Confirm } from '../../../ui/confirm';
import { problemsOf } from '../../../ui/form';
import { dayAndClock } from '../../../ui/format';
import { Check, Circle, Clock, History } from '../../../ui/icons';
import { Note } from '../../../ui/note';
import { Panel } from '../../../ui/panel';
import { StateMark, type Tone } from '../../../ui/state-mark';
import { useToast } from '../../../ui/toast';
import styles from './office.module.css';
import { APPROVE_PLAN, RETURN_PLAN, SET_PLAN_APPROVAL, SUBMIT_PLAN } from './plan.acts';
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
            {of.sentBy} trình lúc {dayAndClock(of.sentAt)}
          </Trans>
        </p>
      )}
      {of.answeredAt !== null && (
        <p className="secondary">
          {of.returnReason === null ? (
            <Trans>
              {of.answeredBy} phê duyệt lúc {dayAndClock(of.answeredAt)}
            </Trans>
          ) : (
            <Trans>
              {of.answeredBy} trả lại lúc {dayAndClock(of.answeredAt)}
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

interface StepProps {
  readonly of: ContestSetup;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

function Submit({ of, onDone, onClose }: StepProps) {
  const toast = useToast();
  const { run, ...act } = useAct(SUBMIT_PLAN);
  const send = async () => {
    if ((await run({ contestId: of.id, version: of.version })).kind !== 'done') return;
    toast(<Trans>Đã trình kế hoạch.</Trans>);
    onDone();
  };
  return (
    <Confirm
      title={<Trans>Trình kế hoạch cuộc thi</Trans>}
      act={<Trans>Trình lãnh đạo</Trans>}
      keep={<Trans>Chưa trình</Trans>}
      destructive={false}
      {...act}
      onAct={() => void send()}
      onClose={onClose}
    >
      <p>
        <Trans>
          Lãnh đạo xem kế hoạch đúng như hiện nay: các giai đoạn, quy chế chấm, giải thưởng và văn bản. Sửa bất cứ nội dung nào sau khi
          trình thì phải trình lại.
        </Trans>
      </p>
    </Confirm>
  );
}

function Approve({ of, onDone, onClose }: StepProps) {
  const toast = useToast();
  const { run, ...act } = useAct(APPROVE_PLAN);
  const approve = async () => {
    if ((await run({ contestId: of.id, version: of.version })).kind !== 'done') return;
    toast(<Trans>Đã phê duyệt kế hoạch.</Trans>);
    onDone();
  };
  return (
    <Confirm
      title={<Trans>Phê duyệt kế hoạch cuộc thi năm {of.year}</Trans>}
      act={<Trans>Phê duyệt</Trans>}
      keep={<Trans>Chưa phê duyệt</Trans>}
      destructive={false}
      {...act}
      onAct={() => void approve()}
      onClose={onClose}
    >
      <p>
        <Trans>
          Ban Tổ chức được phát động cuộc thi đúng theo bản này. Nếu sau đó kế hoạch bị sửa, phê duyệt hết hiệu lực và ông/bà được báo.
        </Trans>
      </p>
    </Confirm>
  );
}

function Return({ of, onDone, onClose }: StepProps) {
  const toast = useToast();
  const { run, ...act } = useAct(RETURN_PLAN);
  const giveBack = async (reason: string) => {
    if ((await run({ contestId: of.id, version: of.version, reason })).kind !== 'done') return;
    toast(<Trans>Đã trả lại kế hoạch.</Trans>);
    onDone();
  };
  return (
    <Confirm
      title={<Trans>Trả lại kế hoạch</Trans>}
      act={<Trans>Trả lại kế hoạch</Trans>}
      keep={<Trans>Không trả lại</Trans>}
      destructive={false}
      reason={{ label: <Trans>Cần sửa gì</Trans>, path: 'reason' }}
      {...act}
      onAct={(reason) => void giveBack(reason)}
      onClose={onClose}
    >
      <p>
        <Trans>Ban Tổ chức nhận lời này, sửa kế hoạch rồi trình lại. Cuộc thi chưa phát động được.</Trans>
      </p>
    </Confirm>
  );
}

function SetApproval({ of, asks, onDone, onClose }: StepProps & { readonly asks: boolean }) {
  const toast = useToast();
  const { run, ...act } = useAct(SET_PLAN_APPROVAL);
  const set = async () => {
    if ((await run({ contestId: of.id, version: of.version, asked: asks })).kind !== 'done') return;
    toast(
      asks ? <Trans>Kế hoạch sẽ được trình ông/bà phê duyệt.</Trans> : <Trans>Cuộc thi được phát động không cần phê duyệt kế hoạch.</Trans>,
    );
    onDone();
  };
  return (
    <Confirm
      title={asks ? <Trans>Yêu cầu phê duyệt kế hoạch</Trans> : <Trans>Bỏ bước phê duyệt kế hoạch</Trans>}
      act={asks ? <Trans>Yêu cầu phê duyệt</Trans> : <Trans>Bỏ bước này</Trans>}
      destructive={false}
      {...act}
      onAct={() => void set()}
      onClose={onClose}
    >
      <p>
        {asks ? (
          <Trans>Ban Tổ chức chỉ phát động được cuộc thi sau khi lãnh đạo phê duyệt kế hoạch trên hệ thống.</Trans>
        ) : (
          <Trans>
            Ban Tổ chức tự phát động được cuộc thi này khi kế hoạch đã đủ nội dung. Kế hoạch đang trình, nếu có, không còn chờ phê duyệt.
          </Trans>
        )}
      </p>
    </Confirm>
  );
}
