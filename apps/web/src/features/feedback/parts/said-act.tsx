import { type ReactNode, useState } from 'react';
import { type CombinedError } from 'urql';
import { type Refusal } from '../../../api/refusal';
import { Button } from '../../../ui/button';
import { Confirm } from '../../../ui/confirm';
import { useToast } from '../../../ui/toast';

interface SaidActProps {
  readonly word: ReactNode;
  readonly title: ReactNode;
  /** What will have happened. */
  readonly children: ReactNode;
  readonly keep: ReactNode;
  readonly reason: { readonly label: ReactNode; readonly path: string };
  /** What it is done to. */
  readonly of: string;
  readonly act: { readonly busy: boolean; readonly refusal: Refusal | null; readonly broken: CombinedError | null };
  /** Whether it was done. */
  readonly onAct: (said: string) => Promise<boolean>;
  readonly told: ReactNode;
  readonly onDone: () => void;
}

/** A button whose act is said in words first. */
export function SaidAct({ word, title, children, keep, reason, of, act, onAct, told, onDone }: SaidActProps) {
  const [asking, setAsking] = useState(false);
  const toast = useToast();
  const run = async (said: string) => {
    if (!(await onAct(said.trim()))) return;
    toast(told);
    setAsking(false);
    onDone();
  };
  return (
    <>
      <Button
        size="small"
        onClick={() => {
          setAsking(true);
        }}
      >
        {word}
      </Button>
      {asking && (
        <Confirm
          title={title}
          act={word}
          keep={keep}
          destructive={false}
          reason={reason}
          of={of}
          busy={act.busy}
          refusal={act.refusal}
          broken={act.broken}
          onAct={(said) => void run(said)}
          onClose={() => {
            setAsking(false);
          }}
        >
          {children}
        </Confirm>
      )}
    </>
  );
}
