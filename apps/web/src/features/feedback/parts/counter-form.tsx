import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useAct } from '../../../api/act';
import { useAsk } from '../../../api/ask';
import { type Refusal } from '../../../api/refusal';
import { useMe } from '../../../api/session';
import { Button } from '../../../ui/button';
import { SelectField, TextField } from '../../../ui/field';
import { Form, FormActs, errorAt } from '../../../ui/form';
import { named } from '../../../ui/format';
import { Note } from '../../../ui/note';
import { Panel } from '../../../ui/panel';
import { today } from '../../../ui/today';
import { COUNTER_UNITS, type CounterRow, EDIT_COUNTER, OPEN_COUNTER } from '../counter.query';

interface Said {
  readonly name: string;
  readonly fieldName: string;
}

/** A counter of a commune, with a code of its own. */
export function NewCounter({ onClose }: { readonly onClose: (opened: boolean) => void }) {
  const { t } = useLingui();
  const { run, busy, refusal, broken } = useAct(OPEN_COUNTER);
  const { data } = useAsk(COUNTER_UNITS, {});
  const own = useMe().permissions.find(({ name }) => name === 'counter:manage')?.unitIds ?? [];
  const units = data?.publicUnits.filter(({ id, validTo }) => own.includes(id) && (validTo === null || validTo >= today()));
  const [said, setSaid] = useState<Said>({ name: '', fieldName: '' });
  const [unitId, setUnitId] = useState('');
  const [openFrom, setOpenFrom] = useState(today());
  const open = async () => {
    const { kind } = await run({ unitId, name: said.name, fieldName: said.fieldName || null, openFrom });
    if (kind === 'done') onClose(true);
  };
  return (
    <Panel title={<Trans>Mở quầy</Trans>}>
      <Form onSubmit={() => void open()} refusal={refusal} broken={broken}>
        <SelectField label={<Trans>Đơn vị</Trans>} name="unitId" value={unitId} onChange={setUnitId} error={errorAt(refusal, 'unitId')}>
          <option value="">{t`Chọn đơn vị`}</option>
          {units?.map((unit) => (
            <option key={unit.id} value={unit.id}>
              {named(unit)}
            </option>
          ))}
        </SelectField>
        {units?.length === 0 && (
          <Note tone="soon">
            <Trans>Trong phạm vi ông/bà quản lý không có đơn vị nào đang hoạt động để mở quầy.</Trans>
          </Note>
        )}
        <CounterFields said={said} onChange={setSaid} refusal={refusal} fields={fieldsOf(data)} />
        <TextField
          label={<Trans>Mở từ ngày</Trans>}
          name="openFrom"
          type="date"
          value={openFrom}
          onChange={setOpenFrom}
          error={errorAt(refusal, 'openFrom')}
        />
        <FormActs>
          <Button type="submit" kind="primary" busy={busy}>
            <Trans>Mở quầy</Trans>
          </Button>
          <Button
            onClick={() => {
              onClose(false);
            }}
          >
            <Trans>Không mở</Trans>
          </Button>
        </FormActs>
      </Form>
    </Panel>
  );
}

/** Its name and its field; the code stays. */
export function ChangedCounter({ counter, onClose }: { readonly counter: CounterRow; readonly onClose: (changed: boolean) => void }) {
  const { run, busy, refusal, broken } = useAct(EDIT_COUNTER);
  const { data } = useAsk(COUNTER_UNITS, {});
  const [said, setSaid] = useState<Said>({ name: counter.name, fieldName: counter.fieldName ?? '' });
  const change = async () => {
    const { id: counterId, version, adoptionId } = counter;
    const { kind } = await run({ counterId, version, adoptionId, name: said.name, fieldName: said.fieldName || null });
    if (kind === 'done') onClose(true);
  };
  return (
    <Panel title={<Trans>Sửa quầy {counter.counterCode}</Trans>}>
      <Form onSubmit={() => void change()} refusal={refusal} broken={broken}>
        <CounterFields said={said} onChange={setSaid} refusal={refusal} fields={fieldsOf(data)} />
        <FormActs>
          <Button type="submit" kind="primary" busy={busy}>
            <Trans>Lưu</Trans>
          </Button>
          <Button
            onClick={() => {
              onClose(false);
            }}
          >
            <Trans>Không lưu</Trans>
          </Button>
        </FormActs>
      </Form>
    </Panel>
  );
}

const fieldsOf = (data: { readonly procedureFields: readonly { readonly fieldName: string }[] } | undefined): readonly string[] =>
  (data?.procedureFields ?? []).map(({ fieldName }) => fieldName);

interface FieldsProps {
  readonly said: Said;
  readonly onChange: (said: Said) => void;
  readonly refusal: Refusal | null;
  readonly fields: readonly string[];
}

function CounterFields({ said, onChange, refusal, fields }: FieldsProps) {
  const { t } = useLingui();
  return (
    <>
      <TextField
        label={<Trans>Tên quầy</Trans>}
        hint={<Trans>Như ghi trên biển tại quầy, ví dụ Quầy số 3 – Hộ tịch.</Trans>}
        name="name"
        value={said.name}
        onChange={(name) => {
          onChange({ ...said, name });
        }}
        error={errorAt(refusal, 'name')}
      />
      <SelectField
        label={<Trans>Lĩnh vực thủ tục</Trans>}
        name="fieldName"
        value={said.fieldName}
        onChange={(fieldName) => {
          onChange({ ...said, fieldName });
        }}
        error={errorAt(refusal, 'fieldName')}
      >
        <option value="">{t`Mọi lĩnh vực`}</option>
        {[...new Set([...fields, ...(said.fieldName ? [said.fieldName] : [])])].map((fieldName) => (
          <option key={fieldName} value={fieldName}>
            {fieldName}
          </option>
        ))}
      </SelectField>
    </>
  );
}
