/** What is pasted from a word processor, as plain text: paragraphs, lists and the rows of tables, a line each. */
export interface Pasted {
  readonly text: string;
  /** It had tables, which a text cannot keep. */
  readonly tables: boolean;
}

const BLOCKS = 'address, article, blockquote, div, dl, dd, dt, h1, h2, h3, h4, h5, h6, p, pre, section, table, ul, ol';
const UNSEEN = 'head, script, style, title, xml, template';
/** The policy of what a page may load speaks of styles even where nothing is shown. */
const LOOKS = /<style[\s\S]*?<\/style>|\sstyle\s*=\s*("[^"]*"|'[^']*')/gi;
/** How Word writes the point of a list into the paragraph. */
const WORD_POINT = /^[·•▪◦§o●-]\s+/;

/** Null where the plain text that came with it says all there is. The document is read and never shown: nothing in it runs or is fetched. */
export function pastedOf(html: string): Pasted | null {
  if (!/<(table|li|p|h[1-6])\b/i.test(html)) return null;
  const { body } = new DOMParser().parseFromString(html.replace(LOOKS, ''), 'text/html');
  for (const unseen of body.querySelectorAll(UNSEEN)) unseen.remove();
  const lines = linesOf(body, '').map((line) =>
    line
      .replaceAll('\u00a0', ' ')
      .replace(/[ \t]+/g, ' ')
      .trim(),
  );
  const text = lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
    .normalize('NFC');
  return text === '' ? null : { text, tables: body.querySelector('table') !== null };
}

function linesOf(node: Node, before: string): string[] {
  const lines: string[] = [before];
  const add = (text: string) => {
    lines.push((lines.pop() ?? '') + text);
  };
  for (const child of node.childNodes) {
    if (child instanceof Text) add(child.data.replace(/\s+/g, ' '));
    if (!(child instanceof Element)) continue;
    if (child.matches('br')) lines.push('');
    else if (child.matches('tr')) lines.push(cellsOf(child));
    else if (child.matches('li')) lines.push(...linesOf(child, pointOf(child)));
    else if (child.matches(BLOCKS)) lines.push(...blockOf(child), '');
    else {
      const [first = '', ...rest] = linesOf(child, '');
      add(first);
      lines.push(...rest);
    }
  }
  return lines;
}

function blockOf(block: Element): string[] {
  const [first = '', ...rest] = linesOf(block, '');
  const isPoint = block.className.includes('MsoList') && WORD_POINT.test(first.trim());
  return [isPoint ? first.trim().replace(WORD_POINT, '- ') : first, ...rest];
}

const cellsOf = (row: Element): string =>
  [...row.querySelectorAll('th, td')].map((cell) => cell.textContent.replace(/\s+/g, ' ').trim()).join(' | ');

function pointOf(item: Element): string {
  const list = item.parentElement;
  return list?.matches('ol') ? `${String([...list.children].indexOf(item) + 1)}. ` : '- ';
}
