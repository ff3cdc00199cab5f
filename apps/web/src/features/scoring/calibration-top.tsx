import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { type ReactNode } from 'react';
import { Icon } from '../../ui/icon';
import { ChevronLeft } from '../../ui/icons';
import styles from './card-page.module.css';

/** The way back, and the parts of the calibration. */
export function CalibrationTop({ roundId, children }: { readonly roundId: string; readonly children?: ReactNode }) {
  return (
    <header className={styles.top}>
      <Link to="/judging/$roundId" params={{ roundId }} className={styles.back}>
        <Icon of={ChevronLeft} />
        <Trans>Phiếu của tôi</Trans>
      </Link>
      {children}
    </header>
  );
}
