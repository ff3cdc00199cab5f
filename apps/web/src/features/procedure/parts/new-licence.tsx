import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useAct } from '../../../api/act';
import { useUnitsOf } from '../../../api/own-units';
import { type Refusal } from '../../../api/refusal';
import { Button } from '../../../ui/button';
import { SelectField } from '../../../ui/field';
import { Form, FormActs, errorAt, fieldProps } from '../../../ui/form';
import { named } from '../../../ui/format';
import { Panel } from '../../../ui/panel';
import { useToast } from '../../../ui/toast';
import { today } from '../../../ui/today';
import { ENTER_LICENCE, type LicenceChoices } from '../register.query';
import { ContactFields, NO_CONTACT, contactInput } from './contact-fields';
import { OnPaper } from './on-paper';

interface Said {
  readonly unitId: string;
  readonly kindId: string;
  readonly licenceNumber: string;
  readonly holder: string;
  readonly issuedOn: string;
  readonly expiresOn: string;
}

/** A licence that was issued, entered by hand; many come by a sheet. */
export function NewLicence({
  choices,
  onClose,
}: {
  readonly choices: LicenceChoices | undefined;
  readonly onClose: (id?: string) => void;
}) {
  const { run, busy, refusal, broken } = useAct(ENTER_LICENCE);
  const toast = useToast();
  const own = useUnitsOf('licence:edit');
  const now = (choices?.publicUnits ?? []).filter(({ validTo }) => validTo === null || validTo >= today());
  const inForce = own.filter(({ id }) => now.some((unit) => unit.id === id));
  const units = inForce.length > 0 ? inForce : own;
  const [said, setSaid] = useState<Said>({
    ...{ unitId: '', kindId: '', licenceNumber: '', holder: '', issuedOn: '', expiresOn: '' },
  });
  const [contact, setContact] = useState(NO_CONTACT);
  const unitId = said.unitId || (units[0]?.id ?? '');
  const enter = async () => {
    const outcome = await run({ ...said, unitId, expiresOn: said.expiresOn || null, ...contactInput(contact) });
    if (outcome.kind !== 'done') return;
    toast(<Trans>Đã ghi giấy phép.</Trans>);
    onClose(outcome.result.id);
  };
  return (
    <Panel title={<Trans>Ghi một giấy phép</Trans>}>
      <Form onSubmit={() => void enter()} refusal={refusal} broken={broken}>
        {units.length > 1 && (
          <SelectField
            label={<Trans>Đơn vị quản lý</Trans>}
            name="unitId"
            value={unitId}
            onChange={(unitId) => {
              setSaid({ ...said, unitId });
            }}
            error={errorAt(refusal, 'unitId')}
          >
            {units.map((unit) => (
              <option key={unit.id} value={unit.id}>
                {named(unit)}
              </option>
            ))}
          </SelectField>
        )}
        <LicenceFields {...{ said, choices, refusal }} onChange={setSaid} />
        <ContactFields of={contact} onChange={setContact} refusal={refusal} />
        <FormActs>
          <Button type="submit" kind="primary" busy={busy}>
            <Trans>Ghi giấy phép</Trans>
          </Button>
          <Button
            onClick={() => {
              onClose();
            }}
          >
            <Trans>Không ghi</Trans>
          </Button>
        </FormActs>
      </Form>
    </Panel>
  );
}

interface LicenceFieldsProps {
  readonly said: Said;
  readonly choices: LicenceChoices | undefined;
  readonly refusal: Refusal | null;
  readonly onChange: (said: Said) => void;
}

function LicenceFields({ said, choices, refusal, onChange }: LicenceFieldsProps) {
  const { t } = useLingui();
  const field = fieldProps(said, onChange, refusal);
  return (
    <>
      <SelectField label={<Trans>Loại giấy</Trans>} {...field('kindId')}>
        <option value="">{t`Chọn loại giấy`}</option>
        {choices?.licenceKinds
          .filter(({ inForce }) => inForce)
          .map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
      </SelectField>
      <OnPaper
        said={said}
        onChange={onChange}
        refusal={refusal}
        withoutEnd={<Trans>Để trống thì tính theo thời hạn của loại giấy.</Trans>}
      />
    </>
  );
}
