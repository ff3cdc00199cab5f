import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useRef, useState } from 'react';
import { Button } from '../../../ui/button';
import { classes } from '../../../ui/classes';
import { Panel } from '../../../ui/panel';
import styles from './office.module.css';
import { type OfficeDossier } from './office.query';
import { AcceptForm, RejectForm, ReturnForm } from './verdict-forms';

const VERDICTS = ['ELIGIBLE', 'RETURNED', 'REJECTED'] as const;
type Verdict = (typeof VERDICTS)[number];

/** Letters that choose a verdict while nothing is typed: hợp lệ, bổ sung, không hợp lệ. */
const KEYS: Readonly<Record<string, Verdict>> = { h: 'ELIGIBLE', b: 'RETURNED', x: 'REJECTED' };

export const isTyping = ({ target }: KeyboardEvent): boolean =>
  target instanceof HTMLElement && target.closest('input, textarea, select, dialog, [contenteditable]') !== null;

/** Eligible, returned for more, or rejected; each with its words. The keys H, B and X open one and lead to its first field. */
export function VerdictPanel({ dossier, onDone }: { readonly dossier: OfficeDossier; readonly onDone: () => void }) {
  const { t } = useLingui();
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  const form = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const chosen = KEYS[event.key.toLowerCase()];
      if (!chosen || isTyping(event) || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      setVerdict(chosen);
    };
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('keydown', onKey);
    };
  }, []);
  useEffect(() => {
    if (verdict) form.current?.querySelector<HTMLElement>('input, textarea')?.focus();
  }, [verdict]);
  if (!dossier.canScreen) return null;
  const words = { ELIGIBLE: t`Hợp lệ`, RETURNED: t`Trả lại để bổ sung`, REJECTED: t`Không hợp lệ` };
  const keys = { ELIGIBLE: 'H', RETURNED: 'B', REJECTED: 'X' };
  return (
    <Panel title={<Trans>Kết luận kiểm tra</Trans>}>
      <div className={styles.form} ref={form}>
        <div className={styles.choices} role="group" aria-label={t`Kết luận kiểm tra`}>
          {VERDICTS.map((one) => (
            <Button
              key={one}
              size="small"
              aria-pressed={verdict === one}
              aria-keyshortcuts={keys[one]}
              onClick={() => {
                setVerdict(one);
              }}
            >
              {words[one]}{' '}
              <span className={styles.keys} aria-hidden="true">
                <kbd>{keys[one]}</kbd>
              </span>
            </Button>
          ))}
        </div>
        {verdict === 'ELIGIBLE' && <AcceptForm dossier={dossier} onDone={onDone} />}
        {verdict === 'RETURNED' && <ReturnForm dossier={dossier} onDone={onDone} />}
        {verdict === 'REJECTED' && <RejectForm dossier={dossier} onDone={onDone} />}
        {verdict === null && (
          <p className={classes('secondary', styles.keys)}>
            <Trans>Chọn kết luận bằng nút hoặc phím. Trong ô chữ, Ctrl + Enter để gửi.</Trans>
          </p>
        )}
      </div>
    </Panel>
  );
}
