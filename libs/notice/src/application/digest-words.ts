import { type Wordings } from '../domain/wording.js';

/** A notice as it stands in the letter of the day. */
export interface DigestLine {
  readonly subjectVi: string;
  readonly subjectEn: string;
}

/** What the letter of a day says: its first lines, and how many more there are. */
export function digestWords(lines: readonly DigestLine[], count: number): Wordings {
  const more = count - lines.length;
  const list = (subject: (line: DigestLine) => string) => lines.map((line) => `• ${subject(line)}`).join('\n');
  return {
    vi: {
      subject: `${String(count)} thông báo trong ngày`,
      text: [
        'Những việc dưới đây để biết; nội dung đầy đủ có trong mục Thông báo.',
        list(({ subjectVi }) => subjectVi),
        ...(more > 0 ? [`Và ${String(more)} thông báo khác.`] : []),
      ].join('\n\n'),
    },
    en: {
      subject: count === 1 ? '1 notice of the day' : `${String(count)} notices of the day`,
      text: [
        'What follows is for your information; all of it stands under Notices.',
        list(({ subjectEn }) => subjectEn),
        ...(more > 0 ? [`And ${String(more)} more.`] : []),
      ].join('\n\n'),
    },
  };
}
