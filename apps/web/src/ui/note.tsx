import { Trans } from '@lingui/react/macro';
import { type ReactNode } from 'react';
import { type CombinedError } from 'urql';
import { type Asked } from '../api/ask';
import { Button } from './button';
import { classes } from './classes';
import { Icon } from './icon';
import { Check, Info, Warning } from './icons';
import styles from './note.module.css';

/** A remark that stays; `role` where it comes up by itself. */
export function Note({
  tone = 'ink',
  children,
  role,
}: {
  readonly tone?: 'ink' | 'soon' | 'late' | 'done';
  readonly children: ReactNode;
  readonly role?: 'status' | 'alert';
}) {
  return (
    <div className={classes(styles.note, tone !== 'ink' && styles[tone])} role={role}>
      <Icon of={tone === 'done' ? Check : tone === 'ink' ? Info : Warning} />
      <div>{children}</div>
    </div>
  );
}

/** What will stand here and when, and one act. */
export function Empty({ title, children }: { readonly title: ReactNode; readonly children?: ReactNode }) {
  return (
    <div className={styles.empty}>
      <p>{title}</p>
      {children}
    </div>
  );
}

/** Rows to be, shown after a moment only. */
export function Skeleton({ rows = 6 }: { readonly rows?: number }) {
  return (
    <div className={styles.skeleton} role="status">
      <span className="visually-hidden">
        <Trans>Đang tải</Trans>
      </span>
      {Array.from({ length: rows }, (_, row) => (
        <span key={row} />
      ))}
    </div>
  );
}

/** What failed, what is kept, and the way on. */
export function Broken({ error, again }: { readonly error: CombinedError; readonly again?: () => void }) {
  const [first] = error.graphQLErrors;
  return (
    <Note tone="late" role="alert">
      <p>{first?.message ?? <Trans>Không kết nối được với hệ thống. Nội dung đã nhập vẫn được giữ trên máy này.</Trans>}</p>
      {typeof first?.extensions.id === 'string' && (
        <p className="caption">
          <Trans>Mã sự cố: {first.extensions.id}</Trans>
        </p>
      )}
      {again && first?.extensions.code !== 'FORBIDDEN' && (
        <p>
          <Button size="small" onClick={again}>
            <Trans>Tải lại</Trans>
          </Button>
        </p>
      )}
    </Note>
  );
}

/** What a question came to: its rows to be, what broke, or what it answers. */
export function Answer<Data>({
  of,
  children,
  rows,
}: {
  readonly of: Asked<Data>;
  readonly children: (data: Data) => ReactNode;
  readonly rows?: number;
}) {
  if (of.error) return <Broken error={of.error} again={of.again} />;
  if (of.data === undefined) return <Skeleton rows={rows} />;
  return <>{children(of.data)}</>;
}
