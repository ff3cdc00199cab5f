import { type TadaDocumentNode } from 'gql.tada';
import { type ComponentProps, type ReactNode, useState } from 'react';
import { useAct } from '../api/act';
import { type Refusal } from '../api/refusal';
import { Button } from './button';
import { Confirm, type Reason } from './confirm';
import { useToast } from './toast';

type Looks = Pick<ComponentProps<typeof Button>, 'kind' | 'size' | 'shut'>;
type Asking = Pick<ComponentProps<typeof Confirm>, 'title' | 'act' | 'keep' | 'destructive'>;

interface ActButtonProps<Data extends { answer: object }, Input extends object> extends Looks, Asking {
  readonly of: TadaDocumentNode<Data, { input: Input }>;
  /** What the button says; left out: the act. */
  readonly label?: ReactNode;
  /** The name for whoever listens, where several buttons say the same. */
  readonly name?: string;
  readonly reason?: Reason;
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
  const { of, label, name, input, children, said, ready, onDone, kind, size, shut, act, reason, ...asking } = props;
  const { run, busy, refusal, broken, clear } = useAct(of);
  /** Which act on what is asked about, as it stood when it was opened. */
  const [open, setOpen] = useState<string | null>(null);
  const toast = useToast();
  const close = () => {
    setOpen(null);
    clear();
  };
  return (
    <>
      <Button
        {...{ kind, size, shut }}
        aria-label={name}
        onClick={() => {
          setOpen(actOn(of, input('')));
        }}
      >
        {label ?? act}
      </Button>
      {open !== null && (
        <Confirm
          {...asking}
          {...{ act, reason, busy, refusal, broken }}
          of={open}
          onClose={close}
          onAct={(typed) => {
            if (ready && !ready()) return;
            void run(input(typed)).then(({ kind: outcome }) => {
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

/** The act by its name, what it is about by the ids and choices that it is sent with. */
function actOn(document: TadaDocumentNode<object, never>, input: object): string {
  const [definition] = document.definitions;
  const name = definition && 'name' in definition ? definition.name?.value : undefined;
  const about = Object.entries(input as Record<string, unknown>).filter(
    ([key, value]) => key.endsWith('Id') || /^[A-Z_]+$/.test(String(value)),
  );
  return [name, ...about.map((pair) => pair.join(' '))].join(' ');
}
