import { type Words } from '#lib/kernel';

export const PAPER_KINDS = [
  'JURY_DECISION',
  'SCREENING_MINUTES',
  'ROUND_MINUTES',
  'DELIBERATION_MINUTES',
  'RESULT_SUBMISSION',
  'RESULT_DECISION',
  'CONTEST_REPORT',
  'ADOPTION_DECISION',
  'PERIOD_REPORT',
] as const;
export type PaperKind = (typeof PAPER_KINDS)[number];

/** What people call them. */
export const PAPER_KIND_WORDS: Readonly<Record<PaperKind, Words>> = {
  JURY_DECISION: { vi: 'quyết định thành lập Ban Giám khảo', en: 'decision on the jury' },
  SCREENING_MINUTES: { vi: 'biên bản kiểm tra điều kiện hồ sơ', en: 'minutes of the screening' },
  ROUND_MINUTES: { vi: 'biên bản chấm vòng thi', en: 'minutes of a round' },
  DELIBERATION_MINUTES: { vi: 'biên bản họp Ban Giám khảo xét kết quả', en: 'minutes of the deliberation' },
  RESULT_SUBMISSION: { vi: 'tờ trình công nhận kết quả', en: 'submission of the result' },
  RESULT_DECISION: { vi: 'quyết định công nhận kết quả và trao giải', en: 'decision on the result and the prizes' },
  CONTEST_REPORT: { vi: 'báo cáo kết quả cuộc thi', en: 'report on a contest' },
  ADOPTION_DECISION: { vi: 'quyết định áp dụng, nhân rộng sáng kiến', en: 'decision on a roll-out' },
  PERIOD_REPORT: { vi: 'báo cáo nhân rộng sáng kiến trong kỳ', en: 'report on roll-outs in a period' },
};

/** What an office has templates of: its papers, and its certificates, which are none of the kinds of documents of the decree. */
export const TEMPLATE_KINDS = [...PAPER_KINDS, 'CERTIFICATE'] as const;
export type TemplateKind = (typeof TEMPLATE_KINDS)[number];

/** What a paper is filled from. */
export const PAPER_SUBJECTS = ['CONTEST', 'ROUND', 'PERIOD', 'ROLLOUT'] as const;
export type PaperSubject = (typeof PAPER_SUBJECTS)[number];

interface KindFacts {
  readonly about: PaperSubject;
  /** The kind of document of Decree 30/2020/NĐ-CP, article 7, and its abbreviation in the number of one (annex III). */
  readonly named: string;
  readonly abbreviation: string;
  /** What people call it, where several kinds of papers have one name. */
  readonly words: Words;
}

export const KIND_FACTS: Readonly<Record<PaperKind, KindFacts>> = {
  JURY_DECISION: {
    about: 'CONTEST',
    named: 'Quyết định',
    abbreviation: 'QĐ',
    words: { vi: 'Quyết định thành lập Ban Giám khảo', en: 'Decision on the jury' },
  },
  SCREENING_MINUTES: {
    about: 'CONTEST',
    named: 'Biên bản',
    abbreviation: 'BB',
    words: { vi: 'Biên bản kiểm tra điều kiện hồ sơ', en: 'Minutes of screening' },
  },
  ROUND_MINUTES: {
    about: 'ROUND',
    named: 'Biên bản',
    abbreviation: 'BB',
    words: { vi: 'Biên bản chấm vòng thi', en: 'Minutes of a round of judging' },
  },
  DELIBERATION_MINUTES: {
    about: 'CONTEST',
    named: 'Biên bản',
    abbreviation: 'BB',
    words: { vi: 'Biên bản họp Ban Giám khảo xét kết quả', en: 'Minutes of the deliberation' },
  },
  RESULT_SUBMISSION: {
    about: 'CONTEST',
    named: 'Tờ trình',
    abbreviation: 'TTr',
    words: { vi: 'Tờ trình công nhận kết quả', en: 'Submission of the result' },
  },
  RESULT_DECISION: {
    about: 'CONTEST',
    named: 'Quyết định',
    abbreviation: 'QĐ',
    words: { vi: 'Quyết định công nhận kết quả và trao giải', en: 'Decision on the result and the prizes' },
  },
  CONTEST_REPORT: {
    about: 'CONTEST',
    named: 'Báo cáo',
    abbreviation: 'BC',
    words: { vi: 'Báo cáo kết quả cuộc thi', en: 'Report on a contest' },
  },
  ADOPTION_DECISION: {
    about: 'ROLLOUT',
    named: 'Quyết định',
    abbreviation: 'QĐ',
    words: { vi: 'Quyết định áp dụng, nhân rộng sáng kiến', en: 'Decision on a roll-out' },
  },
  PERIOD_REPORT: {
    about: 'PERIOD',
    named: 'Báo cáo',
    abbreviation: 'BC',
    words: { vi: 'Báo cáo nhân rộng sáng kiến trong kỳ', en: 'Report on adoption in a period' },
  },
};
