import { type Locale } from '#lib/kernel';

export interface Wording {
  readonly subject: string;
  readonly text: string;
}

/** What is told, in both languages. */
export type Wordings = Readonly<Record<Locale, Wording>>;

export interface Letter {
  readonly name: string;
  readonly locale: Locale;
  readonly text: string;
  /** Where the reader goes on, as a whole address. */
  readonly link: string | null;
  /** What leads there and what stands at the end, where the letter is not about the contest. */
  readonly open?: string;
  readonly foot?: string;
}

const FRAME: Readonly<Record<Locale, { greeting: string; open: string; foot: string }>> = {
  vi: {
    greeting: 'Kính gửi',
    open: 'Mở trên hệ thống',
    foot: 'Thư này được gửi tự động từ hệ thống cuộc thi sáng kiến cải cách hành chính. Xin không trả lời thư này.',
  },
  en: {
    greeting: 'Dear',
    open: 'Open',
    foot: 'Sent automatically by the platform of the contest for administrative-reform initiatives. Please do not reply.',
  },
};

/** The letter as plain text. */
export function plainBody({ name, locale, text, link, ...own }: Letter): string {
  const { greeting, open, foot } = { ...FRAME[locale], ...own };
  return [`${greeting} ${name},`, text, ...(link ? [`${open}: ${link}`] : []), `-- \n${foot}`].join('\n\n');
}

/** The same as HTML, which loads nothing from anywhere. */
export function htmlBody({ name, locale, text, link, ...own }: Letter): string {
  const { greeting, open, foot } = { ...FRAME[locale], ...own };
  const paragraphs = text.split(/\n{2,}/).map((part) => `<p>${escapeHtml(part).replaceAll('\n', '<br>')}</p>`);
  const button = link ? `<p><a href="${escapeHtml(link)}">${escapeHtml(open)}</a></p>` : '';
  return `<!doctype html><html lang="${locale}"><body><p>${greeting} ${escapeHtml(name)},</p>${paragraphs.join('')}${button}<hr><p><small>${escapeHtml(foot)}</small></p></body></html>`;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
