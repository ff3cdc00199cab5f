import { Trans, useLingui } from '@lingui/react/macro';
import { type AdoptionState, useAdoptionWords } from '../../../ui/adoption-mark';
import { CellMark } from './cell-mark';
import styles from './matrix-legend.module.css';

const PLAIN = { state: 'IN_USE', basis: 'REQUIRED', confirmed: true, overdue: false, disputed: false, counts: null, exempt: null } as const;

const ORDER: readonly AdoptionState[] = [
  'NOT_STARTED',
  'PREPARING',
  'PILOTING',
  'IN_USE',
  'SUSTAINED',
  'PAUSED',
  'NOT_SUITABLE',
  'DROPPED',
];

/** What each mark means; always in sight. */
export function MatrixLegend() {
  const { t } = useLingui();
  const words = useAdoptionWords();
  return (
    <ul className={styles.legend} aria-label={t`Chú giải`}>
      {ORDER.map((state) => (
        <li key={state}>
          <CellMark of={{ ...PLAIN, state }} />
          {words[state]}
        </li>
      ))}
      <li>
        <CellMark of={{ ...PLAIN, basis: 'EXEMPT' }} />
        <Trans>Được miễn</Trans>
      </li>
      <li>
        <CellMark of={{ ...PLAIN, overdue: true }} />
        <Trans>Quá hạn</Trans>
      </li>
      <li>
        <CellMark of={{ ...PLAIN, disputed: true }} />
        <Trans>Số liệu chưa thống nhất</Trans>
      </li>
      <li>
        <CellMark of={{ ...PLAIN, state: 'SUSTAINED', confirmed: false }} />
        <Trans>Chờ xác nhận lại</Trans>
      </li>
    </ul>
  );
}
