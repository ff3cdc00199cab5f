import { SaxParser } from '@cj-tech-master/excelts/xml';
import { Refused } from '#lib/kernel';
import { isCompoundFile, whyNotObject } from './compound-file.js';
import { type Allowance, type ZipEntry, unpacked, zipEntries } from './zip.js';

const OFFICE = 'application/vnd.openxmlformats-officedocument';
/** The main part's content type, and the type of the file that it makes. */
const MAIN_TYPES: Readonly<Record<string, string>> = {
  [`${OFFICE}.wordprocessingml.document.main+xml`]: `${OFFICE}.wordprocessingml.document`,
  [`${OFFICE}.spreadsheetml.sheet.main+xml`]: `${OFFICE}.spreadsheetml.sheet`,
  [`${OFFICE}.presentationml.presentation.main+xml`]: `${OFFICE}.presentationml.presentation`,
  [`${OFFICE}.presentationml.slideshow.main+xml`]: `${OFFICE}.presentationml.presentation`,
};
/** Where every program puts the main part of a package whose relationships are lost. */
const USUAL_MAIN_PART: Readonly<Record<string, string>> = {
  'word/document.xml': `${OFFICE}.wordprocessingml.document`,
  'xl/workbook.xml': `${OFFICE}.spreadsheetml.sheet`,
  'ppt/presentation.xml': `${OFFICE}.presentationml.presentation`,
};
const CONTENT_TYPES = '[content_types].xml';
const ROOT_RELATIONS = '_rels/.rels';
const MAIN_RELATION = /\/officeDocument\/(?:2006\/)?relationships\/officeDocument$|\/ooxml\/officeDocument\/relationships\/officeDocument$/;

const MACRO_PART = /(?:^|\/)(?:vbaProject|vbaData)[^/]*$/i;
/** The type of a binary workbook, such as charts of a presentation have, always says that it may have macros: whether it has is looked at. */
const MACRO_TYPE = /(?<!binary\.)macroEnabled|vbaProject|vbaData|macrosheet/i;
const MACRO_RELATION = /\/(?:vbaProject|wordVbaData|xlMacrosheet|xlIntlMacrosheet)$/i;
const REMOTE_TEMPLATE = { type: /\/attachedTemplate$/, target: /^\s*(?:https?|ftp):/i };

/** What tells the kind of a package is small; a part that is larger is made to exhaust who reads it. */
const MOST_MARKUP = 2 * 1024 * 1024;
const DEEPEST = 3;

/** What a package says of itself, gathered while its parts are unpacked one by one. */
interface Facts {
  readonly names: ReadonlySet<string>;
  readonly types: Map<string, string>;
  readonly defaults: Map<string, string>;
  main: string | null;
}

/**
 * The type of an Office Open XML file (ISO/IEC 29500-2): that of the part to which the relationships of the package lead; null for any other zip.
 * Unpacks every part, within the allowance. Refuses `FILE_LOCKED`, `FILE_HAS_MACROS` (of the package or of what is embedded in it, or fetched
 * with a template from elsewhere), `FILE_HAS_PACKAGE` (any file at all embedded as an object) and `FILE_DAMAGED`.
 */
export async function officeType(bytes: Buffer, allowance: Allowance, depth = 0): Promise<string | null> {
  const entries = zipEntries(bytes);
  if (!entries?.some(({ name }) => plain(name) === CONTENT_TYPES)) return null;
  if (entries.some(({ encrypted }) => encrypted)) throw new Refused('FILE_LOCKED');
  if (entries.some(({ name }) => MACRO_PART.test(name))) throw new Refused('FILE_HAS_MACROS');
  const facts: Facts = { names: new Set(entries.map(({ name }) => plain(name))), types: new Map(), defaults: new Map(), main: null };
  for (const entry of entries) await readPart({ bytes, entry, allowance, depth }, facts);
  return typeOf(facts);
}

interface Part {
  readonly bytes: Buffer;
  readonly entry: ZipEntry;
  readonly allowance: Allowance;
  readonly depth: number;
}

async function readPart({ bytes, entry, allowance, depth }: Part, facts: Facts): Promise<void> {
  const name = plain(entry.name);
  const markup = name === CONTENT_TYPES || name.endsWith('.rels');
  const embedded = /(?:^|\/)embeddings\/|\.(?:bin|docx|xlsx|pptx|xlsb)$/.test(name);
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of unpacked(bytes, entry, allowance)) {
      size += chunk.length;
      if (markup && size > MOST_MARKUP) throw new Refused('FILE_TOO_COMPLEX');
      if (markup || embedded) chunks.push(chunk);
    }
  } catch (error) {
    throw error instanceof Refused ? error : new Refused('FILE_DAMAGED');
  }
  const content = Buffer.concat(chunks);
  if (name === CONTENT_TYPES) readTypes(content, facts);
  else if (markup) readRelations(content, name, facts);
  else if (embedded) await lookAtEmbedded(content, allowance, depth + 1);
}

async function lookAtEmbedded(content: Buffer, allowance: Allowance, depth: number): Promise<void> {
  if (isCompoundFile(content)) {
    const code = whyNotObject(content);
    if (code) throw new Refused(code);
    return;
  }
  if (depth > DEEPEST) throw new Refused('FILE_TOO_COMPLEX');
  await officeType(content, allowance, depth);
}

function readTypes(content: Buffer, { types, defaults }: Facts): void {
  eachTag(content, (tag, { PartName = '', Extension = '', ContentType = '' }) => {
    if (MACRO_TYPE.test(ContentType)) throw new Refused('FILE_HAS_MACROS');
    if (tag === 'Override') types.set(plain(PartName), ContentType.toLowerCase());
    if (tag === 'Default') defaults.set(Extension.toLowerCase(), ContentType.toLowerCase());
  });
}

function readRelations(content: Buffer, name: string, facts: Facts): void {
  eachTag(content, (tag, { Type = '', Target = '', TargetMode = '' }) => {
    if (tag !== 'Relationship') return;
    if (MACRO_RELATION.test(Type)) throw new Refused('FILE_HAS_MACROS');
    if (REMOTE_TEMPLATE.type.test(Type) && REMOTE_TEMPLATE.target.test(Target)) throw new Refused('FILE_HAS_MACROS');
    if (name === ROOT_RELATIONS && TargetMode !== 'External' && MAIN_RELATION.test(Type)) facts.main = plain(Target);
  });
}

function typeOf({ names, types, defaults, main }: Facts): string | null {
  if (main !== null && names.has(main)) {
    const type = types.get(main) ?? defaults.get(main.slice(main.lastIndexOf('.') + 1)) ?? '';
    return MAIN_TYPES[type] ?? null;
  }
  if (names.has(ROOT_RELATIONS)) return null;
  const usual = Object.keys(USUAL_MAIN_PART).filter((part) => names.has(part));
  return usual.length === 1 ? (USUAL_MAIN_PART[usual[0] ?? ''] ?? null) : null;
}

type Attributes = Readonly<Record<string, string>>;

/** Calls back for each element, by its local name. Refuses `FILE_DAMAGED` where the markup is not well-formed. */
function eachTag(content: Buffer, see: (tag: string, attributes: Attributes) => void): void {
  const parser = new SaxParser({ position: false });
  parser.on('error', () => {
    throw new Refused('FILE_DAMAGED');
  });
  parser.on('opentag', ({ name, attributes }) => {
    see(name.slice(name.indexOf(':') + 1), attributes);
  });
  try {
    parser.write(textOf(content).replace(/^\ufeff/, '')).close();
  } catch (error) {
    throw error instanceof Refused ? error : new Refused('FILE_DAMAGED');
  }
}

/** Markup of a package is in UTF-8 or UTF-16 (ISO/IEC 29500-2, 8.1.2), the latter with its mark in front. */
function textOf(content: Buffer): string {
  const mark = content.subarray(0, 2).toString('hex');
  return new TextDecoder(mark === 'fffe' ? 'utf-16le' : mark === 'feff' ? 'utf-16be' : 'utf-8').decode(content);
}

/** Names of parts are compared without regard to capitals, and from the root of the package (ISO/IEC 29500-2, 6.2.2). */
function plain(name: string): string {
  return name
    .replaceAll('\\', '/')
    .replace(/^\.?\/+/, '')
    .toLowerCase();
}
