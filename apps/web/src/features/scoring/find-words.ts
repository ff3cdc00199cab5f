interface Place {
  readonly node: Text;
  readonly at: number;
}

/** As one looks for words: without tone marks, capitals and runs of blanks. */
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase();
const wordsOf = (text: string): string => plain(text).replace(/\s+/g, ' ').trim();

export const saysIt = (text: string, wanted: string): boolean => wordsOf(text).includes(wordsOf(wanted));

/** Where an element says it, however its words are cut into pieces. */
export function rangesOf(element: HTMLElement, wanted: string): Range[] {
  const sought = wordsOf(wanted);
  if (sought === '') return [];
  const { text, places } = readingOf(element);
  const found: Range[] = [];
  for (let at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, at + sought.length)) {
    const [from, to] = [places[at], places[at + sought.length - 1]];
    if (!from || !to) continue;
    const range = document.createRange();
    range.setStart(from.node, from.at);
    range.setEnd(to.node, to.at + 1);
    found.push(range);
  }
  return found;
}

/** The text as it is looked through, and where each of its characters stands. */
function readingOf(element: HTMLElement): { text: string; places: Place[] } {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let text = '';
  const places: Place[] = [];
  const add = (characters: string, place: Place) => {
    for (const character of characters.replace(/\s/g, ' ')) {
      if (character === ' ' && (text === '' || text.endsWith(' '))) continue;
      text += character;
      places.push(place);
    }
  };
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    for (let at = 0; at < node.data.length; at += 1) add(plain(node.data.charAt(at)), { node, at });
    add(' ', { node, at: Math.max(0, node.data.length - 1) });
  }
  return { text, places };
}
