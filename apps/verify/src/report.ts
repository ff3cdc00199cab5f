import { type PackedResult, type ResultPackContent, type TrailEnd, printable } from '#plain/result';

const WORDS = {
  vi: {
    right: 'KHỚP',
    round: 'Vòng',
    of: 'trong',
    initiatives: 'sáng kiến',
    signed: 'phiếu đã ký',
    excused: 'phiếu miễn chấm',
    result: 'kết quả lần',
    absent: 'Qua vòng trước mà không chấm ở vòng này (đã rút, bị loại hoặc qua vòng do đính chính)',
    stayed: 'Chấm ở vòng này tuy sau đính chính không còn qua vòng trước',
    left: 'Đã dự thi mà không có trong kết quả chung cuộc (đã rút hoặc bị loại)',
    votes: 'Trưởng Ban Giám khảo quyết định thứ tự, số lần',
    final: 'Kết quả chung cuộc',
    noFinal: 'Chưa có kết quả chung cuộc: vòng cuối chưa kết thúc.',
    book: 'Quy tắc chấm',
    head: 'nhật ký đến mục',
    file: 'SHA-256 của tệp',
    log: 'Nhật ký xác nhận gói này.',
    newer: 'LƯU Ý: theo nhật ký, cuộc thi này có gói kết quả mới hơn, SHA-256',
    notHeld: 'LƯU Ý: mã băm đã công bố có trước khi lập gói này, nên không bảo đảm được phần nhật ký về gói.',
    noHead: 'LƯU Ý: nhật ký chưa được đối chiếu với mã băm đã công bố (--head).',
    noLog:
      'Chỉ riêng tệp này không cho biết nó có bị lập lại từ đầu, bị bớt phiếu hoặc đã có kết quả mới hơn hay không: hãy đối chiếu mã SHA-256 này với mã do ban tổ chức công bố, hoặc kiểm tra với nhật ký (--log).',
  },
  en: {
    right: 'FITS',
    round: 'Round',
    of: 'of',
    initiatives: 'initiatives',
    signed: 'signed cards',
    excused: 'excused cards',
    result: 'result no.',
    absent: 'Passed the round before and not judged in this one (withdrawn, disqualified, or raised by a correction)',
    stayed: 'Judged in this round though a correction says they did not pass the one before',
    left: 'Took part and not in the final standings (withdrawn or disqualified)',
    votes: "The chair's votes",
    final: 'Final standings',
    noFinal: 'No final standings yet: the last round is not closed.',
    book: 'Rule book',
    head: 'audit log up to entry',
    file: 'SHA-256 of the file',
    log: 'The audit log bears it out.',
    newer: 'NOTE: by the log, this contest has a newer result pack, SHA-256',
    notHeld: 'NOTE: the published head is older than this pack, and does not vouch for what the log says of it.',
    noHead: 'NOTE: the log was not held against a published head (--head).',
    noLog:
      'The file alone does not say whether it was written anew as a whole, had cards left out, or was superseded: compare this SHA-256 with the published one, or check against the log (--log).',
  },
} as const;

type Words = (typeof WORDS)[keyof typeof WORDS];

export interface Checked {
  readonly pack: ResultPackContent;
  readonly sha256: string;
  /** What the audit log said, and the head that it was held against; null where no log was asked. */
  readonly log: (TrailEnd & { readonly head: string | null }) | null;
}

/** What was verified, line by line, in one language. */
export function report({ pack, sha256, log }: Checked, locale: keyof typeof WORDS): string {
  const words = WORDS[locale];
  const { contest, ruleBooks, final } = pack;
  const title = locale === 'vi' ? contest.title : contest.titleEn;
  return [
    `${words.right}: ${title} (${String(contest.year)}, ${contest.unit})`,
    ...ruleBooks.map(({ number, hash }) => `  ${words.book} ${String(number)}: ${hash}`),
    ...roundLines(pack, words),
    ...(final ? finalLines(final, words) : [`  ${words.noFinal}`]),
    `  ${words.file}: ${sha256}`,
    ...logLines(log, words).map((line) => `  ${line}`),
  ]
    .map((line) => `${printable(line)}\n`)
    .join('');
}

function roundLines({ rounds, ruleBooks }: ResultPackContent, words: Words): string[] {
  const all = ruleBooks.at(-1)?.content.rounds.length ?? rounds.length;
  return rounds.flatMap(({ key, initiatives, absent, stayed, counted: { signed, excused }, result }, at) => [
    `  ${words.round} ${String(at + 1)} ${words.of} ${String(all)} “${key}”: ${String(initiatives.length)} ${words.initiatives}, ` +
      `${String(signed)} ${words.signed}, ${String(excused)} ${words.excused}; ${version(result, words)}`,
    ...named(words.absent, absent),
    ...named(words.stayed, stayed),
  ]);
}

function finalLines({ standings, result, absent, votes }: NonNullable<ResultPackContent['final']>, words: Words): string[] {
  return [
    `  ${words.final}: ${String(standings.length)} ${words.initiatives}; ${version(result, words)}`,
    ...named(words.left, absent),
    ...(votes.length > 0 ? [`    ${words.votes}: ${String(votes.length)}`] : []),
  ];
}

function version({ number, cause, auditHead }: PackedResult<string>, words: Words): string {
  return `${words.result} ${String(number)} (${cause}), ${words.head} ${String(auditHead.seq)} ${auditHead.hash}`;
}

/** Who they are: a loser should not have to look for it in the file. */
function named(what: string, codes: readonly string[]): string[] {
  return codes.length > 0 ? [`    ${what}: ${codes.join(', ')}`] : [];
}

function logLines(log: Checked['log'], words: Words): string[] {
  if (!log) return [words.noLog];
  const head = log.head === null ? [words.noHead] : log.held ? [] : [words.notHeld];
  return [words.log, ...head, ...(log.newer === null ? [] : [`${words.newer} ${log.newer}`])];
}
