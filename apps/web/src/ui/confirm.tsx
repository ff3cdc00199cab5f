import { Trans } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import { type CombinedError } from 'urql';
import { type Refusal } from '../api/refusal';
import { Button } from './button';
import { Dialog } from './dialog';
import { TextAreaField } from './field';
import { ErrorSummary, errorAt } from './form';
import { Broken } from './note';

/** What is asked for where the act keeps a reason; `path` is the input's. */
export interface Reason {
  readonly label: ReactNode;
  readonly path: string;
  readonly optional?: boolean;
}

interface ConfirmProps {
  readonly title: ReactNode;
  /** What will have happened, counted where it can be. */
  readonly children: ReactNode;
  /** The verb in full, as in *Loại khỏi cuộc thi*. */
  readonly act: ReactNode;
  /** What not doing it is called, as in *Không loại*. */
  readonly keep?: ReactNode;
  readonly destructive?: boolean;
  readonly busy: boolean;
  readonly refusal: Refusal | null;
  readonly broken: CombinedError | null;
  readonly onAct: (reason: string) => void;
  readonly onClose: () => void;
}

/** Which act, and on what, is said wherever something is typed. */
type Typing = { readonly reason: Reason; readonly of: string } | { readonly reason?: undefined; readonly of?: string };

/** Before what cannot be taken back: what it does, why, and two choices named by their verbs, the safe one first. */
export function Confirm(props: ConfirmProps & Typing) {
  const { title, children, act, keep, destructive = true, reason, of, busy, refusal, broken, onAct, onClose } = props;
  const [typed, setTyped] = useState('');
  return (
    <Dialog
      title={title}
      of={of}
      onClose={onClose}
      acts={
        <>
          <Button size="large" data-first-focus onClick={onClose}>
            {keep ?? <Trans>Không, quay lại</Trans>}
          </Button>
          <Button
            size="large"
            kind={destructive ? 'destructive' : 'primary'}
            busy={busy}
            onClick={() => {
              onAct(typed);
            }}
          >
            {act}
          </Button>
        </>
      }
    >
      {refusal && <ErrorSummary refusal={refusal} />}
      {broken && <Broken error={broken} />}
      <div>{children}</div>
      {reason && (
        <TextAreaField
          label={reason.label}
          name={reason.path}
          value={typed}
          onChange={setTyped}
          optional={reason.optional}
          error={errorAt(refusal, reason.path)}
        />
      )}
    </Dialog>
  );
}
