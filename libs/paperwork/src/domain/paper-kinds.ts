import { type Words } from '#lib/kernel';

export const PAPER_KINDS = [
  'JURY_DECISION',
  'SCREENING_MINUTES',
  'ROUND_MINUTES',
  'ROUND_SCORECARDS',
  'DELIBERATION_MINUTES',
  'RESULT_SUBMISSION',
  'RESULT_DECISION',
  'RESULT_LIST',
  'CONTEST_REPORT',
  'ADOPTION_DECISION',
  'ROLLOUT_MATRIX',
  'YEAR_MATRIX',
  'PERIOD_REPORT',
] as const;
export type PaperKind = (typeof PAPER_KINDS)[number];

/** Certificates of prizes, and of recognitions by law. */
export const CERTIFICATE_KINDS = ['CERTIFICATE', 'RECOGNITION_CERTIFICATE'] as const;
export type CertificateKind = (typeof CERTIFICATE_KINDS)[number];

/** What an office has templates of: its papers, and its certificates, which are none of the kinds of documents of the decree. */
export const TEMPLATE_KINDS = [...PAPER_KINDS, ...CERTIFICATE_KINDS] as const;
export type TemplateKind = (typeof TEMPLATE_KINDS)[number];

/** What a paper is filled from. */
export const PAPER_SUBJECTS = ['CONTEST', 'ROUND', 'PERIOD', 'ROLLOUT'] as const;
export type PaperSubject = (typeof PAPER_SUBJECTS)[number];

interface NameFacts {
  /** Who decides stands over the bases, and what is decided in articles. */
  readonly decides: boolean;
  /** Rests on legal bases; what tells what happened or how things stand needs none. */
  readonly bases: boolean;
  /** How many sign it at least. */
  readonly signers: 1 | 2;
}

const TELLS: NameFacts = { decides: false, bases: false, signers: 1 };
const RESTS: NameFacts = { decides: false, bases: true, signers: 1 };

/**
 * What a paper is called at its head. The first four are kinds of documents of Decree 30/2020/NĐ-CP, article 7; the others are none of them,
 * but what offices add to such documents or keep with them.
 */
export const PAPER_NAMES = {
  'Quyết định': { ...RESTS, decides: true },
  'Tờ trình': RESTS,
  'Báo cáo': RESTS,
  'Biên bản': { ...TELLS, signers: 2 },
  'Danh sách': TELLS,
  'Tập phiếu chấm điểm': TELLS,
  'Bảng theo dõi': TELLS,
} as const satisfies Readonly<Record<string, NameFacts>>;
export type PaperName = keyof typeof PAPER_NAMES;

interface KindFacts {
  readonly about: PaperSubject;
  readonly named: PaperName;
  /** What people call it, where several kinds of papers have one name. */
  readonly words: Words;
}

const kind = (about: PaperSubject, named: PaperName, words: Words): KindFacts => ({ about, named, words });

export const KIND_FACTS: Readonly<Record<PaperKind, KindFacts>> = {
  JURY_DECISION: kind('CONTEST', 'Quyết định', { vi: 'Quyết định thành lập Ban Giám khảo', en: 'Decision on the jury' }),
  SCREENING_MINUTES: kind('CONTEST', 'Biên bản', { vi: 'Biên bản kiểm tra điều kiện hồ sơ', en: 'Minutes of screening' }),
  ROUND_MINUTES: kind('ROUND', 'Biên bản', { vi: 'Biên bản chấm vòng thi', en: 'Minutes of a round of judging' }),
  ROUND_SCORECARDS: kind('ROUND', 'Tập phiếu chấm điểm', { vi: 'Tập phiếu chấm điểm của vòng thi', en: 'Scorecards of a round' }),
  DELIBERATION_MINUTES: kind('CONTEST', 'Biên bản', { vi: 'Biên bản họp Ban Giám khảo xét kết quả', en: 'Minutes of the deliberation' }),
  RESULT_SUBMISSION: kind('CONTEST', 'Tờ trình', { vi: 'Tờ trình công nhận kết quả', en: 'Submission of the result' }),
  RESULT_DECISION: kind('CONTEST', 'Quyết định', {
    vi: 'Quyết định công nhận kết quả và trao giải',
    en: 'Decision on the result and the prizes',
  }),
  RESULT_LIST: kind('CONTEST', 'Danh sách', { vi: 'Danh sách trao giải', en: 'List of prizes' }),
  CONTEST_REPORT: kind('CONTEST', 'Báo cáo', { vi: 'Báo cáo kết quả cuộc thi', en: 'Report on a contest' }),
  ADOPTION_DECISION: kind('ROLLOUT', 'Quyết định', { vi: 'Quyết định áp dụng, nhân rộng sáng kiến', en: 'Decision on a roll-out' }),
  ROLLOUT_MATRIX: kind('ROLLOUT', 'Bảng theo dõi', { vi: 'Bảng theo dõi triển khai sáng kiến', en: 'Matrix of a roll-out' }),
  YEAR_MATRIX: kind('CONTEST', 'Bảng theo dõi', { vi: 'Bảng theo dõi triển khai của năm', en: 'Matrix of a year' }),
  PERIOD_REPORT: kind('PERIOD', 'Báo cáo', { vi: 'Báo cáo nhân rộng sáng kiến trong kỳ', en: 'Report on adoption in a period' }),
};

/** The kinds that are about a subject. */
export const kindsAbout = (subject: PaperSubject): PaperKind[] => PAPER_KINDS.filter((one) => KIND_FACTS[one].about === subject);
