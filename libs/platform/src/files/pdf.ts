const HEADER = '%PDF-';
/** Readers look for the header in so many bytes (ISO 32000-1, annex H.3.4.1): scanners and mail programs put their own lines before it. */
const HEADER_WITHIN = 1024;
const ENCRYPTION = '/Encrypt';

/** Whether it is a PDF by its header; what stands before that may be anything but markup. */
export function isPdf(bytes: Buffer): boolean {
  const at = bytes.subarray(0, HEADER_WITHIN + HEADER.length).indexOf(HEADER, 0, 'latin1');
  return at >= 0 && !bytes.subarray(0, at).includes('<');
}

/**
 * Whether a PDF cannot be read without a password or a certificate. One that is encrypted only against printing or copying opens with an
 * empty password, and can be read. The library of PDFs is asked only where the file speaks of encryption, which it always does in the clear.
 */
export async function isLockedPdf(bytes: Buffer): Promise<boolean> {
  if (!bytes.includes(ENCRYPTION, 0, 'latin1')) return false;
  const { getDocumentProxy } = await import('unpdf');
  try {
    await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
    return false;
  } catch (error) {
    const { name, message } = error as Error;
    return name === 'PasswordException' || /encrypt|password|security/i.test(message);
  }
}
