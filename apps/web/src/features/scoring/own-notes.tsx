import { Trans } from '@lingui/react/macro';
import { useEffect, useRef, useState } from 'react';
import { useAct } from '../../api/act';
import { Note } from '../../ui/note';
import { SaveMark, type Saving } from '../../ui/save-mark';
import { SAVE_NOTE, type WholeCard } from './card.query';
import styles from './dossier.module.css';

const REST_MS = 800;
const kept = new Map<string, { text: string; version: number }>();

/** What a judge notes for themselves; nobody else ever reads it. */
export function OwnNotes({ card }: { readonly card: WholeCard }) {
  const known = kept.get(card.id) ?? { text: card.note?.text ?? '', version: card.note?.version ?? 0 };
  const [text, setText] = useState(known.text);
  const [saving, setSaving] = useState<Saving>({ kind: 'untouched' });
  const version = useRef(known.version);
  const sent = useRef(known.text);
  const { run, refusal } = useAct(SAVE_NOTE);
  useEffect(() => {
    if (text === sent.current) return undefined;
    const timer = setTimeout(() => {
      setSaving({ kind: 'saving' });
      void run({ scorecardId: card.id, text, version: version.current }).then((outcome) => {
        if (outcome.kind === 'done') {
          version.current = outcome.result.version;
          sent.current = text;
          kept.set(card.id, { text, version: version.current });
          setSaving({ kind: 'saved', at: new Date() });
        } else setSaving(outcome.kind === 'broken' ? { kind: 'offline', changes: 1 } : { kind: 'failed' });
      });
    }, REST_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [text, card.id, run]);
  return (
    <div className={styles.notes}>
      <label htmlFor="own-notes">
        <Trans>Ghi chú riêng: chỉ ông/bà đọc được, không kèm theo phiếu và được xóa khi cuộc thi lưu trữ.</Trans>
      </label>
      {refusal && <Note tone="late">{refusal.message}</Note>}
      <textarea
        id="own-notes"
        value={text}
        onChange={({ target: { value } }) => {
          setText(value);
        }}
      />
      <SaveMark saving={saving} />
    </div>
  );
}
