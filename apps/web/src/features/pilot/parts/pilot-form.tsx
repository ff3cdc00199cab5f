import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useAct } from '../../../api/act';
import { Button } from '../../../ui/button';
import { SelectField, TextAreaField, TextField } from '../../../ui/field';
import { Form, FormActs, errorAt } from '../../../ui/form';
import { named, titled } from '../../../ui/format';
import { Panel } from '../../../ui/panel';
import { today } from '../../../ui/today';
import { DRAFT_PILOT, EDIT_PILOT } from '../pilot-acts.query';
import { type Choices } from '../pilot.query';
import { useWeekdays } from './words';

const COMMUNES: readonly string[] = ['COMMUNE', 'TOWNSHIP', 'WARD'];
const DAYS = ['startsOn', 'endsOn', 'baselineFrom', 'baselineTo'] as const;
type Arm = '' | 'PILOT' | 'COMPARISON';

function begin({ pilot }: Choices) {
  return {
    ...{ rolloutId: '', title: pilot?.title ?? '', fields: pilot?.procedureFields.join('\n') ?? '' },
    ...{ bases: pilot?.legalBases.join('\n') ?? '', weekday: String(pilot?.weekday ?? ''), limit: String(pilot?.limitDays ?? '') },
    ...{ measure: pilot?.measure ?? 'WORKING_DAYS', startsOn: pilot?.startsOn ?? '', endsOn: pilot?.endsOn ?? '' },
    ...{ baselineFrom: pilot?.baselineFrom ?? '', baselineTo: pilot?.baselineTo ?? '' },
  };
}

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** What is tried, where and against whom: all that stands once it is registered. */
export function PilotForm({ of }: { readonly of: Choices }) {
  const navigate = useNavigate();
  const [draft, edit] = [useAct(DRAFT_PILOT), useAct(EDIT_PILOT)];
  const act = of.pilot ? edit : draft;
  const [said, setSaid] = useState(() => begin(of));
  const [arms, setArms] = useState<Readonly<Record<string, Arm>>>(() =>
    Object.fromEntries((of.pilot?.units ?? []).map(({ unit, arm }) => [unit.id, arm])),
  );
  const save = async () => {
    const units = Object.entries(arms).flatMap(([unitId, arm]) => (arm === '' ? [] : [{ unitId, arm }]));
    const { rolloutId, title, measure, startsOn, endsOn, baselineFrom, baselineTo } = said;
    const texts = {
      ...{ title, measure, startsOn, endsOn, baselineFrom, baselineTo, units },
      ...{ procedureFields: linesOf(said.fields), legalBases: linesOf(said.bases) },
      ...{ weekday: Number(said.weekday) || null, limitDays: Number(said.limit) || null },
    };
    const outcome = of.pilot
      ? await edit.run({ pilotId: of.pilot.id, version: of.pilot.version, ...texts })
      : await draft.run({ rolloutId, ...texts });
    if (outcome.kind === 'done') void navigate({ to: '/pilots/$pilotId', params: { pilotId: outcome.result.id } });
  };
  return (
    <Panel>
      <Form onSubmit={() => void save()} refusal={act.refusal} broken={act.broken}>
        <Said of={of} said={said} onSay={setSaid} error={(path) => errorAt(act.refusal, path)} />
        <Places of={of} arms={arms} onPlace={setArms} error={errorAt(act.refusal, 'units')} />
        <FormActs>
          <Button type="submit" kind="primary" busy={act.busy}>
            <Trans>Lưu bản soạn</Trans>
          </Button>
        </FormActs>
      </Form>
    </Panel>
  );
}

type SaidOf = ReturnType<typeof begin>;
interface Saying {
  readonly of: Choices;
  readonly said: SaidOf;
  readonly onSay: (said: SaidOf) => void;
  readonly error: (path: string) => string | null;
}

function Said({ of, said, onSay, error }: Saying) {
  const { t } = useLingui();
  const weekdays = useWeekdays();
  const say = (key: keyof SaidOf) => (value: string) => {
    onSay({ ...said, [key]: value });
  };
  const labels = {
    startsOn: t`Bắt đầu thí điểm`,
    endsOn: t`Ngày cuối thí điểm`,
    baselineFrom: t`Kỳ so sánh từ ngày`,
    baselineTo: t`Kỳ so sánh đến hết ngày`,
  };
  return (
    <>
      {!of.pilot && (
        <SelectField
          label={t`Việc nhân rộng`}
          name="rolloutId"
          value={said.rolloutId}
          onChange={say('rolloutId')}
          error={error('rolloutId')}
        >
          <option value="">{t`Chọn việc nhân rộng`}</option>
          {of.rollouts.edges.map(({ node }) => (
            <option key={node.id} value={node.id}>
              {titled(node)}
            </option>
          ))}
        </SelectField>
      )}
      <TextField label={t`Nội dung thí điểm`} name="title" value={said.title} onChange={say('title')} error={error('title')} />
      {DAYS.map((name) => (
        <TextField key={name} label={labels[name]} name={name} type="date" value={said[name]} onChange={say(name)} error={error(name)} />
      ))}
      <SelectField label={t`Ngày trong tuần`} name="weekday" value={said.weekday} onChange={say('weekday')} error={error('weekday')}>
        <option value="">{t`mọi ngày`}</option>
        {weekdays.map((name, at) => (
          <option key={name} value={String(at + 1)}>
            {name}
          </option>
        ))}
      </SelectField>
      <SelectField
        label={t`Cách đo`}
        name="measure"
        value={said.measure}
        onChange={(value) => {
          onSay({ ...said, measure: value === 'CALENDAR_DAYS' ? value : 'WORKING_DAYS' });
        }}
      >
        <option value="WORKING_DAYS">{t`số ngày làm việc của một hồ sơ`}</option>
        <option value="CALENDAR_DAYS">{t`số ngày của một hồ sơ`}</option>
      </SelectField>
      <TextField
        label={t`Thời hạn giải quyết, ngày`}
        optional
        name="limitDays"
        type="number"
        inputMode="numeric"
        min={1}
        value={said.limit}
        onChange={say('limit')}
        error={error('limitDays')}
      />
      <TextAreaField
        label={t`Lĩnh vực thủ tục, mỗi dòng một lĩnh vực`}
        optional
        name="procedureFields"
        value={said.fields}
        onChange={say('fields')}
        error={error('procedureFields')}
      />
      <TextAreaField
        label={t`Căn cứ, mỗi dòng một văn bản`}
        optional
        name="legalBases"
        value={said.bases}
        onChange={say('bases')}
        error={error('legalBases')}
      />
    </>
  );
}

interface Placing {
  readonly of: Choices;
  readonly arms: Readonly<Record<string, Arm>>;
  readonly onPlace: (arms: Readonly<Record<string, Arm>>) => void;
  readonly error: string | null;
}

function Places({ of, arms, onPlace, error }: Placing) {
  const { t } = useLingui();
  const communes = of.publicUnits.filter(({ kind, validTo }) => COMMUNES.includes(kind) && (validTo === null || validTo >= today()));
  return (
    <fieldset>
      <legend>
        <Trans>Các xã: ít nhất hai xã thí điểm và ba xã đối chứng thì mới tính được p</Trans>
      </legend>
      {error !== null && <p role="alert">{error}</p>}
      {communes.map((unit) => (
        <SelectField
          key={unit.id}
          label={named(unit)}
          name={`units.${unit.id}`}
          value={arms[unit.id] ?? ''}
          onChange={(value) => {
            onPlace({ ...arms, [unit.id]: value === 'PILOT' || value === 'COMPARISON' ? value : '' });
          }}
        >
          <option value="">{t`không tham gia`}</option>
          <option value="PILOT">{t`thí điểm`}</option>
          <option value="COMPARISON">{t`đối chứng`}</option>
        </SelectField>
      ))}
    </fieldset>
  );
}
