import { Trans } from '@lingui/react/macro';
import { type ReactNode } from 'react';
import { TextField } from './field';
import { errorAt } from './form';

export interface DecisionSaid {
  readonly decisionNumber: string;
  readonly decidedOn: string;
}

interface FieldsProps {
  /** Left out: number of the decision. */
  readonly label?: ReactNode;
  readonly said: DecisionSaid;
  readonly onChange: (said: DecisionSaid) => void;
  readonly refusal: Parameters<typeof errorAt>[0];
}

/** The number and the day of a decision. */
export function DecisionFields({ label, said, onChange, refusal }: FieldsProps) {
  return (
    <>
      <TextField
        label={label ?? <Trans>Số quyết định</Trans>}
        name="decisionNumber"
        value={said.decisionNumber}
        onChange={(decisionNumber) => {
          onChange({ ...said, decisionNumber });
        }}
        error={errorAt(refusal, 'decisionNumber')}
      />
      <TextField
        label={<Trans>Ngày quyết định</Trans>}
        name="decidedOn"
        type="date"
        value={said.decidedOn}
        onChange={(decidedOn) => {
          onChange({ ...said, decidedOn });
        }}
        error={errorAt(refusal, 'decidedOn')}
      />
    </>
  );
}
