import { Trans } from '@lingui/react/macro';
import { Button } from './button';
import { clock } from './format';
import { Icon } from './icon';
import { Cloud, CloudOff, Warning } from './icons';
import styles from './save-mark.module.css';

/** How what was typed stands: being sent, acknowledged, kept on this machine, or refused. */
export type Saving =
  | { readonly kind: 'untouched' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved'; readonly at: Date }
  | { readonly kind: 'offline'; readonly changes: number }
  /** Something waits for the person: it is not whole yet, or there are two texts. */
  | { readonly kind: 'held'; readonly changes: number }
  | { readonly kind: 'failed' };

/** The one place that says whether something could be lost. Read aloud when its kind changes, not at each save. */
export function SaveMark({ saving, again }: { readonly saving: Saving; readonly again?: () => void }) {
  if (saving.kind === 'untouched') return null;
  return (
    <span className={`${styles.mark ?? ''} ${styles[saving.kind] ?? ''}`}>
      <span className="visually-hidden" role="status">
        <Kind saving={saving} />
      </span>
      <span aria-hidden="true" className={styles.shown}>
        <Icon of={saving.kind === 'offline' ? CloudOff : saving.kind === 'failed' || saving.kind === 'held' ? Warning : Cloud} />
        <Shown saving={saving} />
      </span>
      {saving.kind === 'failed' && again && (
        <Button size="small" onClick={again}>
          <Trans>Thử lại</Trans>
        </Button>
      )}
    </span>
  );
}

function Kind({ saving }: { readonly saving: Saving }) {
  switch (saving.kind) {
    case 'saved':
      return <Trans>Đã lưu</Trans>;
    case 'offline':
      return <Trans>Mất mạng, các thay đổi đang giữ trên máy này</Trans>;
    case 'held':
      return <Trans>Có thay đổi chưa lưu được, đang giữ trên máy này</Trans>;
    case 'failed':
      return <Trans>Chưa lưu được</Trans>;
    case 'saving':
    case 'untouched':
      return null;
  }
}

function Shown({ saving }: { readonly saving: Saving }) {
  switch (saving.kind) {
    case 'saving':
      return <Trans>Đang lưu…</Trans>;
    case 'saved':
      return <Trans>Đã lưu {clock(saving.at)}</Trans>;
    case 'offline':
      return <Trans>Mất mạng: {saving.changes} thay đổi đang giữ trên máy này</Trans>;
    case 'held':
      return <Trans>{saving.changes} thay đổi chưa lưu được, đang giữ trên máy này</Trans>;
    case 'failed':
      return <Trans>Chưa lưu được</Trans>;
    case 'untouched':
      return null;
  }
}
