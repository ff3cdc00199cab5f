import { Trans } from '@lingui/react/macro';
import { type ReactNode } from 'react';
import { Button } from '../../ui/button';
import { Note } from '../../ui/note';
import styles from './dossier.module.css';
import { type Editing } from './editing';
import { type DossierFields } from './use-dossier';

interface BothProps<Field extends keyof DossierFields> {
  readonly of: Editing;
  readonly field: Field;
  readonly children: ReactNode;
}

/** Of what is no text, and was saved elsewhere too: one of the two is chosen. */
export function BothKept<Field extends keyof DossierFields>({ of: { autosave }, field, children }: BothProps<Field>) {
  if (!(field in autosave.theirs)) return null;
  return (
    <Note tone="soon" role="alert">
      <p>{children}</p>
      <p className={styles.acts}>
        <Button
          size="small"
          onClick={() => {
            autosave.choose(field, autosave.value[field]);
          }}
        >
          <Trans>Giữ bản ở đây</Trans>
        </Button>
        <Button
          size="small"
          onClick={() => {
            autosave.choose(field, autosave.theirs[field] as DossierFields[Field]);
          }}
        >
          <Trans>Lấy bản đã lưu</Trans>
        </Button>
      </p>
    </Note>
  );
}
