import { useEffect, useRef, useState } from 'react';
import { useClient } from 'urql';
import { useAct } from './act';
import { type VariablesOf } from './graphql';
import { sendParts } from './send-parts';
import { CONFIRM_UPLOAD, GIVE_UP_UPLOAD, REQUEST_UPLOAD } from './uploads.query';

/** A file on its way, for whoever watches. */
export interface Sending {
  readonly key: number;
  readonly name: string;
  readonly size: number;
  readonly sent: number;
  readonly trouble: { readonly kind: 'refused'; readonly message: string } | { readonly kind: 'broken' } | null;
  readonly file: File;
}

export type Uploads = ReturnType<typeof useUploads>;

/** What files hang on, as in `initiative` and its id. */
export interface Owner {
  readonly type: VariablesOf<typeof REQUEST_UPLOAD>['input']['ownerType'];
  readonly id: string;
}

/** Sends files in parts, one after another; what arrived of one that broke off need not be sent again, and it goes on when the network is back. */
export function useUploads(owner: Owner, onDone: (fileId: string, fileName: string) => void) {
  const client = useClient();
  const request = useAct(REQUEST_UPLOAD);
  const confirm = useAct(CONFIRM_UPLOAD);
  const [sendings, setSendings] = useState<readonly Sending[]>([]);
  const giveUp = useAct(GIVE_UP_UPLOAD);
  const begun = useRef(new Map<number, string>());
  const stops = useRef(new Map<number, AbortController>());
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const keys = useRef(0);
  const put = (key: number, patch: Partial<Sending>) => {
    setSendings((all) => all.map((one) => (one.key === key ? { ...one, ...patch } : one)));
  };
  const drop = (key: number) => {
    setSendings((all) => all.filter((one) => one.key !== key));
  };

  const announce = async ({ key, file }: Sending): Promise<string | null> => {
    const known = begun.current.get(key);
    if (known) return known;
    const announced = { ownerType: owner.type, ownerId: owner.id, fileName: file.name, contentType: file.type, size: file.size };
    const outcome = await request.run(announced);
    if (outcome.kind === 'done') {
      begun.current.set(key, outcome.result.id);
      return outcome.result.id;
    }
    put(key, { trouble: outcome.kind === 'refused' ? { kind: 'refused', message: outcome.refusal.message } : { kind: 'broken' } });
    return null;
  };

  const send = async (sending: Sending) => {
    const { key, file } = sending;
    const stop = stops.current.get(key) ?? new AbortController();
    stops.current.set(key, stop);
    if (isAborted(stop)) return;
    put(key, { trouble: null });
    const fileId = await announce(sending);
    if (fileId === null) return;
    try {
      await sendParts(client, { fileId, file, signal: stop.signal }, (sent) => {
        put(key, { sent });
      });
    } catch {
      if (isAborted(stop)) return;
      put(key, { trouble: { kind: 'broken' } });
      return;
    }
    const outcome = await confirm.run({ fileId });
    if (outcome.kind === 'done') {
      drop(key);
      onDone(fileId, file.name);
    } else {
      begun.current.delete(key);
      put(key, { trouble: outcome.kind === 'refused' ? { kind: 'refused', message: outcome.refusal.message } : { kind: 'broken' } });
    }
  };

  const enqueue = (sending: Sending) => {
    queue.current = queue.current.then(() => send(sending));
  };
  const goOn = useRef<() => void>(() => undefined);
  useEffect(() => {
    goOn.current = () => {
      for (const sending of sendings) if (sending.trouble?.kind === 'broken') enqueue(sending);
    };
  });
  useEffect(() => {
    const back = () => {
      goOn.current();
    };
    window.addEventListener('online', back);
    return () => {
      window.removeEventListener('online', back);
    };
  }, []);
  return {
    sendings,
    add: (files: Iterable<File>) => {
      const fresh = [...files].map((file) => ({
        key: (keys.current += 1),
        name: file.name,
        size: file.size,
        sent: 0,
        trouble: null,
        file,
      }));
      setSendings((all) => [...all, ...fresh]);
      fresh.forEach(enqueue);
    },
    retry: enqueue,
    /** Also of one that is on its way: what arrived of it is thrown away. */
    drop: (key: number) => {
      stops.current.get(key)?.abort();
      drop(key);
      const fileId = begun.current.get(key);
      if (fileId !== undefined) void giveUp.run({ fileId });
    },
  };
}

const isAborted = ({ signal }: AbortController): boolean => signal.aborted;
