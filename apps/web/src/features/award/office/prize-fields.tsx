import { type ReactNode } from 'react';
import { type CombinedError } from 'urql';
import { type Refusal } from '../../../api/refusal';
import { Button } from '../../../ui/button';
import { Dialog } from '../../../ui/dialog';
import { ErrorSummary } from '../../../ui/form';
import { Broken } from '../../../ui/note';

interface FieldsProps {
  readonly onClose: () => void;
  readonly of: string;
  readonly title: ReactNode;
  readonly act: ReactNode;
  readonly keep: ReactNode;
  readonly destructive?: boolean;
  readonly busy: boolean;
  readonly refusal: Refusal | null;
  readonly broken: CombinedError | null;
  readonly onAct: () => void;
  readonly children: ReactNode;
}

/** A dialog about a prize: what was refused above its fields, the safe choice first. */
export function PrizeFields(props: FieldsProps) {
  const { of, title, act, keep, destructive = false, busy, refusal, broken, onAct, onClose, children } = props;
  return (
    <Dialog
      of={of}
      title={title}
      onClose={onClose}
      acts={
        <>
          <Button size="large" onClick={onClose}>
            {keep}
          </Button>
          <Button size="large" kind={destructive ? 'destructive' : 'primary'} busy={busy} onClick={onAct}>
            {act}
          </Button>
        </>
      }
    >
      {refusal && <ErrorSummary refusal={refusal} />}
      {broken && <Broken error={broken} />}
      {children}
    </Dialog>
  );
}
