import { Trans, useLingui } from '@lingui/react/macro';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { useAct } from '../../../api/act';
import { type Refusal } from '../../../api/refusal';
import { Button } from '../../../ui/button';
import { Confirm } from '../../../ui/confirm';
import { RadioField, TextAreaField } from '../../../ui/field';
import { ErrorSummary, errorAt } from '../../../ui/form';
import { KeptTexts } from '../../../ui/kept-texts';
import { MomentField } from '../../../ui/moment-field';
import { Broken } from '../../../ui/note';
import { useToast } from '../../../ui/toast';
import { AskFields, type Asked } from './ask-fields';
import styles from './office.module.css';
import { type OfficeDossier, RETURN, SCREEN, type SimilarOne } from './office.query';
import { useLinkWords } from './similar-panel';

interface VerdictProps {
  readonly dossier: OfficeDossier;
  readonly onDone: () => void;
}

type Improves = NonNullable<SimilarOne['verdict']>;

/** It goes on to judging, with why; where it says what it improves, also whether it does. */
export function AcceptForm({ dossier, onDone }: VerdictProps) {
  const { t } = useLingui();
  const toast = useToast();
  const words = useLinkWords();
  const act = useAct(SCREEN);
  const [reason, setReason] = useState(t`Đủ hồ sơ, đúng đối tượng.`);
  const [improves, setImproves] = useState<Improves | null>(null);
  const send = async () => {
    const order = { initiativeId: dossier.id, version: dossier.version, verdict: 'ELIGIBLE' as const, reason, improvesVerdict: improves };
    if ((await act.run(order)).kind !== 'done') return;
    toast(<Trans>Đã kết luận hợp lệ</Trans>);
    onDone();
  };
  return (
    <VerdictForm of={`accept ${dossier.id}`} act={act} onSend={() => void send()}>
      <TextAreaField
        label={t`Nhận xét của người kiểm tra`}
        name="reason"
        value={reason}
        onChange={setReason}
        error={errorAt(act.refusal, 'reason')}
      />
      {dossier.improves && (
        <RadioField
          label={t`Hồ sơ ghi là cải tiến từ ${dossier.improves.title} (${dossier.improves.contest.year})`}
          name="improvesVerdict"
          value={improves}
          onChange={setImproves}
          error={errorAt(act.refusal, 'improvesVerdict')}
          choices={(['IMPROVES', 'NEW', 'DUPLICATES'] as const).map((value) => ({ value, label: words[value] }))}
        />
      )}
      <Button kind="primary" busy={act.busy} onClick={() => void send()}>
        <Trans>Kết luận hợp lệ</Trans>
      </Button>
    </VerdictForm>
  );
}

/** Back to its writers, with what is asked in all, what at each part, and until when. */
export function ReturnForm({ dossier, onDone }: VerdictProps) {
  const { t } = useLingui();
  const toast = useToast();
  const act = useAct(RETURN);
  const [reason, setReason] = useState('');
  const [dueAt, setDueAt] = useState<string | null>(inSevenDays);
  const [asks, setAsks] = useState<readonly Asked[]>([]);
  const send = async () => {
    const order = { initiativeId: dossier.id, version: dossier.version, reason, dueAt: dueAt ?? '', asks: [...asks] };
    if ((await act.run(order)).kind !== 'done') return;
    toast(<Trans>Đã trả lại để bổ sung</Trans>);
    onDone();
  };
  return (
    <VerdictForm of={`return ${dossier.id}`} act={act} onSend={() => void send()}>
      <TextAreaField label={t`Lý do trả lại`} name="reason" value={reason} onChange={setReason} error={errorAt(act.refusal, 'reason')} />
      <AskFields asks={asks} onChange={setAsks} refusal={act.refusal} />
      <MomentField label={t`Hạn bổ sung`} name="dueAt" value={dueAt} onChange={setDueAt} error={errorAt(act.refusal, 'dueAt')} />
      <Button kind="primary" busy={act.busy} onClick={() => void send()}>
        <Trans>Trả lại hồ sơ</Trans>
      </Button>
    </VerdictForm>
  );
}

/** It does not take part; this cannot be taken back, so that it is asked once more. */
export function RejectForm({ dossier, onDone }: VerdictProps) {
  const { t } = useLingui();
  const toast = useToast();
  const act = useAct(SCREEN);
  const [reason, setReason] = useState('');
  const [asking, setAsking] = useState(false);
  const ask = () => {
    setAsking(true);
  };
  const reject = async () => {
    const outcome = await act.run({ initiativeId: dossier.id, version: dossier.version, verdict: 'REJECTED', reason });
    setAsking(false);
    if (outcome.kind !== 'done') return;
    toast(<Trans>Đã kết luận không hợp lệ</Trans>);
    onDone();
  };
  return (
    <VerdictForm of={`reject ${dossier.id}`} act={act} onSend={ask}>
      <TextAreaField
        label={t`Lý do không hợp lệ`}
        name="reason"
        value={reason}
        onChange={setReason}
        error={errorAt(act.refusal, 'reason')}
      />
      <Button kind="destructive" onClick={ask}>
        <Trans>Kết luận không hợp lệ</Trans>
      </Button>
      {asking && (
        <Confirm
          title={t`Kết luận không hợp lệ`}
          act={<Trans>Kết luận không hợp lệ</Trans>}
          keep={<Trans>Không, xem lại</Trans>}
          busy={act.busy}
          refusal={act.refusal}
          broken={act.broken}
          onAct={() => void reject()}
          onClose={() => {
            setAsking(false);
          }}
        >
          <p>
            <Trans>
              Hồ sơ <b>{dossier.receiptNumber}</b> không dự thi nữa và không đưa trở lại được. Tác giả được báo kèm lý do.
            </Trans>
          </p>
        </Confirm>
      )}
    </VerdictForm>
  );
}

interface VerdictFormProps {
  /** The verdict, and on which dossier. */
  readonly of: string;
  readonly act: { readonly refusal: Refusal | null; readonly broken: Parameters<typeof Broken>[0]['error'] | null };
  readonly onSend: () => void;
  readonly children: ReactNode;
}

/** What was refused stands above; Ctrl and Enter send from any field. */
function VerdictForm({ of, act, onSend, children }: VerdictFormProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    onSend();
  };
  return (
    <div className={styles.form} role="group" onKeyDown={onKeyDown}>
      {act.refusal && <ErrorSummary refusal={act.refusal} />}
      {act.broken && <Broken error={act.broken} />}
      <KeptTexts of={of}>{children}</KeptTexts>
    </div>
  );
}

/** At five in the afternoon, a week from now. */
function inSevenDays(): string {
  const day = new Date(Date.now() + 7 * 86_400_000 + 7 * 3_600_000).toISOString().slice(0, 10);
  return new Date(`${day}T17:00:00+07:00`).toISOString();
}
