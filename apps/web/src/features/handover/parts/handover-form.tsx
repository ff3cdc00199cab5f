import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useAct } from '../../../api/act';
import { Button } from '../../../ui/button';
import { CheckField, RadioField, SelectField, TextField } from '../../../ui/field';
import { Form, FormActs, errorAt } from '../../../ui/form';
import { named } from '../../../ui/format';
import { Panel } from '../../../ui/panel';
import { today } from '../../../ui/today';
import { useToast } from '../../../ui/toast';
import styles from '../handover.module.css';
import { CORRECT_HANDOVER, ENTER_HANDOVER, type HandoverRow } from '../handover.query';
import { type ModelRow } from '../model.query';
import { keysOf, useHandoverWords } from './words';

export interface Beginning {
  readonly kind: 'next' | 'correct';
  readonly of: HandoverRow;
}

interface FormOf {
  readonly models: readonly ModelRow[];
  readonly begun: Beginning | null;
  readonly onDone: () => void;
}

type Procedure = ModelRow['procedures'][number];
interface Choice {
  readonly key: string;
  readonly model: ModelRow;
  readonly procedure: Procedure;
}

/** What is usual for a procedure: whoever hands over changes what was otherwise. */
function usual({ procedure: { occasion } }: Choice) {
  const inPerson = occasion === 'MARRIAGE';
  return {
    ...{ day: today(), venue: inPerson ? ('CEREMONY' as const) : ('HOME' as const), askedFor: !inPerson, outcome: 'HANDED' as const },
    byLevel: 'COMMUNE_LEADER' as const,
    letter: occasion === 'OTHER' ? ('NONE' as const) : occasion === 'DEATH' ? ('CONDOLENCE' as const) : ('CONGRATULATION' as const),
  };
}

type Said = Pick<HandoverRow, 'day' | 'venue' | 'askedFor' | 'outcome' | 'byLevel' | 'letter'>;

const choicesOf = (models: readonly ModelRow[]): readonly Choice[] =>
  models.flatMap((model) =>
    model.inForce && model.entersFor.length > 0
      ? model.procedures.map((procedure) => ({ key: `${model.id} ${procedure.procedure.id}`, model, procedure }))
      : [],
  );

/** One handover in a few taps: the usual is chosen already. */
export function HandoverForm({ models, begun, onDone }: FormOf) {
  const { t } = useLingui();
  const toast = useToast();
  const choices = choicesOf(models);
  const before = begun?.of;
  const [key, setKey] = useState(before ? `${before.model.id} ${before.procedure.id}` : (choices[0]?.key ?? ''));
  const choice = choices.find((one) => one.key === key) ?? choices[0];
  const units = choice?.model.units.filter(({ id }) => choice.model.entersFor.includes(id)) ?? [];
  const [unitId, setUnitId] = useState(before?.unit.id ?? '');
  const [changed, setChanged] = useState<Partial<Said>>(() => (begun?.kind === 'correct' ? begun.of : {}));
  const [reason, setReason] = useState('TYPED_WRONG' as const);
  const [enter, correct] = [useAct(ENTER_HANDOVER), useAct(CORRECT_HANDOVER)];
  const act = begun?.kind === 'correct' ? correct : enter;
  if (!choice) return null;
  const { day, venue, askedFor, outcome, byLevel, letter }: Said = { ...usual(choice), ...changed };
  const said = { day, venue, askedFor, outcome, byLevel, letter: outcome === 'HANDED' ? letter : ('NONE' as const) };
  const save = async () => {
    const unit = unitId || (units[0]?.id ?? '');
    const of = { modelId: choice.model.id, procedureId: choice.procedure.procedure.id, unitId: unit };
    const done =
      begun?.kind === 'correct'
        ? await correct.run({ ...said, handoverId: begun.of.id, version: begun.of.version, reason })
        : await enter.run({ ...said, ...of, previousId: before?.id ?? null });
    if (done.kind !== 'done') return;
    toast(done.result.mayBeAskedToRate ? t`Đã ghi. Có thể mời người nhận đánh giá bằng mã QR của quầy.` : t`Đã ghi.`);
    onDone();
  };
  return (
    <Panel title={titleOf(begun, t`Ghi một lượt`, t`Ghi lần sau`, t`Sửa lượt đã ghi`)}>
      <Form onSubmit={() => void save()} refusal={act.refusal} broken={act.broken}>
        {!begun && (
          <SelectField
            label={t`Thủ tục`}
            name="procedureId"
            value={choice.key}
            onChange={(next) => {
              setKey(next);
              setChanged({});
            }}
            error={errorAt(act.refusal, 'procedureId')}
          >
            {choices.map((one) => (
              <option key={one.key} value={one.key}>
                {`${one.procedure.procedure.name} – ${one.model.title}`}
              </option>
            ))}
          </SelectField>
        )}
        {!begun && units.length > 1 && (
          <SelectField label={t`Xã`} name="unitId" value={unitId} onChange={setUnitId} error={errorAt(act.refusal, 'unitId')}>
            {units.map((unit) => (
              <option key={unit.id} value={unit.id}>
                {named(unit)}
              </option>
            ))}
          </SelectField>
        )}
        <How
          said={said}
          onSay={(part) => {
            setChanged({ ...changed, ...part });
          }}
          error={(path) => errorAt(act.refusal, path)}
        />
        {begun?.kind === 'correct' && <Because value={reason} onChange={setReason as (value: string) => void} />}
        <FormActs>
          <Button type="submit" kind="primary" busy={act.busy}>
            <Trans>Lưu</Trans>
          </Button>
        </FormActs>
      </Form>
    </Panel>
  );
}

const titleOf = (begun: Beginning | null, first: string, next: string, correct: string): string =>
  begun === null ? first : begun.kind === 'next' ? next : correct;

interface Saying {
  readonly said: Said;
  readonly onSay: (part: Partial<Said>) => void;
  readonly error: (path: string) => string | null;
}

function How({ said, onSay, error }: Saying) {
  const { t } = useLingui();
  const words = useHandoverWords();
  const of = <Key extends string>(some: Readonly<Record<Key, string>>) => keysOf(some).map((value) => ({ value, label: some[value] }));
  return (
    <div className={styles.taps}>
      <RadioField
        label={t`Kết quả`}
        name="outcome"
        value={said.outcome}
        choices={of(words.outcomes)}
        onChange={(outcome) => {
          onSay({ outcome });
        }}
        error={error('outcome')}
      />
      <RadioField
        label={t`Nơi trả`}
        name="venue"
        value={said.venue}
        choices={of(words.venues)}
        onChange={(venue) => {
          onSay({ venue, ...(venue === 'POST' && { byLevel: 'POSTAL' }), ...(said.venue === 'POST' && { byLevel: 'OFFICER' }) });
        }}
        error={error('venue')}
      />
      <CheckField
        label={t`Người dân đề nghị trả tại nhà`}
        name="askedFor"
        checked={said.askedFor}
        onChange={(askedFor) => {
          onSay({ askedFor });
        }}
        error={error('askedFor')}
      />
      <RadioField
        label={t`Người trao`}
        name="byLevel"
        value={said.byLevel}
        choices={of(words.levels)}
        onChange={(byLevel) => {
          onSay({ byLevel });
        }}
        error={error('byLevel')}
      />
      {said.outcome === 'HANDED' && (
        <RadioField
          label={t`Thư kèm theo`}
          name="letter"
          value={said.letter}
          choices={of(words.letters)}
          onChange={(letter) => {
            onSay({ letter });
          }}
          error={error('letter')}
        />
      )}
      <TextField
        label={t`Ngày`}
        name="day"
        type="date"
        value={said.day}
        onChange={(day) => {
          onSay({ day });
        }}
        error={error('day')}
      />
    </div>
  );
}

/** Why: chosen, so that no name is typed. */
export function Because({ value, onChange }: { readonly value: string; readonly onChange: (value: string) => void }) {
  const { t } = useLingui();
  const { reasons } = useHandoverWords();
  return (
    <SelectField label={t`Lý do`} name="reason" value={value} onChange={onChange}>
      {keysOf(reasons).map((reason) => (
        <option key={reason} value={reason}>
          {reasons[reason]}
        </option>
      ))}
    </SelectField>
  );
}
