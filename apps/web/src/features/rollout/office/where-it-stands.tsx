import { useLingui } from '@lingui/react/macro';
import { useAdoptionWords } from '../../../ui/adoption-mark';
import { CellMark } from '../matrix/cell-mark';
import { type CommuneRow } from './rollout.query';
import styles from './rollout-form.module.css';

type Standing = Pick<CommuneRow, 'state' | 'basis' | 'confirmed' | 'overdue'>;

/** How far a commune is: its mark as in the matrix, and the word. */
export function WhereItStands({ of }: { readonly of: Standing }) {
  const words = useAdoptionWords();
  const bases = useBasisWords();
  return (
    <span className={styles.inline}>
      <CellMark of={{ ...of, disputed: false, counts: null, exempt: null }} />
      {of.basis === 'EXEMPT' ? bases.EXEMPT : words[of.state]}
    </span>
  );
}

/** On what ground a commune takes part. */
export function useBasisWords(): Readonly<Record<CommuneRow['basis'], string>> {
  const { t } = useLingui();
  return { REQUIRED: t`bắt buộc`, VOLUNTARY: t`tự nguyện`, EXEMPT: t`được miễn` };
}
