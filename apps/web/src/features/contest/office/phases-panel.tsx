import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useAct } from '../../../api/act';
import { TextAreaField, TextField } from '../../../ui/field';
import { Form, FormActs, errorAt } from '../../../ui/form';
import { Note } from '../../../ui/note';
import { useToast } from '../../../ui/toast';
import { Course } from '../parts/course';
import { usePhaseNames } from '../parts/phase-words';
import { EditActs, EditPanel } from './edit-panel';
import { asMoment, asTyped } from './moment-field';
import styles from './office.module.css';
import { SET_PHASE_DATES } from './setup.acts';
import { type ContestSetup } from './setup.query';

const KINDS = ['ANNOUNCED', 'OPEN', 'SCREENING', 'JUDGING', 'DELIBERATION', 'PUBLISHED'] as const;
type Kind = (typeof KINDS)[number];

/** The phases with their dates; once announced they are moved by a decision. */
export function PhasesPanel({ of, now }: { readonly of: ContestSetup; readonly now: Date }) {
  return (
    <EditPanel title={<Trans>Các giai đoạn</Trans>} canEdit={of.canSetDates} form={(close) => <EditPhases of={of} onClose={close} />}>
      {of.phases.length === 0 ? (
        <p className="secondary">
          <Trans>Chưa đặt ngày cho giai đoạn nào. Cần ít nhất ngày nhận hồ sơ để phát động.</Trans>
        </p>
      ) : (
        <Course of={of} now={now} />
      )}
    </EditPanel>
  );
}

interface TypedPhase {
  readonly startsAt: string;
  readonly endsAt: string;
}

function EditPhases({ of, onClose }: { readonly of: ContestSetup; readonly onClose: () => void }) {
  const toast = useToast();
  const act = useAct(SET_PHASE_DATES);
  const needsDecision = of.phase !== 'DRAFT';
  const [typed, setTyped] = useState<Readonly<Record<Kind, TypedPhase>>>(() => typedPhases(of));
  const [decisionNumber, setNumber] = useState('');
  const [reason, setReason] = useState('');
  const sent = changed(of, typed);
  const save = async () => {
    const outcome = await act.run({
      contestId: of.id,
      version: of.version,
      phases: sent.map((kind) => ({
        kind,
        startsAt: asMoment(typed[kind].startsAt) ?? '',
        endsAt: asMoment(typed[kind].endsAt),
      })),
      ...(needsDecision && { decisionNumber, reason }),
    });
    if (outcome.kind !== 'done') return;
    toast(<Trans>Đã lưu ngày của các giai đoạn.</Trans>);
    onClose();
  };
  return (
    <Form onSubmit={() => void save()} refusal={act.refusal} broken={act.broken}>
      {needsDecision && (
        <Note>
          <Trans>Cuộc thi đã phát động: ngày chỉ đổi theo một quyết định có số và lý do. Người dự thi được báo ngày mới.</Trans>
        </Note>
      )}
      {KINDS.map((kind) => (
        <PhaseFields
          key={kind}
          kind={kind}
          path={sent.includes(kind) ? `phases.${String(sent.indexOf(kind))}` : `phase.${kind}`}
          value={typed[kind]}
          refusal={act.refusal}
          onChange={(value) => {
            setTyped((was) => ({ ...was, [kind]: value }));
          }}
        />
      ))}
      {needsDecision && (
        <>
          <TextField
            label={<Trans>Số quyết định</Trans>}
            hint={<Trans>Ghi như trên văn bản, ví dụ 214/QĐ-BTC.</Trans>}
            name="decisionNumber"
            value={decisionNumber}
            onChange={setNumber}
            error={errorAt(act.refusal, 'decisionNumber')}
          />
          <TextAreaField
            label={<Trans>Lý do</Trans>}
            name="reason"
            value={reason}
            onChange={setReason}
            error={errorAt(act.refusal, 'reason')}
          />
        </>
      )}
      <FormActs>
        <EditActs busy={act.busy} onClose={onClose} />
      </FormActs>
    </Form>
  );
}

interface PhaseFieldsProps {
  readonly kind: Kind;
  readonly path: string;
  readonly value: TypedPhase;
  readonly refusal: Parameters<typeof errorAt>[0];
  readonly onChange: (value: TypedPhase) => void;
}

function PhaseFields({ kind, path, value, refusal, onChange }: PhaseFieldsProps) {
  const { t } = useLingui();
  const name = usePhaseNames()[kind] ?? kind;
  return (
    <fieldset>
      <legend>
        <strong>{name}</strong>
      </legend>
      <div className={styles.row}>
        <TextField
          label={t`Bắt đầu`}
          optional={kind !== 'OPEN'}
          name={`${path}.startsAt`}
          type="datetime-local"
          value={value.startsAt}
          error={errorAt(refusal, `${path}.startsAt`) ?? errorAt(refusal, path)}
          onChange={(startsAt) => {
            onChange({ ...value, startsAt });
          }}
        />
        <TextField
          label={kind === 'OPEN' ? t`Hạn nộp` : t`Kết thúc`}
          optional={kind !== 'OPEN'}
          name={`${path}.endsAt`}
          type="datetime-local"
          value={value.endsAt}
          error={errorAt(refusal, `${path}.endsAt`)}
          onChange={(endsAt) => {
            onChange({ ...value, endsAt });
          }}
        />
      </div>
    </fieldset>
  );
}

function typedPhases({ phases }: ContestSetup): Readonly<Record<Kind, TypedPhase>> {
  const of = (kind: Kind): TypedPhase => {
    const phase = phases.find((one) => one.kind === kind);
    return { startsAt: asTyped(phase?.startsAt ?? null), endsAt: asTyped(phase?.endsAt ?? null) };
  };
  return Object.fromEntries(KINDS.map((kind) => [kind, of(kind)])) as Record<Kind, TypedPhase>;
}

/** Those that were typed anew: what is over is not sent again. */
function changed(of: ContestSetup, typed: Readonly<Record<Kind, TypedPhase>>): Kind[] {
  const was = typedPhases(of);
  return KINDS.filter(
    (kind) => typed[kind].startsAt !== '' && (typed[kind].startsAt !== was[kind].startsAt || typed[kind].endsAt !== was[kind].endsAt),
  );
}
