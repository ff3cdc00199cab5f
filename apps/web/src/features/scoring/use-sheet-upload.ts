import { useState } from 'react';
import { type CombinedError, useClient } from 'urql';
import { useAct } from '../../api/act';
import { sendParts } from '../../api/send-parts';
import { CONFIRM_UPLOAD, REQUEST_UPLOAD } from '../../api/uploads.query';
import { COMPARE_SHEET, type SheetDifference } from './offline-sheet.query';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** How a filled sheet that comes back stands. */
export type Brought =
  | { readonly kind: 'none' }
  | { readonly kind: 'reading' }
  /** What is wrong with it, and in which cell of it. */
  | { readonly kind: 'wrong'; readonly message: string | null; readonly cell: string | null }
  | { readonly kind: 'compared'; readonly fileId: string; readonly difference: SheetDifference };

/** Brings a filled sheet to the server, which says what it would change; nothing is written yet. */
export function useSheetUpload(sheetId: string) {
  const client = useClient();
  const request = useAct(REQUEST_UPLOAD);
  const confirm = useAct(CONFIRM_UPLOAD);
  const [brought, setBrought] = useState<Brought>({ kind: 'none' });

  const read = async (file: File): Promise<Brought> => {
    const announced = { ownerType: 'offlineSheet' as const, ownerId: sheetId, fileName: file.name, contentType: XLSX, size: file.size };
    const begun = await request.run(announced);
    if (begun.kind !== 'done') return wrong(begun);
    const fileId = begun.result.id;
    await sendParts(client, { fileId, file }, () => undefined);
    const kept = await confirm.run({ fileId });
    if (kept.kind !== 'done') return wrong(kept);
    const { data, error } = await client.query(COMPARE_SHEET, { fileId }, { requestPolicy: 'network-only' }).toPromise();
    return data ? { kind: 'compared', fileId, difference: data.compareOfflineSheet } : refused(error);
  };

  return {
    brought,
    bring: (file: File) => {
      setBrought({ kind: 'reading' });
      void read(file)
        .catch((): Brought => ({ kind: 'wrong', message: null, cell: null }))
        .then(setBrought);
    },
    done: () => {
      setBrought({ kind: 'none' });
    },
  };
}

const wrong = (outcome: { kind: 'refused'; refusal: { message: string } } | { kind: 'broken' }): Brought => ({
  kind: 'wrong',
  message: outcome.kind === 'refused' ? outcome.refusal.message : null,
  cell: null,
});

/** A question is refused with the cell in its path. */
function refused(error: CombinedError | undefined): Brought {
  const [first] = error?.graphQLErrors ?? [];
  const path = first?.extensions.path;
  return { kind: 'wrong', message: first?.message ?? null, cell: typeof path === 'string' && path.includes('!') ? path : null };
}
