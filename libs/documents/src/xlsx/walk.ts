import { SaxParser } from '@cj-tech-master/excelts/xml';

/** More than the largest sheet that is issued has, several times over: a part that has more is made to exhaust who reads it. */
const MOST_TAGS = 1_000_000;
const LONGEST_COMMENT = 10_000;

type Attributes = Readonly<Record<string, string>>;

export interface Handlers {
  readonly open?: (name: string, attributes: Attributes) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
}

/** Goes through a part by local names, since some writers prefix each. Throws where it is not well-formed. */
export function walk(xml: string, { open, text, close }: Handlers): void {
  refuseLongComments(xml);
  let tags = 0;
  const parser = new SaxParser({ position: false });
  const local = (name: string): string => name.slice(name.indexOf(':') + 1);
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    if ((tags += 1) > MOST_TAGS) throw new Error('More markup than any sheet has');
    open?.(local(name), attributes);
  });
  parser.on('closetag', ({ name }) => close?.(local(name)));
  parser.on('text', (piece) => text?.(piece));
  parser.on('cdata', (piece) => text?.(piece));
  parser.write(xml).close();
}

/** No program that writes workbooks writes comments of XML; the parser takes seconds for one of some megabytes. */
function refuseLongComments(xml: string): void {
  for (let at = xml.indexOf('<!--'); at >= 0;) {
    const end = xml.indexOf('-->', at);
    if (end < 0 || end - at > LONGEST_COMMENT) throw new Error('A comment without end');
    at = xml.indexOf('<!--', end);
  }
}
