import { Trans } from '@lingui/react/macro';
import { type ReactNode } from 'react';
import { Button } from './button';
import { Note } from './note';
import styles from './two-texts.module.css';

interface TwoTextsProps {
  /** Of which field. */
  readonly label: ReactNode;
  readonly mine: ReactNode;
  readonly theirs: ReactNode;
  readonly onMine: () => void;
  readonly onTheirs: () => void;
}

/** A field that was written elsewhere too: both stand side by side until one is chosen, and neither is lost before. */
export function TwoTexts({ label, mine, theirs, onMine, onTheirs }: TwoTextsProps) {
  return (
    <Note tone="soon" role="alert">
      <p>
        <strong>{label}</strong>: <Trans>phần này vừa được lưu ở nơi khác. Hãy so hai bản rồi chọn một.</Trans>
      </p>
      <div className={styles.pair}>
        <section>
          <h3>
            <Trans>Bản đang nhập ở đây</Trans>
          </h3>
          <div className={styles.text}>{mine}</div>
          <Button size="small" onClick={onMine}>
            <Trans>Giữ bản ở đây</Trans>
          </Button>
        </section>
        <section>
          <h3>
            <Trans>Bản đã lưu ở nơi khác</Trans>
          </h3>
          <div className={styles.text}>{theirs}</div>
          <Button size="small" onClick={onTheirs}>
            <Trans>Lấy bản đã lưu</Trans>
          </Button>
        </section>
      </div>
    </Note>
  );
}
