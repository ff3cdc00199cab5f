import { Trans } from '@lingui/react/macro';
import { type ReactNode } from 'react';
import { type Refusal } from '../../../api/refusal';
import { TextField } from '../../../ui/field';
import { errorAt, fieldProps } from '../../../ui/form';
import styles from './licences.module.css';

interface SaidOnPaper {
  readonly licenceNumber: string;
  readonly holder: string;
  readonly issuedOn: string;
  readonly expiresOn: string;
}

interface OnPaperProps<Said> {
  readonly said: Said;
  readonly onChange: (said: Said) => void;
  readonly refusal: Refusal | null;
  /** What a last day that is left empty means. */
  readonly withoutEnd: ReactNode;
}

/** What stands on the paper of a licence. */
export function OnPaper<Said extends SaidOnPaper>({ said, onChange, refusal, withoutEnd }: OnPaperProps<Said>) {
  const field = fieldProps<SaidOnPaper>(said, (typed) => onChange({ ...said, ...typed }), refusal);
  return (
    <>
      <TextField
        label={<Trans>Số giấy</Trans>}
        autoComplete="off"
        {...field('licenceNumber')}
        error={errorAt(refusal, 'licenceNumber') ?? errorAt(refusal, 'number')}
      />
      <TextField label={<Trans>Tên cơ sở</Trans>} autoComplete="off" {...field('holder')} />
      <div className={styles.pair}>
        <TextField label={<Trans>Ngày cấp</Trans>} type="date" {...field('issuedOn')} />
        <TextField label={<Trans>Ngày hết hạn</Trans>} hint={withoutEnd} type="date" optional {...field('expiresOn')} />
      </div>
    </>
  );
}
