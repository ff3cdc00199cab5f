import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useAct } from '../../../api/act';
import { useUnitsOf } from '../../../api/own-units';
import { Button } from '../../../ui/button';
import { SelectField, TextAreaField, TextField } from '../../../ui/field';
import { Form, FormActs, errorAt } from '../../../ui/form';
import { named } from '../../../ui/format';
import { Panel } from '../../../ui/panel';
import { type TemplateRow, WRITE_TEMPLATE } from '../letter.query';

/** As templates name what is filled in. */
const FIELDS = '{người nhận}, {người được nhắc đến}, {đơn vị}, {ngày}, {người ký}';

interface Writing {
  readonly kinds: Readonly<Record<TemplateRow['kind'], string>>;
  readonly onDone: () => void;
}

/** A version of a template, for the head to approve. */
export function WriteTemplate({ kinds, onDone }: Writing) {
  const { t } = useLingui();
  const units = useUnitsOf('handover:enter');
  const act = useAct(WRITE_TEMPLATE);
  const [unitId, setUnitId] = useState(units.at(-1)?.id ?? '');
  const [kind, setKind] = useState<TemplateRow['kind']>('CONGRATULATION');
  const [text, setText] = useState('');
  const [signerPosition, setSignerPosition] = useState('');
  const save = async () => {
    const outcome = await act.run({ unitId, kind, text, signerPosition });
    if (outcome.kind === 'done') onDone();
  };
  return (
    <Panel title={t`Soạn mẫu thư`}>
      <Form onSubmit={() => void save()} refusal={act.refusal} broken={act.broken}>
        <SelectField label={t`Đơn vị`} name="unitId" value={unitId} onChange={setUnitId} error={errorAt(act.refusal, 'unitId')}>
          {units.map((unit) => (
            <option key={unit.id} value={unit.id}>
              {named(unit)}
            </option>
          ))}
        </SelectField>
        <SelectField
          label={t`Loại thư`}
          name="kind"
          value={kind}
          onChange={(value) => {
            setKind(value === 'CONDOLENCE' ? value : 'CONGRATULATION');
          }}
        >
          <option value="CONGRATULATION">{kinds.CONGRATULATION}</option>
          <option value="CONDOLENCE">{kinds.CONDOLENCE}</option>
        </SelectField>
        <TextAreaField
          label={t`Nội dung thư`}
          hint={t`Điền tự động: ${FIELDS}`}
          name="text"
          value={text}
          onChange={setText}
          error={errorAt(act.refusal, 'text')}
        />
        <TextField
          label={t`Chức vụ người ký`}
          name="signerPosition"
          value={signerPosition}
          onChange={setSignerPosition}
          error={errorAt(act.refusal, 'signerPosition')}
        />
        <FormActs>
          <Button type="submit" kind="primary" busy={act.busy}>
            <Trans>Gửi duyệt</Trans>
          </Button>
        </FormActs>
      </Form>
    </Panel>
  );
}
