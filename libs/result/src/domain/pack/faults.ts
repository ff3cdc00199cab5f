import { type Locale } from '#lib/kernel';

/** Where in a pack something does not fit: the round by its key, `final` for the final standings. */
export interface PackPlace {
  readonly round?: string;
  /** By its code. */
  readonly initiative?: string;
  readonly card?: string;
  readonly criterion?: string;
  /** In the file, where nothing nearer to the contest can be said: a path or a line. */
  readonly path?: string;
}

/** What a pack states that does not fit, and what comes out when it is computed again. */
export interface PackFault {
  readonly code: PackFaultCode;
  readonly place: PackPlace;
  readonly stated: string | null;
  readonly computed: string | null;
}

/** Thrown inside the verification at the first thing that does not fit. */
export class Misfit extends Error {
  readonly fault: PackFault;

  constructor(code: PackFaultCode, place: PackPlace = {}, { stated, computed }: { stated?: unknown; computed?: unknown } = {}) {
    super(code);
    this.fault = { code, place, stated: shown(stated), computed: shown(computed) };
  }
}

/** Throws where what is stated is not what was computed. */
export function expectSame(code: PackFaultCode, place: PackPlace, stated: unknown, computed: unknown): void {
  if (stated !== computed) throw new Misfit(code, place, { stated, computed });
}

function shown(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string') return value.slice(0, 200);
  return typeof value === 'object' ? (Array.isArray(value) ? '[…]' : '{…}') : JSON.stringify(value);
}

/** What moves a terminal's cursor, breaks a line or turns the direction of writing: with these a file could write its own verdict. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** Text out of a file that nobody vouches for, fit to be printed on one line. */
export function printable(text: string): string {
  return text.replace(UNPRINTABLE, (sign) => `\\u{${(sign.codePointAt(0) ?? 0).toString(16)}}`);
}

const FAULTS = {
  NOT_TEXT: { vi: 'tệp không phải văn bản UTF-8', en: 'the file is not UTF-8 text' },
  NOT_JSON: { vi: 'tệp không phải JSON', en: 'the file is not JSON' },
  WRONG_FORMAT: { vi: 'không phải định dạng gói kết quả đọc được', en: 'not a format of result packs that can be read' },
  NOT_SHAPED: { vi: 'thiếu hoặc sai kiểu dữ liệu', en: 'missing, or not of its kind' },
  NOT_CANONICAL: {
    vi: 'không đúng dạng chuẩn từng byte (thừa trường, đổi thứ tự hoặc khoảng trắng)',
    en: 'not in the one form that the format allows (a field too many, another order, a space)',
  },
  NOT_IN_ORDER: { vi: 'không đúng thứ tự của định dạng', en: 'not in the order of the format' },
  RULE_BOOK_HASH: { vi: 'mã băm không phải của quy tắc chấm này', en: 'the hash is not that of this rule book' },
  RULE_BOOK_BROKEN: { vi: 'quy tắc chấm không hợp lệ', en: 'the rule book breaks a rule' },
  RULE_BOOK_MISSING: { vi: 'không có quy tắc chấm được nêu', en: 'the rule book that is named is not there' },
  RULE_BOOK_UNUSED: { vi: 'quy tắc chấm không được dùng', en: 'a rule book that nothing was judged by' },
  ROUND_TWICE: { vi: 'vòng chấm có hai lần', en: 'the round stands twice' },
  ROUND_MISPLACED: { vi: 'không phải vòng chấm này theo quy chế', en: 'not the round that the rule book says' },
  RESULT_NUMBER: {
    vi: 'lần lập kết quả không khớp với lý do lập',
    en: 'the number of the result does not go with why it was made',
  },
  INITIATIVE_TWICE: { vi: 'sáng kiến có hai lần', en: 'the initiative stands twice' },
  INITIATIVE_CHANGED: {
    vi: 'mã hoặc tên sáng kiến khác với vòng trước',
    en: 'its id or title is not that of the round before',
  },
  INITIATIVE_NOT_PASSED: {
    vi: 'sáng kiến không qua vòng trước mà vẫn được chấm',
    en: 'the initiative was judged without having passed the round before',
  },
  INITIATIVE_MISSING: {
    vi: 'sáng kiến đã qua vòng trước nhưng không có trong vòng này',
    en: 'the initiative passed the round before and is not in this one',
  },
  CARD_OF_NOBODY: { vi: 'phiếu của sáng kiến không có trong vòng', en: 'a card of an initiative that is not in the round' },
  CARD_TWICE: { vi: 'phiếu có hai lần', en: 'the card stands twice' },
  MARK_MISSING: { vi: 'thiếu điểm của một tiêu chí', en: 'a criterion has no mark' },
  MARK_NOT_IN_RUBRIC: { vi: 'điểm cho tiêu chí không có trong thang chấm', en: 'a mark for a criterion that is not marked' },
  MARK_OUT_OF_RANGE: { vi: 'điểm ngoài thang (điểm tối đa)', en: 'the mark is out of range (the most it may be)' },
  MARK_OFF_STEP: { vi: 'điểm không theo bước điểm', en: 'the mark is off the step' },
  MARK_COMMENT_DUE: { vi: 'thiếu nhận xét bắt buộc', en: 'the comment that is due is missing' },
  TOTAL: { vi: 'tổng điểm của phiếu không bằng tổng các tiêu chí', en: 'the total of the card is not the sum of its marks' },
  CARD_HASH: {
    vi: 'mã băm của phiếu không khớp với nội dung phiếu (điểm, giám khảo, sáng kiến, mã ngẫu nhiên hoặc thời điểm ký đã bị đổi)',
    en: 'the hash of the card is not that of what stands on it (marks, judge, initiative, nonce or moment of signing were changed)',
  },
  JUDGE_TWICE: { vi: 'một giám khảo có hai phiếu cho một sáng kiến', en: 'one judge has two cards of one initiative' },
  CARD_COUNT: {
    vi: 'số phiếu của vòng không khớp (mất hoặc thêm phiếu)',
    en: 'the number of cards does not fit (one is missing or too many)',
  },
  CARDS_HASH: { vi: 'mã băm của toàn bộ phiếu không khớp', en: 'the hash over all cards does not fit' },
  TOO_FEW_CARDS: { vi: 'sáng kiến không đủ số phiếu tối thiểu', en: 'the initiative has fewer cards than the minimum' },
  AGGREGATION: { vi: 'cách gộp điểm không theo quy chế', en: 'the aggregation is not what the rule book says' },
  STANDING_MISSING: { vi: 'thiếu sáng kiến trong bảng xếp hạng', en: 'the initiative is missing from the standings' },
  STANDING_UNKNOWN: { vi: 'bảng xếp hạng thừa một sáng kiến', en: 'an initiative in the standings that was not judged' },
  SCORE: { vi: 'điểm của sáng kiến không đúng', en: 'the score does not come out' },
  COUNTED_CARDS: { vi: 'số phiếu được tính không đúng', en: 'the number of cards that count does not come out' },
  SPREAD: { vi: 'chênh lệch điểm không đúng', en: 'the spread does not come out' },
  CRITERION_POINTS: { vi: 'điểm tiêu chí của sáng kiến không đúng', en: 'the points of a criterion do not come out' },
  STATE: {
    vi: 'kết quả qua vòng, dừng lại hoặc bị loại không đúng',
    en: 'whether it passed, was cut off or knocked out does not come out',
  },
  REACHED: { vi: 'vòng cuối cùng đã vào không đúng', en: 'the last round it reached does not come out' },
  RANK: { vi: 'thứ hạng không đúng', en: 'the rank does not come out' },
  PLACE: { vi: 'thứ tự trong bảng không đúng', en: 'the place in the list does not come out' },
  DECIDED_BY: { vi: 'bước phân định đồng điểm không đúng', en: 'the step that decided does not come out' },
  VOTES: {
    vi: 'quyết định thứ tự của Trưởng Ban Giám khảo không khớp với quy chế, lần lập kết quả hoặc lý do lập',
    en: "the chair's votes do not go with the rule book, the number of the result or why it was made",
  },
  FINAL_MISSING: {
    vi: 'mọi vòng đã kết thúc nhưng không có kết quả chung cuộc',
    en: 'all rounds are closed and there are no final standings',
  },
  FINAL_TOO_EARLY: { vi: 'có kết quả chung cuộc khi chưa chấm hết các vòng', en: 'final standings before the last round' },
  PRIZES_TOO_EARLY: { vi: 'có giải thưởng khi chưa có kết quả chung cuộc', en: 'prizes before there are final standings' },
  PRIZE_RESULT: {
    vi: 'giải thưởng không theo lần kết quả được nêu',
    en: 'the prizes do not follow the version of the standings that is named',
  },
  PRIZE_PLAN: { vi: 'cơ cấu giải không hợp lệ', en: 'the prize plan does not hold' },
  PRIZE_INITIATIVE: {
    vi: 'sáng kiến không có trong kết quả hoặc đã ra khỏi cuộc thi mà vẫn được nêu ở phần giải',
    en: 'the initiative is not in the standings, or out of the contest, and yet has a prize',
  },
  PRIZE_TIE: {
    vi: 'các sáng kiến đồng hạng không đủ giải như nhau mà chưa được quyết định kèm lý do',
    en: 'equals of whom not all can have the same prize, and no decision among them with a reason',
  },
  PRIZE_DEPARTURE: {
    vi: 'giải không theo thứ hạng và cơ cấu giải mà không nêu lý do',
    en: 'the prize does not follow from rank and plan, and no reason is named',
  },
  PRIZE_DEPARTURE_KIND: {
    vi: 'lý do khác với đề xuất không đúng với giải được trao',
    en: 'the departure that is named is not what the prize is',
  },
  PRIZE_TRACK: { vi: 'giải của bảng khác hoặc hạng giải không có', en: 'the prize is of another track, or of no tier of the plan' },
  PRIZE_REPLACEMENT: {
    vi: 'giải trao thay không theo giải bị thu hồi và quyết định',
    en: 'a prize given in place of another does not go with one that was revoked and a decision',
  },
  PRIZE_NUMBER: {
    vi: 'lần công bố giải không khớp với số giải thu hồi và trao thay',
    en: 'the number of the prizes does not go with those revoked and replaced',
  },
  SEAL: {
    vi: 'nội dung không khớp với dấu niêm ở cuối tệp (tên, mã hoặc một mục không tính lại được đã bị đổi)',
    en: 'the content does not fit the seal at the end (a title, an id or something else that cannot be computed again was changed)',
  },
  NOT_COMPUTABLE: { vi: 'không tính lại được', en: 'cannot be computed again' },
  LOG_NOT_SHAPED: {
    vi: 'dòng này của tệp nhật ký không phải một mục nhật ký',
    en: 'this line of the log file is not an entry of the log',
  },
  LOG_BROKEN: { vi: 'nhật ký không liền mạch tại mục này', en: 'the log does not hold together at this entry' },
  LOG_HEAD: { vi: 'nhật ký không có mã băm đã công bố', en: 'the hash that was published is not in the log' },
  LOG_PACK_HEAD: { vi: 'nhật ký không có mục mà gói dẫn chiếu', en: 'the entry that the pack refers to is not in the log' },
  LOG_CARD: { vi: 'nhật ký không ghi phiếu này với mã băm này', en: 'the log has no such card with this hash' },
  LOG_PACK: { vi: 'nhật ký không ghi việc lập gói kết quả này', en: 'the log does not say that this pack was made' },
} as const;

export type PackFaultCode = keyof typeof FAULTS;

export const PACK_FAULTS: Readonly<Record<PackFaultCode, Readonly<Record<Locale, string>>>> = FAULTS;

const WORDS = {
  vi: {
    round: 'vòng',
    initiative: 'sáng kiến',
    card: 'phiếu',
    criterion: 'tiêu chí',
    path: 'tại',
    stated: 'Trong gói',
    computed: 'Tính lại',
  },
  en: {
    round: 'round',
    initiative: 'initiative',
    card: 'card',
    criterion: 'criterion',
    path: 'at',
    stated: 'Stated',
    computed: 'Computed',
  },
} as const;

/** One sentence for a person: where, what, and both values where there are any. */
export function faultSentence({ code, place, stated, computed }: PackFault, locale: Locale): string {
  const words = WORDS[locale];
  const where = (['round', 'initiative', 'card', 'criterion', 'path'] as const).flatMap((key) => {
    const value = place[key];
    return value === undefined ? [] : [`${words[key]} ${printable(value)}`];
  });
  const values = [
    stated === null ? [] : [`${words.stated}: ${printable(stated)}.`],
    computed === null ? [] : [`${words.computed}: ${printable(computed)}.`],
  ].flat();
  const what = PACK_FAULTS[code][locale];
  const sentence = where.length > 0 ? `${where.join(', ')}: ${what}.` : `${what}.`;
  return [sentence.charAt(0).toUpperCase() + sentence.slice(1), ...values].join(' ');
}
