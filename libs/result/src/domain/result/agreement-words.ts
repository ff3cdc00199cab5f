import { Refused, type WhyNot } from '#lib/kernel';
import { type AgreementFigure, type AgreementMeasure } from './agreement.js';
import { type WhyNotCode, type WhyNotComputable } from './figure.js';

/** A sentence for people, in both languages. */
export interface Words {
  readonly vi: string;
  readonly en: string;
}

/** What a value reads as from `from` on; the first one from anything. */
interface Level extends Words {
  readonly from: number;
}

/** Krippendorff, Content Analysis (2004), p. 241: rely on α of .800 or more; of .667 or more draw tentative conclusions alone. */
const KRIPPENDORFF: readonly Level[] = [
  { from: -Infinity, vi: 'chưa đủ để kết luận từ điểm chấm', en: 'too little to conclude anything from the marks' },
  { from: 0.667, vi: 'chỉ cho phép kết luận thận trọng', en: 'enough for tentative conclusions only' },
  { from: 0.8, vi: 'đủ để tin cậy', en: 'enough to rely on' },
];

/** Koo & Li, Journal of Chiropractic Medicine 15 (2016): below .5 poor, below .75 moderate, to .9 good, above excellent. */
const KOO_LI: readonly Level[] = [
  { from: -Infinity, vi: 'kém', en: 'poor' },
  { from: 0.5, vi: 'trung bình', en: 'moderate' },
  { from: 0.75, vi: 'tốt', en: 'good' },
  { from: 0.9, vi: 'rất tốt', en: 'excellent' },
];

/** Schmidt, Decision Sciences 28 (1997): around .1 very weak, .3 weak, .5 moderate, .7 strong, .9 unusually strong; parted half way. */
const SCHMIDT: readonly Level[] = [
  { from: -Infinity, vi: 'rất yếu', en: 'very weak' },
  { from: 0.2, vi: 'yếu', en: 'weak' },
  { from: 0.4, vi: 'trung bình', en: 'moderate' },
  { from: 0.6, vi: 'mạnh', en: 'strong' },
  { from: 0.8, vi: 'rất mạnh', en: 'unusually strong' },
];

/** Nunnally, Psychometric Theory (1978): .70 will do at first, .80 for comparing groups, .90 where decisions are made about single cases. */
const NUNNALLY: readonly Level[] = [
  { from: -Infinity, vi: 'các tiêu chí đo những điều khác nhau', en: 'the criteria measure different things' },
  { from: 0.7, vi: 'các tiêu chí tương đối thống nhất', en: 'the criteria go together passably' },
  { from: 0.8, vi: 'các tiêu chí thống nhất', en: 'the criteria go together well' },
  { from: 0.9, vi: 'các tiêu chí rất thống nhất', en: 'the criteria go together closely' },
];

const MEET: Words = {
  vi: 'Nên để Ban Giám khảo họp xem lại các sáng kiến có điểm cách nhau nhiều nhất trước khi lập danh sách giải.',
  en: 'The jury had better meet over the initiatives with the widest spread before prizes are proposed.',
};
const LOOK: Words = {
  vi: 'Nên xem lại các sáng kiến có điểm cách nhau nhiều và các phiếu khác thường trước khi lập danh sách giải.',
  en: 'Look again at the initiatives with a wide spread and at the outlying cards before prizes are proposed.',
};
const NOTHING: Words = { vi: 'Không cần làm gì thêm.', en: 'Nothing more needs to be done.' };
const MORE_CARDS: Words = {
  vi: 'Mỗi phiếu riêng lẻ không đủ chắc chắn: nên dựa vào điểm trung bình và giữ nhiều giám khảo cho mỗi sáng kiến.',
  en: 'Single cards are not enough: go by the mean, and keep several judges for each initiative.',
};
const CRITERIA: Words = {
  vi: 'Nên xem lại các tiêu chí khi soạn quy tắc chấm năm sau.',
  en: 'Look again at the criteria when next year’s rules are written.',
};
const NO_NUMBER: Words = {
  vi: 'Nên xem khoảng cách điểm của từng sáng kiến thay cho con số này.',
  en: 'Look at the spread of each initiative in place of this number.',
};

/** What to do at each level of a scale, the lowest first. */
const ADVICE: ReadonlyMap<readonly Level[], readonly Words[]> = new Map([
  [KRIPPENDORFF, [MEET, LOOK, NOTHING]],
  [KOO_LI, [MEET, LOOK, NOTHING, NOTHING]],
  [SCHMIDT, [MEET, MEET, LOOK, NOTHING, NOTHING]],
  [NUNNALLY, [CRITERIA, NOTHING, NOTHING, NOTHING]],
]);

interface Measure {
  readonly name: Words;
  readonly says: Words;
  readonly levels: readonly Level[];
}

const ONE_CARD = { vi: 'Độ tin cậy của một phiếu chấm', en: 'How far a single card can be relied on' };
const THE_MEAN = { vi: 'Độ tin cậy của điểm trung bình các phiếu', en: 'How far the mean of the cards can be relied on' };

const MEASURES: Readonly<Record<AgreementMeasure, Measure>> = {
  KRIPPENDORFF_INTERVAL: {
    name: { vi: 'Hệ số α của Krippendorff (thang khoảng)', en: 'Krippendorff’s α (interval)' },
    says: { vi: 'Mức thống nhất về điểm số giữa các giám khảo', en: 'How far the judges agree in their points' },
    levels: KRIPPENDORFF,
  },
  KRIPPENDORFF_ORDINAL: {
    name: { vi: 'Hệ số α của Krippendorff (thang thứ bậc)', en: 'Krippendorff’s α (ordinal)' },
    says: { vi: 'Mức thống nhất về thứ bậc giữa các giám khảo', en: 'How far the judges agree in what is better' },
    levels: KRIPPENDORFF,
  },
  ICC_1_SINGLE: {
    name: { vi: 'Hệ số tương quan nội lớp ICC(1,1)', en: 'Intraclass correlation ICC(1,1)' },
    says: ONE_CARD,
    levels: KOO_LI,
  },
  ICC_1_AVERAGE: {
    name: { vi: 'Hệ số tương quan nội lớp ICC(1,k)', en: 'Intraclass correlation ICC(1,k)' },
    says: THE_MEAN,
    levels: KOO_LI,
  },
  ICC_2_SINGLE: {
    name: { vi: 'Hệ số tương quan nội lớp ICC(2,1)', en: 'Intraclass correlation ICC(2,1)' },
    says: ONE_CARD,
    levels: KOO_LI,
  },
  ICC_2_AVERAGE: {
    name: { vi: 'Hệ số tương quan nội lớp ICC(2,k)', en: 'Intraclass correlation ICC(2,k)' },
    says: THE_MEAN,
    levels: KOO_LI,
  },
  KENDALL_W: {
    name: { vi: 'Hệ số đồng thuận W của Kendall', en: 'Kendall’s W' },
    says: { vi: 'Mức đồng thuận về thứ tự xếp hạng', en: 'How far the judges put the initiatives in one order' },
    levels: SCHMIDT,
  },
  CRONBACH_ALPHA: {
    name: { vi: 'Hệ số α của Cronbach', en: 'Cronbach’s α' },
    says: { vi: 'Tính nhất quán của bộ tiêu chí', en: 'How far the criteria measure one thing' },
    levels: NUNNALLY,
  },
};

/** Why a number could not be computed, as part of a sentence. */
export const NOT_COMPUTABLE: Readonly<Record<WhyNotCode, Words>> = {
  NO_VALUES: { vi: 'không có phiếu nào', en: 'there is no card' },
  TOO_FEW_VALUES: { vi: 'có {given}, cần ít nhất {needed}', en: 'there are {given}, and {needed} are needed at least' },
  NO_WEIGHT: { vi: 'tổng trọng số bằng không', en: 'the weights add up to nothing' },
  NEGATIVE_WEIGHT: { vi: 'có trọng số âm', en: 'a weight is negative' },
  NOT_FINITE: { vi: 'có giá trị không phải là số', en: 'a value is no number' },
  NOT_RECTANGULAR: { vi: 'số phiếu của các sáng kiến không bằng nhau', en: 'not every initiative has as many cards' },
  MISSING_CELL: { vi: 'số phiếu của các sáng kiến không bằng nhau', en: 'not every initiative has as many cards' },
  GIVEN_TWICE: { vi: 'một giám khảo có hai phiếu cho một sáng kiến', en: 'a judge has two cards for one initiative' },
  COUNT_OUT_OF_RANGE: { vi: 'số lượng ngoài phạm vi', en: 'a count is out of range' },
  OUT_OF_RANGE: { vi: 'giá trị ngoài phạm vi', en: 'a value is out of range' },
  NO_VARIATION: { vi: 'tất cả các giá trị đều bằng nhau', en: 'all values are the same' },
  VARIANCE_NOT_POSITIVE: { vi: 'phương sai ước lượng không dương', en: 'the estimated variance is not positive' },
  NO_PAIRS: { vi: 'không có sáng kiến nào có từ hai phiếu trở lên', en: 'no initiative has two cards' },
  NOT_CONNECTED: {
    vi: 'giám khảo và sáng kiến tách thành {components} nhóm không có phiếu chung',
    en: 'judges and initiatives fall into {components} groups without a card in common',
  },
  NOT_INTEGER: { vi: 'giá trị không phải số nguyên', en: 'a value is no whole number' },
  SOLVER_FAILED: { vi: 'phép giải không thành công', en: 'the solver failed' },
  NOT_CROSSED: { vi: 'các sáng kiến không có cùng giám khảo', en: 'not all initiatives had the same judges' },
};

export function measureName(measure: AgreementMeasure): Words {
  return MEASURES[measure].name;
}

/** Why a number could not be computed, as it is told to people. */
export const notComputable = (why: WhyNotComputable | null): WhyNot => why && new Refused(why.code, why.detail);

export function whyNotWords({ code, detail }: WhyNotComputable): Words {
  const told = (text: string) => text.replace(/\{(\w+)\}/g, (_, name: string) => String(detail[name] ?? ''));
  return { vi: told(NOT_COMPUTABLE[code].vi), en: told(NOT_COMPUTABLE[code].en) };
}

/**
 * What a figure means. Where its 95 % interval reaches into other levels, they are named: as Koo & Li advise, the level is that
 * of the interval and not of the one number.
 */
export function meaningOf({
  measure,
  value,
  low,
  high,
  whyNot,
}: Pick<AgreementFigure, 'measure' | 'value' | 'low' | 'high' | 'whyNot'>): Words {
  const { says, levels } = MEASURES[measure];
  if (whyNot) {
    const why = whyNotWords(whyNot);
    return { vi: `${says.vi}: không tính được, vì ${why.vi}.`, en: `${says.en}: not computable, since ${why.en}.` };
  }
  const level = levelOf(levels, value ?? 0);
  const [least, most] = [low === null ? level : levelOf(levels, low), high === null ? level : levelOf(levels, high)];
  if (!least || !most || !level || least === most) return { vi: `${says.vi}: ${level?.vi ?? ''}.`, en: `${says.en}: ${level?.en ?? ''}.` };
  return {
    vi: `${says.vi}: ${level.vi}; với độ tin cậy 95 %, từ ${least.vi} đến ${most.vi}.`,
    en: `${says.en}: ${level.en}; with 95 % confidence, from ${least.en} to ${most.en}.`,
  };
}

/** What to do about a figure, by the level of its value. */
export function adviceOf({ measure, value, whyNot }: Pick<AgreementFigure, 'measure' | 'value' | 'whyNot'>): Words {
  const { levels, says } = MEASURES[measure];
  if (whyNot || value === null) return NO_NUMBER;
  const advice = ADVICE.get(levels)?.[levels.findLastIndex(({ from }) => value >= from)] ?? NOTHING;
  return says === ONE_CARD && advice !== NOTHING ? MORE_CARDS : advice;
}

function levelOf(levels: readonly Level[], value: number): Level | undefined {
  return levels.findLast(({ from }) => value >= from);
}
