import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useAct } from '../../../api/act';
import { useWhole } from '../../../api/ask-whole';
import { useMe } from '../../../api/session';
import { Button } from '../../../ui/button';
import { CheckList } from '../../../ui/check-list';
import { Dialog } from '../../../ui/dialog';
import { SelectField, TextField } from '../../../ui/field';
import { Form, FormActs, errorAt } from '../../../ui/form';
import { named } from '../../../ui/format';
import { Note } from '../../../ui/note';
import { today } from '../../../ui/today';
import { OPEN_INDEX_YEAR, UNITS_TO_SCORE, type UnitChoice } from '../index.query';
import { type SchemeShown } from '../scheme.query';

const COMMUNES: readonly string[] = ['COMMUNE', 'TOWNSHIP', 'WARD'];

interface Opening {
  /** Those that are open or settled, as far as the page shows them. */
  readonly opened: readonly number[];
  readonly schemes: readonly SchemeShown[];
  readonly again: () => void;
}

/** Units are asked to score themselves for a year. */
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

/** Those of today within reach: of the whole tree of the office. */
function useUnits(): readonly UnitChoice[] {
  const reached = useMe().permissions.find(({ name }) => name === 'index:keep')?.unitIds ?? [];
  const { data } = useWhole(UNITS_TO_SCORE, {}, 'units');
  return (data?.units.edges ?? []).flatMap(({ node }) => (reached.includes(node.id) ? [node] : []));
}

/** A year is judged when it is over, the present one where that is open already. */
function proposed(opened: readonly number[]): string {
  const year = Number(today().slice(0, 4));
  return String(opened.includes(year - 1) && !opened.includes(year) ? year : year - 1);
}

function Opened({ schemes, opened, again, onClose }: Opening & { readonly onClose: () => void }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const act = useAct(OPEN_INDEX_YEAR);
  const inForce = schemes.filter(({ state }) => state === 'IN_FORCE');
  const units = useUnits();
  const isCommune = ({ kind }: UnitChoice) => COMMUNES.includes(kind);
  const sorted = [...units.filter(isCommune), ...units.filter((unit) => !isCommune(unit))];
  const [chosen, setChosen] = useState<readonly string[] | null>(null);
  const unitIds = chosen ?? units.filter(isCommune).map(({ id }) => id);
  const [said, setSaid] = useState({ schemeId: inForce[0]?.id ?? '', year: proposed(opened), selfDueOn: '' });
  const open = async () => {
    const outcome = await act.run({ ...said, year: Number(said.year), unitIds: [...unitIds] });
    if (outcome.kind !== 'done') return;
    again();
    void navigate({ to: '/index/$yearId', params: { yearId: outcome.result.id } });
  };
  const say = (key: keyof typeof said) => (value: string) => {
    setSaid({ ...said, [key]: value });
  };
  return (
    <Dialog of="openIndexYear" title={t`Mở năm đánh giá`} onClose={onClose} wide>
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
        {units.length === 0 && (
          <Note>
            <Trans>Không có đơn vị nào đang hoạt động thuộc phạm vi phụ trách.</Trans>
          </Note>
        )}
        {units.length > 0 && (
          <CheckList
            label={<Trans>Các đơn vị được đánh giá</Trans>}
            name="unitIds"
            choices={sorted.map((unit) => ({ id: unit.id, label: named(unit) }))}
            chosen={unitIds}
            onChange={setChosen}
            refusal={act.refusal}
          />
        )}
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
