import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useAct } from '../../../api/act';
import { Button } from '../../../ui/button';
import { Dialog } from '../../../ui/dialog';
import { CheckField, SelectField, TextField } from '../../../ui/field';
import { Form, FormActs, errorAt } from '../../../ui/form';
import { named } from '../../../ui/format';
import { today } from '../../../ui/today';
import { OPEN_INDEX_YEAR, type SchemeShown, type UnitChoice } from '../index.query';
import styles from '../reform.module.css';

const COMMUNES: readonly string[] = ['COMMUNE', 'TOWNSHIP', 'WARD'];

interface Opening {
  readonly schemes: readonly SchemeShown[];
  readonly units: readonly UnitChoice[];
  readonly again: () => void;
}

/** Communes are asked to score themselves for a year. */
export function OpenYear(opening: Opening) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        kind="primary"
        onClick={() => {
          setOpen(true);
        }}
      >
        <Trans>Mở năm đánh giá</Trans>
      </Button>
      {open && (
        <Opened
          {...opening}
          onClose={() => {
            setOpen(false);
          }}
        />
      )}
    </>
  );
}

function Opened({ schemes, units, again, onClose }: Opening & { readonly onClose: () => void }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const act = useAct(OPEN_INDEX_YEAR);
  const inForce = schemes.filter(({ state }) => state === 'IN_FORCE');
  const communes = units.filter(({ kind, validTo }) => COMMUNES.includes(kind) && (validTo === null || validTo >= today()));
  const [said, setSaid] = useState({ schemeId: inForce[0]?.id ?? '', year: String(Number(today().slice(0, 4)) - 1), selfDueOn: '' });
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const open = async () => {
    const unitIds = communes.filter(({ id }) => !left.has(id)).map(({ id }) => id);
    const outcome = await act.run({ schemeId: said.schemeId, year: Number(said.year), selfDueOn: said.selfDueOn, unitIds });
    if (outcome.kind !== 'done') return;
    again();
    void navigate({ to: '/index/$yearId', params: { yearId: outcome.result.id } });
  };
  const say = (key: keyof typeof said) => (value: string) => {
    setSaid({ ...said, [key]: value });
  };
  return (
    <Dialog of="openIndexYear" title={t`Mở năm đánh giá`} onClose={onClose}>
      <Form onSubmit={() => void open()} refusal={act.refusal} broken={act.broken}>
        <SelectField
          label={t`Bộ tiêu chí`}
          name="schemeId"
          value={said.schemeId}
          onChange={say('schemeId')}
          error={errorAt(act.refusal, 'schemeId')}
        >
          {inForce.map((scheme) => (
            <option key={scheme.id} value={scheme.id}>
              {named(scheme)}
            </option>
          ))}
        </SelectField>
        <TextField label={t`Năm`} name="year" type="number" value={said.year} onChange={say('year')} error={errorAt(act.refusal, 'year')} />
        <TextField
          label={t`Hạn tự chấm`}
          name="selfDueOn"
          type="date"
          value={said.selfDueOn}
          onChange={say('selfDueOn')}
          error={errorAt(act.refusal, 'selfDueOn')}
        />
        <fieldset className={styles.choices}>
          <legend>
            <Trans>Các đơn vị được đánh giá</Trans>
          </legend>
          {communes.map((unit) => (
            <CheckField
              key={unit.id}
              name={`unitIds.${unit.id}`}
              label={named(unit)}
              checked={!left.has(unit.id)}
              onChange={(checked) => {
                setLeft(new Set(checked ? [...left].filter((id) => id !== unit.id) : [...left, unit.id]));
              }}
            />
          ))}
        </fieldset>
        <FormActs>
          <Button type="submit" kind="primary" busy={act.busy}>
            <Trans>Mở năm đánh giá</Trans>
          </Button>
          <Button onClick={onClose}>
            <Trans>Chưa mở</Trans>
          </Button>
        </FormActs>
      </Form>
    </Dialog>
  );
}
