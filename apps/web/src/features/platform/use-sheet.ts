import { useState } from 'react';
import { useClient } from 'urql';
import { type Outcome, useAct } from '../../api/act';
import { type VariablesOf } from '../../api/graphql';
import { sendParts } from '../../api/send-parts';
import { CONFIRM_UPLOAD, REQUEST_UPLOAD } from '../../api/uploads.query';
import { BEGIN_IMPORT, CHECK_IMPORT } from './imports.query';

/** How the way of a sheet to the server stands. */
export type SheetWay =
  | { readonly kind: 'none' }
  | { readonly kind: 'sending' }
  /** The message is null where the connection broke. */
  | { readonly kind: 'wrong'; readonly message: string | null };

type Target = { readonly importId: string } | { readonly begin: VariablesOf<typeof BEGIN_IMPORT>['input'] };

/** Brings a sheet to the server, which then reads it; answers for which import. */
export function useSheet(target: Target, onRead: (importId: string) => void) {
  const client = useClient();
  const [begin, request, confirm, check] = [useAct(BEGIN_IMPORT), useAct(REQUEST_UPLOAD), useAct(CONFIRM_UPLOAD), useAct(CHECK_IMPORT)];
  const [way, setWay] = useState<SheetWay>({ kind: 'none' });
  const [begun, setBegun] = useState<string | null>(null);

  const importOf = async (): Promise<string> => {
    if ('importId' in target) return target.importId;
    if (begun !== null) return begun;
    const { id } = done(await begin.run(target.begin));
    setBegun(id);
    return id;
  };
  const bring = async (file: File): Promise<void> => {
    const importId = await importOf();
    const announced = { ownerType: 'import' as const, ownerId: importId, fileName: file.name, contentType: file.type, size: file.size };
    const fileId = done(await request.run(announced)).id;
    await sendParts(client, { fileId, file }, () => undefined);
    done(await confirm.run({ fileId }));
    done(await check.run({ importId, fileId }));
    setWay({ kind: 'none' });
    onRead(importId);
  };
  return {
    way,
    bring: (file: File) => {
      setWay({ kind: 'sending' });
      bring(file).catch((error: unknown) => {
        setWay({ kind: 'wrong', message: error instanceof NotDone ? error.refusal : null });
      });
    },
  };
}

/** A step that came to nothing: refused with a message, or broken off. */
class NotDone extends Error {
  constructor(readonly refusal: string | null) {
    super('A step came to nothing');
  }
}

function done<T>(outcome: Outcome<T>): T {
  if (outcome.kind === 'done') return outcome.result;
  throw new NotDone(outcome.kind === 'refused' ? outcome.refusal.message : null);
}
