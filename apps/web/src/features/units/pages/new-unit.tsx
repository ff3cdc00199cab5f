import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useAct } from '../../../api/act';
import { Bar } from '../../../ui/bar';
import { Button } from '../../../ui/button';
import { TextField } from '../../../ui/field';
import { Form, FormActs, errorAt } from '../../../ui/form';
import { PageHead, Panel } from '../../../ui/panel';
import { PickField, type Picked } from '../../../ui/pick-field';
import { useFindUnit } from '../parts/find-unit';
import { NO_UNIT, UnitFields, inputOf } from '../parts/unit-fields';
import { CREATE_UNIT } from '../units.query';

/** A unit below another, from a day on. */
export function Page() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const { run, busy, refusal, broken } = useAct(CREATE_UNIT);
  const [typed, setTyped] = useState(NO_UNIT);
  const [parent, setParent] = useState<Picked | null>(null);
  const [validFrom, setValidFrom] = useState('');
  const create = async () => {
    const outcome = await run({ ...inputOf(typed), parentId: parent?.id ?? '', validFrom, validTo: null });
    if (outcome.kind === 'done') void navigate({ to: '/units/$unitId', params: { unitId: outcome.result.id } });
  };
  return (
    <>
      <Bar crumbs={[{ label: t`Đơn vị`, link: { to: '/units' } }, { label: t`Thêm đơn vị` }]} />
      <PageHead title={t`Thêm đơn vị`} />
      <Panel>
        <Form onSubmit={() => void create()} refusal={refusal} broken={broken}>
          <UnitFields typed={typed} onChange={setTyped} refusal={refusal} />
          <PickField
            label={<Trans>Trực thuộc</Trans>}
            name="parentId"
            value={parent}
            onChange={setParent}
            useFind={useFindUnit}
            error={errorAt(refusal, 'parentId')}
          />
          <TextField
            label={<Trans>Từ ngày</Trans>}
            name="validFrom"
            type="date"
            value={validFrom}
            onChange={setValidFrom}
            error={errorAt(refusal, 'validFrom')}
          />
          <FormActs>
            <Button type="submit" kind="primary" size="large" busy={busy}>
              <Trans>Thêm đơn vị</Trans>
            </Button>
          </FormActs>
        </Form>
      </Panel>
    </>
  );
}
