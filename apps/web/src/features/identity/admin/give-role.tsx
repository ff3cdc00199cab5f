import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useAct } from '../../../api/act';
import { Button } from '../../../ui/button';
import { CheckField, SelectField, TextField } from '../../../ui/field';
import { Form, FormActs, errorAt } from '../../../ui/form';
import { named } from '../../../ui/format';
import { PickField, type Picked } from '../../../ui/pick-field';
import { useToast } from '../../../ui/toast';
import { type Role } from '../choices';
import { useRoleNames } from '../role-names';
import styles from './admin.module.css';
import { today } from '../../../ui/today';
import { GRANT_ROLE, NAME_LEADER } from './grants.query';
import { type PersonRow } from './people.query';
import { useFindUnit } from './unit-choice';

/** A role for a unit and all below it, between two days, by a decision. One over the judging waits for a second person. */
export function GiveRole({ person, onClose }: { readonly person: PersonRow; readonly onClose: (given: boolean) => void }) {
  const { t } = useLingui();
  const roles = useRoleNames();
  const toast = useToast();
  const grant = useAct(GRANT_ROLE);
  const name = useAct(NAME_LEADER);
  const [role, setRole] = useState<Role>('SUBMITTER');
  const [first, setFirst] = useState(false);
  const [unit, setUnit] = useState<Picked | null>(person.unit && { id: person.unit.id, label: named(person.unit) });
  const [typed, setTyped] = useState({ validFrom: today(), validTo: '', number: '', decidedOn: '' });
  const naming = role === 'LEADER' && first;
  const { busy, refusal, broken } = naming ? name : grant;
  const set = (part: Partial<typeof typed>) => {
    setTyped({ ...typed, ...part });
  };
  const give = async () => {
    const { number, decidedOn, validFrom, validTo } = typed;
    const shared = { personId: person.id, unitId: unit?.id ?? '' };
    const decision = { number, decidedOn };
    const outcome = await (naming
      ? name.run({ ...shared, decision })
      : grant.run({ ...shared, role, validFrom, validTo: validTo || null, decision: number || decidedOn ? decision : null }));
    if (outcome.kind !== 'done') return;
    toast(outcome.result.state === 'PROPOSED' ? t`Đã đề nghị, chờ người thứ hai xác nhận` : t`Đã giao vai trò`);
    onClose(true);
  };
  return (
    <Form onSubmit={() => void give()} refusal={refusal} broken={broken}>
      <SelectField
        label={<Trans>Vai trò</Trans>}
        name="role"
        value={role}
        onChange={(value) => {
          setRole(value as Role);
        }}
        error={errorAt(refusal, 'role')}
      >
        {Object.entries(roles).map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </SelectField>
      {role === 'LEADER' && (
        <CheckField
          label={<Trans>Lãnh đạo đầu tiên, theo quyết định, khi chưa có ai xác nhận được (chỉ một lần)</Trans>}
          name="first"
          checked={first}
          onChange={setFirst}
        />
      )}
      <PickField
        label={<Trans>Cho đơn vị, kể cả đơn vị trực thuộc</Trans>}
        name="unitId"
        value={unit}
        onChange={setUnit}
        useFind={useFindUnit}
        error={errorAt(refusal, 'unitId')}
      />
      {!naming && (
        <div className={styles.pair}>
          <TextField
            label={<Trans>Từ ngày</Trans>}
            name="validFrom"
            type="date"
            value={typed.validFrom}
            onChange={(validFrom) => {
              set({ validFrom });
            }}
            error={errorAt(refusal, 'validFrom')}
          />
          <TextField
            label={<Trans>Đến ngày</Trans>}
            name="validTo"
            type="date"
            optional
            value={typed.validTo}
            onChange={(validTo) => {
              set({ validTo });
            }}
            error={errorAt(refusal, 'validTo')}
          />
        </div>
      )}
      <div className={styles.pair}>
        <TextField
          label={<Trans>Số quyết định</Trans>}
          name="decision.number"
          optional={!naming}
          value={typed.number}
          onChange={(number) => {
            set({ number });
          }}
          error={errorAt(refusal, 'decision.number')}
        />
        <TextField
          label={<Trans>Ngày quyết định</Trans>}
          name="decision.decidedOn"
          type="date"
          optional={!naming}
          value={typed.decidedOn}
          onChange={(decidedOn) => {
            set({ decidedOn });
          }}
          error={errorAt(refusal, 'decision.decidedOn')}
        />
      </div>
      <FormActs>
        <Button type="submit" kind="primary" busy={busy}>
          <Trans>Giao vai trò</Trans>
        </Button>
        <Button
          onClick={() => {
            onClose(false);
          }}
        >
          <Trans>Không giao</Trans>
        </Button>
      </FormActs>
    </Form>
  );
}
