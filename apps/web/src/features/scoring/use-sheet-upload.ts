import { useState } from 'react';
import { type CombinedError, useClient } from 'urql';
import { useAct } from '../../api/act';
import { COMPARE_SHEET, CONFIRM_SHEET_UPLOAD, REQUEST_SHEET_UPLOAD, SHEET_UPLOAD, type SheetDifference } from './offline-sheet.query';

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
  const request = useAct(REQUEST_SHEET_UPLOAD);
  const confirm = useAct(CONFIRM_SHEET_UPLOAD);
  const [brought, setBrought] = useState<Brought>({ kind: 'none' });

  const parts = async (fileId: string, file: File): Promise<void> => {
    for (;;) {
      const { data, error } = await client.query(SHEET_UPLOAD, { id: fileId }, { requestPolicy: 'network-only' }).toPromise();
      if (!data?.upload) throw error ?? new Error('The upload is gone');
      if (data.upload.missing === 0) return;
      for (const { offset, size, url } of data.upload.parts) {
        const { ok, status } = await fetch(url, { method: 'PUT', body: file.slice(offset, offset + size) });
        if (!ok) throw new Error(String(status));
      }
    }
  };

  const read = async (file: File): Promise<Brought> => {
    const announced = { ownerType: 'offlineSheet', ownerId: sheetId, fileName: file.name, contentType: XLSX, size: file.size };
    const begun = await request.run(announced);
    if (begun.kind !== 'done') return wrong(begun);
    const fileId = begun.result.id;
    await parts(fileId, file);
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
