import { type PDFDict, type PDFObject } from '@cantoo/pdf-lib';

/** What a page, a picture or a remark in a PDF notes of its making (ISO 32000-1, 12.5.6.2 and 14.3 to 14.5). */
const NOTED = ['Metadata', 'PieceInfo', 'LastModified', 'T', 'CreationDate', 'M'];

/** Its pages in a document of their own: properties, attachments, scripts and earlier states of the file stay behind. */
export async function pdfWithoutNames(bytes: Buffer): Promise<Uint8Array> {
  const { PDFArray, PDFDict, PDFDocument, PDFName, PDFStream } = await import('@cantoo/pdf-lib');
  const source = await PDFDocument.load(bytes, { updateMetadata: false, password: '' });
  const copy = await PDFDocument.create({ updateMetadata: false });
  for (const page of await copy.copyPages(source, source.getPageIndices())) copy.addPage(page);
  const strip = (object: PDFObject): void => {
    if (object instanceof PDFStream) stripDict(object.dict);
    else if (object instanceof PDFDict) stripDict(object);
    else if (object instanceof PDFArray) for (const part of object.asArray()) strip(part);
  };
  const stripDict = (dict: PDFDict): void => {
    for (const name of NOTED) dict.delete(PDFName.of(name));
    for (const [, part] of dict.entries()) strip(part);
  };
  for (const [, object] of copy.context.enumerateIndirectObjects()) strip(object);
  return copy.save();
}
