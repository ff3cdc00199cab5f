import { type TadaDocumentNode } from 'gql.tada';
import { type ComponentProps, type ReactNode, useState } from 'react';
import { useAct } from '../api/act';
import { type Refusal } from '../api/refusal';
import { Button } from './button';
import { Confirm } from './confirm';
import { useToast } from './toast';

type Looks = Pick<ComponentProps<typeof Button>, 'kind' | 'size' | 'shut'>;
type Asking = Pick<ComponentProps<typeof Confirm>, 'title' | 'act' | 'keep' | 'destructive' | 'reason'>;

interface ActButtonProps<Data extends { answer: object }, Input extends object> extends Looks, Asking {
  readonly of: TadaDocumentNode<Data, { input: Input }>;
  /** What the button says; left out: the act. */
  readonly label?: ReactNode;
  /** The name for whoever listens, where several buttons say the same. */
  readonly name?: string;
  readonly input: (reason: string) => Omit<Input, 'clientMutationId'>;
  /** What will have happened, and fields of the act's own. */
  readonly children: ReactNode | ((refusal: Refusal | null) => ReactNode);
  /** Said once it is done. */
  readonly said?: ReactNode;
  /** False: something of its own fields is wanting, which they say. */
  readonly ready?: () => boolean;
  readonly onDone: () => void;
}

/** A button whose act is confirmed first, with its reason where it keeps one; what was typed stays where it is refused. */
export function ActButton<Data extends { answer: object }, Input extends object>(props: ActButtonProps<Data, Input>) {
  const { of, label, name, input, children, said, ready, onDone, kind, size, shut, act, ...asking } = props;
  const { run, busy, refusal, broken, clear } = useAct(of);
  const [open, setOpen] = useState(false);
  const toast = useToast();
  const close = () => {
    setOpen(false);
    clear();
  };
  return (
    <>
      <Button
        {...{ kind, size, shut }}
        aria-label={name}
        onClick={() => {
          setOpen(true);
        }}
      >
        {label ?? act}
      </Button>
      {open && (
        <Confirm
          {...asking}
          {...{ act, busy, refusal, broken }}
          onClose={close}
          onAct={(reason) => {
            if (ready && !ready()) return;
            void run(input(reason)).then(({ kind: outcome }) => {
              if (outcome !== 'done') return;
              close();
              if (said !== undefined) toast(said);
              onDone();
            });
          }}
        >
          {typeof children === 'function' ? children(refusal) : children}
        </Confirm>
      )}
    </>
  );
}
