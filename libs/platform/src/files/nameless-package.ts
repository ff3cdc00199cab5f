/** A part of a package that says nothing but of its making, and what is left of it. */
const PROPERTIES: readonly (readonly [root: RegExp, empty: string])[] = [
  [
    /<(\w+:)?coreProperties[\s>]/,
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>',
  ],
  [
    /<(\w+:)?Properties[^>]*\/extended-properties"/,
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>',
  ],
  [
    /<(\w+:)?Properties[^>]*\/custom-properties"/,
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>',
  ],
];
const HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** Who wrote, changed, remarked or shared, wherever a program notes it beside the words. */
const WHO = /(\s(?:\w+:)?(?:author|initials|userId|userName|displayName|lastModifiedBy|lastEdited)=)(?:"[^"]*"|'[^']*')/g;
const AUTHOR = /(<(\w+:)?author>)[^<]*(<\/(?:\w+:)?author>)/g;
/** A list of who remarked in a presentation has their names so. */
const REMARKERS = /((?:<\w+:)?(?:cmAuthor|author)\s[^>]*?\sname=)(?:"[^"]*"|'[^']*')/g;
/** Where it lay on somebody's machine. */
const PLACE = /(<(?:\w+:)?absPath[^>]*\surl=)(?:"[^"]*"|'[^']*')/g;

/** An Office file with its words, and without who made, changed and remarked on it. */
export async function packageWithoutNames(bytes: Buffer): Promise<Uint8Array> {
  const { default: JSZip } = await import('jszip');
  const zip = await JSZip.loadAsync(bytes);
  for (const part of Object.values(zip.files)) {
    if (part.dir || !/\.(xml|rels|vml)$/i.test(part.name)) continue;
    zip.file(part.name, partWithoutNames(await part.async('string')));
  }
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}

export function partWithoutNames(xml: string): string {
  const properties = PROPERTIES.find(([root]) => root.test(xml));
  if (properties) return HEADER + properties[1];
  return xml.replace(WHO, '$1""').replace(AUTHOR, '$1$3').replace(REMARKERS, '$1""').replace(PLACE, '$1""');
}
