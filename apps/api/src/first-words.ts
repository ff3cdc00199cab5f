import { type PageHead, SITE, escaped } from './page-heads.js';

/** Where the head of each public page leads. */
const LEADS = { '/winners': 'Kết quả các năm', '/in-use': 'Nơi đang áp dụng', '/procedures': 'Thủ tục', '/check-result': 'Kiểm chứng' };

/**
 * What stands on a public page before its scripts run: where one is, its name and what it is about, in Vietnamese, as pages come at first.
 * The page takes its place (ADR 0026); its looks are in `first-words.css` of the web application.
 */
export function firstWords(path: string, { title, heading = title, description }: PageHead): string {
  const leads = Object.entries(LEADS).map(([address, name]) => `<a href="${address}">${name}</a>`);
  return `<div class="first-words">
      <header><a href="/">${SITE}</a><nav>${leads.join('')}</nav></header>
      <main${path === '/' ? ' class="first-band"' : ''}><h1>${escaped(heading)}</h1><p>${escaped(description)}</p></main>
    </div>`;
}
