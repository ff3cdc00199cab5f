import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import { useAct } from '../../../api/act';
import { Button } from '../../../ui/button';
import { Confirm } from '../../../ui/confirm';
import { TextField } from '../../../ui/field';
import { errorAt, problemsOf } from '../../../ui/form';
import { dayAndClock } from '../../../ui/format';
import { Note } from '../../../ui/note';
import { Panel } from '../../../ui/panel';
import { useToast } from '../../../ui/toast';
import { usePhaseNames } from '../parts/phase-words';
import styles from './office.module.css';
import { ADVANCE_PHASE, CANCEL_CONTEST, HOLD_PHASE, RESUME_PHASE } from './setup.acts';
import { type ContestSetup } from './setup.query';

/** Where the contest stands in its year, what stands in the way of the next step, and the steps. */
export function CoursePanel({ of }: { readonly of: ContestSetup }) {
  const isRun = of.canAdvance || (of.whyNotAdvance !== null && of.whyNotAdvance.code !== 'FORBIDDEN');
  const names = usePhaseNames();
  const [asked, ask] = useState<'advance' | 'hold' | 'resume' | 'cancel' | null>(null);
  const close = () => {
    ask(null);
  };
  return (
    <Panel title={<Trans>Bước tiếp theo</Trans>}>
      <p>
        <Trans>
          Đang ở giai đoạn <strong>{names[of.phase]}</strong>
        </Trans>
      </p>
      {of.heldAt !== null && (
        <Note tone="soon">
          <Trans>
            Tạm giữ từ {dayAndClock(of.heldAt)}. Lý do: {of.heldReason}
          </Trans>
        </Note>
      )}
      {of.phase === 'CANCELLED' && (
        <Note tone="late">
          <Trans>Cuộc thi đã hủy. Lý do: {of.cancelReason ?? '–'}</Trans>
        </Note>
      )}
      {of.nextPhase !== null && isRun && of.whyNotAdvance && <InTheWay id="in-the-way" of={of.whyNotAdvance} />}
      <div className={styles.acts}>
        {of.nextPhase !== null && isRun && (
          <Button
            kind="primary"
            shut={of.canAdvance ? false : 'in-the-way'}
            onClick={() => {
              ask('advance');
            }}
          >
            <Trans>Chuyển sang: {names[of.nextPhase]}</Trans>
          </Button>
        )}
        {of.canHold && (
          <Button
            onClick={() => {
              ask('hold');
            }}
          >
            <Trans>Tạm giữ giai đoạn</Trans>
          </Button>
        )}
        {of.canResume && (
          <Button
            onClick={() => {
              ask('resume');
            }}
          >
            <Trans>Cho tiếp tục</Trans>
          </Button>
        )}
        {of.canCancel && (
          <Button
            kind="destructive"
            onClick={() => {
              ask('cancel');
            }}
          >
            <Trans>Hủy cuộc thi</Trans>
          </Button>
        )}
      </div>
      {asked === 'advance' && <Advance of={of} onClose={close} />}
      {asked === 'hold' && <Hold of={of} onClose={close} />}
      {asked === 'resume' && <Resume of={of} onClose={close} />}
      {asked === 'cancel' && <Cancel of={of} onClose={close} />}
    </Panel>
  );
}

/** All that stands in the way of the next phase, as the API words it. */
export function InTheWay({ id, of }: { readonly id: string; readonly of: NonNullable<ContestSetup['whyNotAdvance']> }) {
  return (
    <div id={id}>
      <p className="secondary">
        <Trans>Còn vướng:</Trans>
      </p>
      <ul className={styles.list}>
        {problemsOf(of).map(({ code, path, message }) => (
          <li key={`${code} ${path ?? ''}`}>{message}</li>
        ))}
      </ul>
    </div>
  );
}

interface StepProps {
  readonly of: ContestSetup;
  readonly onClose: () => void;
}

function Advance({ of, onClose }: StepProps) {
  const names = usePhaseNames();
  const toast = useToast();
  const act = useAct(ADVANCE_PHASE);
  const next = names[of.nextPhase ?? ''];
  return (
    <Confirm
      title={<Trans>Chuyển sang giai đoạn {next}</Trans>}
      act={<Trans>Chuyển sang: {next}</Trans>}
      destructive={false}
      {...act}
      onAct={() => {
        void act.run({ contestId: of.id, version: of.version }).then(({ kind }) => {
          if (kind !== 'done') return;
          toast(<Trans>Cuộc thi đã sang giai đoạn {next}.</Trans>);
          onClose();
        });
      }}
      onClose={onClose}
    >
      <p>
        <Trans>Sau khi chuyển, cuộc thi không trở lại giai đoạn trước, trừ việc gia hạn nhận hồ sơ bằng quyết định.</Trans>
      </p>
      {of.phase === 'DRAFT' && (
        <p>
          <Trans>Thể lệ, tiêu chí và cơ cấu giải thưởng được công khai.</Trans>
        </p>
      )}
    </Confirm>
  );
}

function Hold({ of, onClose }: StepProps) {
  const { t } = useLingui();
  const toast = useToast();
  const act = useAct(HOLD_PHASE);
  return (
    <Confirm
      of={`holdPhase ${of.id}`}
      title={<Trans>Tạm giữ giai đoạn</Trans>}
      act={<Trans>Tạm giữ</Trans>}
      destructive={false}
      reason={{ label: t`Lý do`, path: 'reason' }}
      {...act}
      onAct={(reason) => {
        void act.run({ contestId: of.id, version: of.version, reason }).then(({ kind }) => {
          if (kind !== 'done') return;
          toast(<Trans>Đã tạm giữ giai đoạn.</Trans>);
          onClose();
        });
      }}
      onClose={onClose}
    >
      <p>
        <Trans>Cuộc thi không tự chuyển giai đoạn cho đến khi được cho tiếp tục. Hạn nộp hồ sơ vẫn giữ nguyên.</Trans>
      </p>
    </Confirm>
  );
}

function Resume({ of, onClose }: StepProps) {
  const { t } = useLingui();
  const toast = useToast();
  const act = useAct(RESUME_PHASE);
  return (
    <Confirm
      of={`resumePhase ${of.id}`}
      title={<Trans>Cho giai đoạn tiếp tục</Trans>}
      act={<Trans>Cho tiếp tục</Trans>}
      destructive={false}
      reason={{ label: t`Lý do`, path: 'reason' }}
      {...act}
      onAct={(reason) => {
        void act.run({ contestId: of.id, version: of.version, reason }).then(({ kind }) => {
          if (kind !== 'done') return;
          toast(<Trans>Cuộc thi đã tiếp tục.</Trans>);
          onClose();
        });
      }}
      onClose={onClose}
    >
      <p>
        <Trans>Giai đoạn đã đến ngày sẽ được chuyển như đã định.</Trans>
      </p>
    </Confirm>
  );
}

function Cancel({ of, onClose }: StepProps) {
  const { t } = useLingui();
  const toast = useToast();
  const act = useAct(CANCEL_CONTEST);
  const [decisionNumber, setNumber] = useState('');
  const field: ReactNode = (
    <TextField
      label={<Trans>Số quyết định</Trans>}
      name="decisionNumber"
      value={decisionNumber}
      onChange={setNumber}
      error={errorAt(act.refusal, 'decisionNumber')}
    />
  );
  return (
    <Confirm
      of={`cancelContest ${of.id}`}
      title={<Trans>Hủy cuộc thi năm {of.year}</Trans>}
      act={<Trans>Hủy cuộc thi</Trans>}
      keep={<Trans>Không hủy</Trans>}
      reason={{ label: t`Lý do`, path: 'reason' }}
      {...act}
      onAct={(reason) => {
        void act.run({ contestId: of.id, version: of.version, decisionNumber, reason }).then(({ kind }) => {
          if (kind !== 'done') return;
          toast(<Trans>Đã hủy cuộc thi.</Trans>);
          onClose();
        });
      }}
      onClose={onClose}
    >
      <p>
        <Trans>Cuộc thi kết thúc hẳn, không nhận và không chấm hồ sơ nào nữa. Việc này không rút lại được; lý do được công khai.</Trans>
      </p>
      {field}
    </Confirm>
  );
}
