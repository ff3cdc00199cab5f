import { Trans, useLingui } from '@lingui/react/macro';
import { type Refusal } from '../../../api/refusal';
import { SelectField, TextField } from '../../../ui/field';
import { errorAt } from '../../../ui/form';
import { type UnitKind } from '../choices';
import { type UnitRow } from '../units.query';
import { useUnitKinds } from '../words';
import styles from './units.module.css';

export interface UnitTyped {
  readonly kind: UnitKind;
  readonly nameVi: string;
  readonly nameEn: string;
  readonly statisticsCode: string;
  readonly abbreviation: string;
}

export const NO_UNIT: UnitTyped = { kind: 'COMMUNE', nameVi: '', nameEn: '', statisticsCode: '', abbreviation: '' };

export const typedOf = ({ kind, nameVi, nameEn, statisticsCode, abbreviation }: UnitRow): UnitTyped => ({
  kind,
  nameVi,
  nameEn,
  statisticsCode: statisticsCode ?? '',
  abbreviation: abbreviation ?? '',
});

/** As the API takes them: what was left empty is nothing. */
export const inputOf = ({ statisticsCode, abbreviation, ...rest }: UnitTyped) => ({
  ...rest,
  statisticsCode: statisticsCode || null,
  abbreviation: abbreviation || null,
});

interface UnitFieldsProps {
  readonly typed: UnitTyped;
  readonly onChange: (typed: UnitTyped) => void;
  readonly refusal: Refusal | null;
}

/** What a unit is called. */
export function UnitFields({ typed, onChange, refusal }: UnitFieldsProps) {
  const { t } = useLingui();
  const kinds = useUnitKinds();
  const text = (name: Exclude<keyof UnitTyped, 'kind'>, label: string, optional = false) => (
    <TextField
      label={label}
      name={name}
      optional={optional}
      value={typed[name]}
      onChange={(value) => {
        onChange({ ...typed, [name]: value });
      }}
      error={errorAt(refusal, name)}
    />
  );
  return (
    <>
      {text('nameVi', t`Tên đơn vị`)}
      {text('nameEn', t`Tên bằng tiếng Anh`)}
      <SelectField
        label={<Trans>Loại</Trans>}
        name="kind"
        value={typed.kind}
        onChange={(kind) => {
          onChange({ ...typed, kind: kind as UnitKind });
        }}
        error={errorAt(refusal, 'kind')}
      >
        {Object.entries(kinds).map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </SelectField>
      <div className={styles.pair}>
        {text('statisticsCode', t`Mã thống kê`, true)}
        {text('abbreviation', t`Viết tắt`, true)}
      </div>
    </>
  );
}
