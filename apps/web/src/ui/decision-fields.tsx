import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode } from 'react';
import { type Refusal } from '../api/refusal';
import { TextField } from './field';
import { fieldProps } from './form';

interface DecisionSaid {
  readonly decisionNumber: string;
  readonly decidedOn: string;
}

interface FieldsProps<Said> {
  /** Left out: number of the decision. */
  readonly label?: ReactNode;
  readonly said: Said;
  readonly onChange: (said: Said) => void;
  readonly refusal: Refusal | null;
  /** It was tried to go on before both were typed. */
  readonly wanting?: boolean;
}

/** The number and the day of a decision, of all that is typed in a form. */
export function DecisionFields<Said extends DecisionSaid>({ label, said, onChange, refusal, wanting = false }: FieldsProps<Said>) {
  const { t } = useLingui();
  const field = fieldProps<DecisionSaid>(said, (typed) => onChange({ ...said, ...typed }), refusal);
  const [number, day] = [field('decisionNumber'), field('decidedOn')];
  return (
    <>
      <TextField
        label={label ?? <Trans>Số quyết định</Trans>}
        hint={<Trans>Ví dụ 1234/QĐ-UBND</Trans>}
        {...number}
        error={number.error ?? (wanting && number.value.trim() === '' ? t`Cần có số quyết định` : null)}
      />
      <TextField
        label={<Trans>Ngày quyết định</Trans>}
        type="date"
        {...day}
        error={day.error ?? (wanting && day.value === '' ? t`Cần có ngày quyết định` : null)}
      />
    </>
  );
}

/** Whether both are typed. */
export const isDecided = ({ decisionNumber, decidedOn }: DecisionSaid): boolean => decisionNumber.trim() !== '' && decidedOn !== '';
