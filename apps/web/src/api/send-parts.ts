import { type Client } from '@urql/core';
import { UPLOAD } from './uploads.query';

interface Announced {
  readonly fileId: string;
  readonly file: File;
  readonly signal?: AbortSignal;
}

/** Sends what the server does not have yet of an upload that was announced; throws where it breaks off. `onProgress`: bytes sent. */
export async function sendParts(client: Client, { fileId, file, signal }: Announced, onProgress: (sent: number) => void): Promise<void> {
  for (;;) {
    const { data, error } = await client.query(UPLOAD, { id: fileId }, { requestPolicy: 'network-only' }).toPromise();
    if (!data?.upload) throw error ?? new Error('The upload is gone');
    if (data.upload.missing === 0) return;
    for (const { offset, size, url } of data.upload.parts) {
      await putPart({ url, part: file.slice(offset, offset + size), signal }, (sent) => {
        onProgress(offset + sent);
      });
    }
  }
}

/** The browser tells how far a request is only this way. */
function putPart(
  { url, part, signal }: { readonly url: string; readonly part: Blob; readonly signal?: AbortSignal },
  onProgress: (sent: number) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('PUT', url);
    request.upload.onprogress = ({ loaded }) => {
      onProgress(loaded);
    };
    request.onload = () => {
      if (request.status < 300) resolve();
      else reject(new Error(String(request.status)));
    };
    request.onerror = () => {
      reject(new Error('The network broke'));
    };
    request.onabort = request.onerror;
    signal?.addEventListener('abort', () => {
      request.abort();
    });
    request.send(part);
  });
}
