import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { type Refusal } from '../../../api/refusal';
import { ActButton } from '../../../ui/act-button';
import { DecisionFields } from '../../../ui/decision-fields';
import { CheckField, SelectField, TextField } from '../../../ui/field';
import { fieldProps } from '../../../ui/form';
import { named } from '../../../ui/format';
import { DECLARE_ACHIEVEMENT, type TitleKindRow } from '../emulation.query';

/** What comes by itself is not declared. */
const BY_THEMSELVES: readonly string[] = ['PRIZE', 'RECOGNITION'];
const NOTHING = { kindId: '', year: '', decisionNumber: '', decidedOn: '', issuer: '', detail: '' };

/** Declares what oneself achieved, or that a title was not reached in a year. */
export function Declare({ kinds, again }: { readonly kinds: readonly TitleKindRow[]; readonly again: () => void }) {
  const { t } = useLingui();
  const [said, setSaid] = useState(NOTHING);
  const [without, setWithout] = useState(false);
  return (
    <ActButton
      of={DECLARE_ACHIEVEMENT}
      kind="primary"
      title={<Trans>Kê khai thành tích</Trans>}
      label={<Trans>Kê khai thành tích</Trans>}
      act={<Trans>Kê khai</Trans>}
      keep={<Trans>Chưa kê khai</Trans>}
      destructive={false}
      input={() => ({
        ...{ kindId: said.kindId, year: Number(said.year), without, detail: said.detail || null },
        ...{ decisionNumber: said.decisionNumber || null, decidedOn: said.decidedOn || null, issuer: said.issuer || null },
      })}
      said={<Trans>Đã kê khai; thủ trưởng đơn vị xác nhận.</Trans>}
      onDone={() => {
        setSaid(NOTHING);
        setWithout(false);
        again();
      }}
    >
      {(refusal) => (
        <>
          <SelectField label={<Trans>Danh hiệu</Trans>} {...fieldProps(said, setSaid, refusal)('kindId')}>
            <option value="">{t`Chọn danh hiệu`}</option>
            {kinds
              .filter(({ kindCode }) => !BY_THEMSELVES.includes(kindCode))
              .map((kind) => (
                <option key={kind.id} value={kind.id}>
                  {named(kind)}
                </option>
              ))}
          </SelectField>
          <TextField label={<Trans>Năm</Trans>} inputMode="numeric" {...fieldProps(said, setSaid, refusal)('year')} />
          <CheckField label={<Trans>Năm này không đạt danh hiệu</Trans>} name="without" checked={without} onChange={setWithout} />
          {!without && <Decision said={said} onChange={setSaid} refusal={refusal} />}
        </>
      )}
    </ActButton>
  );
}

interface DecisionProps {
  readonly said: typeof NOTHING;
  readonly onChange: (said: typeof NOTHING) => void;
  readonly refusal: Refusal | null;
}

function Decision({ said, onChange, refusal }: DecisionProps) {
  const field = fieldProps(said, onChange, refusal);
  return (
    <>
      <DecisionFields said={said} onChange={onChange} refusal={refusal} />
      <TextField label={<Trans>Cơ quan quyết định</Trans>} {...field('issuer')} />
      <TextField label={<Trans>Nội dung cụ thể</Trans>} optional {...field('detail')} />
    </>
  );
}
