import { Trans } from '@lingui/react/macro';
import { useAct } from '../../../api/act';
import { Confirm } from '../../../ui/confirm';
import { useToast } from '../../../ui/toast';
import { APPROVE_PLAN, RETURN_PLAN, SET_PLAN_APPROVAL, SUBMIT_PLAN } from './plan.acts';
import { type ContestSetup } from './setup.query';

interface StepProps {
  readonly of: ContestSetup;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Before the plan goes to the leader: what is sent. */
export function Submit({ of, onDone, onClose }: StepProps) {
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

/** Before the leader approves it: what may be done then. */
export function Approve({ of, onDone, onClose }: StepProps) {
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

/** What the leader gives it back with. */
export function Return({ of, onDone, onClose }: StepProps) {
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
      of={`returnPlan ${of.id}`}
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

/** Before the leader is asked from now on, or no longer. */
export function SetApproval({ of, asks, onDone, onClose }: StepProps & { readonly asks: boolean }) {
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
