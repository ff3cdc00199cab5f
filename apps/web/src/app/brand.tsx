import { Trans } from '@lingui/react/macro';
import styles from './brand.module.css';

/** A pen over its line, and whose platform it is; `leads` says to whoever listens where a press goes. */
export function Brand({ leads }: { readonly leads: string }) {
  return (
    <>
      <span className={styles.logo} aria-hidden="true" />
      <span className={styles.words}>
        <Trans>Sáng kiến CCHC</Trans>
        <small>
          <Trans>Huyện Hoài Đức</Trans>
        </small>
        <span className="visually-hidden">{leads}</span>
      </span>
    </>
  );
}
