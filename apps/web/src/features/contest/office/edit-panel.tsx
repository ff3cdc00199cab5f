import { Trans } from '@lingui/react/macro';
import { type ReactNode, useId, useState } from 'react';
import { Button } from '../../../ui/button';
import { Panel } from '../../../ui/panel';
import styles from './office.module.css';

interface EditPanelProps {
  readonly title: ReactNode;
  readonly canEdit: boolean;
  /** Why it cannot be changed, where it could be at another time. */
  readonly shut?: ReactNode;
  readonly children: ReactNode;
  /** In place of what is read, until it is closed. */
  readonly form: (close: () => void) => ReactNode;
}

/** What is set, and the way to set it otherwise, in one place. */
export function EditPanel({ title, canEdit, shut, children, form }: EditPanelProps) {
  const [editing, setEditing] = useState(false);
  const says = shut !== undefined && shut !== false;
  const reason = useId();
  return (
    <Panel
      title={title}
      side={
        !editing &&
        (canEdit || says) && (
          <Button
            size="small"
            shut={canEdit ? false : reason}
            onClick={() => {
              setEditing(true);
            }}
          >
            <Trans>Sửa</Trans>
            <span className="visually-hidden"> {title}</span>
          </Button>
        )
      }
    >
      {editing && canEdit
        ? form(() => {
            setEditing(false);
          })
        : children}
      {!canEdit && says && (
        <p id={reason} className={`caption ${styles.tail ?? ''}`}>
          {shut}
        </p>
      )}
    </Panel>
  );
}

/** Keep or leave as it was, at the foot of a form. */
export function EditActs({ busy, onClose }: { readonly busy: boolean; readonly onClose: () => void }) {
  return (
    <>
      <Button type="submit" kind="primary" busy={busy}>
        <Trans>Lưu</Trans>
      </Button>
      <Button onClick={onClose}>
        <Trans>Thôi, giữ như cũ</Trans>
      </Button>
    </>
  );
}
