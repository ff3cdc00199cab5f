import { type ResultPackContent } from '#domain/scoring';

const WORDS = {
  vi: {
    right: 'KHỚP',
    round: 'Vòng',
    of: 'trong',
    initiatives: 'sáng kiến',
    signed: 'phiếu đã ký',
    excused: 'phiếu miễn chấm',
    result: 'kết quả lần',
    absent: 'vắng mặt',
    final: 'Kết quả chung cuộc',
    noFinal: 'Chưa có kết quả chung cuộc: vòng cuối chưa kết thúc.',
    book: 'Quy chế chấm',
    head: 'nhật ký đến mục',
    file: 'SHA-256 của tệp',
    log: 'Nhật ký xác nhận gói này.',
    noLog:
      'Để biết gói không bị lập lại từ đầu, hãy đối chiếu mã SHA-256 này với mã do ban tổ chức công bố, hoặc kiểm tra với nhật ký (--log).',
  },
  en: {
    right: 'FITS',
    round: 'Round',
    of: 'of',
    initiatives: 'initiatives',
    signed: 'signed cards',
    excused: 'excused cards',
    result: 'result no.',
    absent: 'absent',
    final: 'Final standings',
    noFinal: 'No final standings yet: the last round is not closed.',
    book: 'Rule book',
    head: 'audit log up to entry',
    file: 'SHA-256 of the file',
    log: 'The audit log bears it out.',
    noLog:
      'To know that it was not written anew as a whole, compare this SHA-256 with the published one, or check against the log (--log).',
  },
} as const;

export interface Checked {
  readonly pack: ResultPackContent;
  readonly sha256: string;
  readonly withLog: boolean;
}

/** What was verified, line by line, in one language. */
export function report({ pack, sha256, withLog }: Checked, locale: keyof typeof WORDS): string {
  const words = WORDS[locale];
  const { contest, ruleBooks, rounds, final } = pack;
  const title = locale === 'vi' ? contest.title : contest.titleEn;
  const all = ruleBooks.at(-1)?.content.rounds.length ?? rounds.length;
  const results = [
    ...rounds.map(({ key, initiatives, absent, counted: { signed, excused }, result }, at) => {
      const cards = `${String(signed)} ${words.signed}, ${String(excused)} ${words.excused}`;
      const field = `${String(initiatives.length)} ${words.initiatives} (${words.absent}: ${String(absent.length)})`;
      return { text: `${words.round} ${String(at + 1)} ${words.of} ${String(all)} “${key}”: ${field}, ${cards}`, result };
    }),
    ...(final ? [{ text: `${words.final}: ${String(final.standings.length)} ${words.initiatives}`, result: final.result }] : []),
  ].map(
    ({ text, result: { number, cause, auditHead } }) =>
      `  ${text}; ${words.result} ${String(number)} (${cause}), ${words.head} ${String(auditHead.seq)} ${auditHead.hash}`,
  );
  return [
    `${words.right}: ${title} (${String(contest.year)}, ${contest.unit})`,
    ...ruleBooks.map(({ number, hash }) => `  ${words.book} ${String(number)}: ${hash}`),
    ...results,
    ...(final ? [] : [`  ${words.noFinal}`]),
    `  ${words.file}: ${sha256}`,
    `  ${withLog ? words.log : words.noLog}`,
    '',
  ].join('\n');
}
