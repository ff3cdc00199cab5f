import { useCallback, useEffect, useRef, useState } from 'react';
import { useAct } from '../../api/act';
import { type Refusal } from '../../api/refusal';
import { type Saving } from '../../ui/save-mark';
import { SAVE, SIGN, type WholeCard } from './card.query';
import { type Marks, marksOf, sentMarks } from './marks';

const REST_MS = 700;
const TRY_AGAIN_MS = 5000;

/** What is typed on a card: it is sent when the judge rests, and again after a break, until the server has it. */
export function useMarks(card: WholeCard) {
  const [marks, setMarks] = useState<Marks>(() => marksOf(card));
  const [saving, setSaving] = useState<Saving>({ kind: 'untouched' });
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const save = useAct(SAVE);
  const sign = useAct(SIGN);
  const latest = useRef(marks);
  const version = useRef(card.version);
  const unsent = useRef(new Set<string>());
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const running = useRef<Promise<void> | null>(null);
  const { run: runSave } = save;

  const flush = useCallback((): Promise<void> => {
    clearTimeout(timer.current);
    const go = async () => {
      while (unsent.current.size > 0) {
        const sent = new Set(unsent.current);
        const was = latest.current;
        setSaving({ kind: 'saving' });
        const outcome = await runSave({ scorecardId: card.id, version: version.current, marks: sentMarks(card.criteria, was) });
        if (outcome.kind === 'broken') {
          setSaving({ kind: 'offline', changes: unsent.current.size });
          timer.current = setTimeout(() => void flush(), TRY_AGAIN_MS);
          return;
        }
        if (outcome.kind === 'refused') {
          setRefusal(outcome.refusal);
          setSaving({ kind: 'failed' });
          return;
        }
        version.current = outcome.result.version;
        for (const key of sent) if (latest.current[key] === was[key]) unsent.current.delete(key);
        setRefusal(null);
        setSaving({ kind: 'saved', at: new Date() });
      }
    };
    running.current ??= go().finally(() => {
      running.current = null;
    });
    return running.current;
  }, [card.id, card.criteria, runSave]);

  useEffect(() => {
    const again = () => void flush();
    const leaving = (event: BeforeUnloadEvent) => {
      if (unsent.current.size > 0) event.preventDefault();
    };
    window.addEventListener('online', again);
    window.addEventListener('beforeunload', leaving);
    return () => {
      window.removeEventListener('online', again);
      window.removeEventListener('beforeunload', leaving);
      void flush();
    };
  }, [flush]);

  const change = useCallback(
    (key: string, part: Partial<Marks[string]>) => {
      latest.current = { ...latest.current, [key]: { points: null, comment: '', ...latest.current[key], ...part } };
      unsent.current.add(key);
      setMarks(latest.current);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void flush(), REST_MS);
    },
    [flush],
  );

  /** What was saved elsewhere meanwhile becomes what is built on; of each criterion that differs, the judge has said which to keep. */
  const settle = useCallback(
    (theirs: WholeCard, chosen: Marks) => {
      version.current = theirs.version;
      latest.current = chosen;
      setMarks(chosen);
      setRefusal(null);
      for (const { key } of card.criteria) unsent.current.add(key);
      void flush();
    },
    [card.criteria, flush],
  );

  const signNow = async () => {
    clearTimeout(timer.current);
    if (running.current) await running.current;
    const outcome = await sign.run({ scorecardId: card.id, version: version.current, marks: sentMarks(card.criteria, latest.current) });
    if (outcome.kind === 'done') unsent.current.clear();
    return outcome;
  };

  return { marks, change, saving, refusal, again: () => void flush(), settle, sign: { ...sign, run: signNow } };
}
