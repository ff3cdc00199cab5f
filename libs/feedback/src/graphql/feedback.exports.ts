import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Actor, Refused, type WhyNot, type Words } from '#lib/kernel';
import { Exports, byPages, columnsOf } from '#lib/platform';
import { CaseQueries, type ReportedCaseRead } from '../application/case.queries.js';
import { CounterQueries, type CounterRead } from '../application/counter.queries.js';
import { SignalQueries, type SignalRead } from '../application/signal.queries.js';
import { CASE_FINDING_WORDS, CASE_KIND_WORDS } from '../domain/case-rules.js';
import { SIGNAL_RULE_WORDS } from '../domain/signal-rules.js';
import { ReportedCasesArguments } from './case.types.js';
import { CountersArguments } from './counter.types.js';
import { SignalsArguments } from './signal.types.js';

const UNIT: Words = { vi: 'Đơn vị', en: 'Unit' };
const ILLUSTRATIVE: Words = { vi: 'Dữ liệu minh họa', en: 'Illustrative' };
const COUNTER: Words = { vi: 'Quầy', en: 'Counter' };
const CONCLUSION: Words = { vi: 'Kết luận', en: 'Conclusion' };
const CLOSED: Words = { vi: 'Kết thúc lúc', en: 'Closed at' };
const counter = columnsOf<CounterRead>();
const signal = columnsOf<SignalRead>();
const reported = columnsOf<ReportedCaseRead>();

/** Counters, signals and cases as files, to offices that read them. What citizens wrote is in none: it ends with the system. */
@Injectable()
export class FeedbackExports implements OnModuleInit {
  constructor(
    private readonly exports: Exports,
    private readonly counters: CounterQueries,
    private readonly signals: SignalQueries,
    private readonly cases: CaseQueries,
  ) {}

  onModuleInit(): void {
    this.exports.list({
      ...{ name: 'counters', title: { vi: 'Quầy', en: 'Counters' }, fileName: 'quay' },
      ...{ context: 'feedback', permission: 'counter:read', args: CountersArguments },
      rows: byPages((actor, args) => this.counters.counters(actor, args)),
      columns: [
        counter.text('name', COUNTER, (row) => row.name),
        counter.text('code', { vi: 'Mã quầy', en: 'Code' }, (row) => row.counterCode),
        counter.text('unit', UNIT, ({ unit }, locale) => (locale === 'vi' ? unit.nameVi : unit.nameEn)),
        counter.text('field', { vi: 'Lĩnh vực', en: 'Field' }, (row) => row.fieldName),
        counter.day('openFrom', { vi: 'Mở từ ngày', en: 'Open from' }, (row) => row.openFrom),
        counter.day('openTo', { vi: 'Đến hết ngày', en: 'Until' }, (row) => row.openTo),
        counter.yesNo('open', { vi: 'Đang mở', en: 'Open' }, (row) => row.open),
        counter.text('address', { vi: 'Địa chỉ', en: 'Address' }, (row) => row.address),
        counter.yesNo('illustrative', ILLUSTRATIVE, (row) => row.illustrative),
      ],
    });
    this.exports.list({
      ...{ name: 'signals', title: { vi: 'Tín hiệu không hài lòng', en: 'Signals' }, fileName: 'tin-hieu' },
      ...{ context: 'feedback', permission: 'self', scope: ['signal:read'], args: SignalsArguments },
      whyNot: (actor) => toOffices(actor, 'signal:read'),
      rows: byPages((actor, args) => this.signals.signals(actor, args)),
      columns: [
        signal.text('unit', UNIT, ({ unit }, locale) => (locale === 'vi' ? unit.nameVi : unit.nameEn)),
        signal.word('rule', { vi: 'Quy tắc', en: 'Rule' }, SIGNAL_RULE_WORDS, (row) => row.rule),
        signal.day('week', { vi: 'Tuần bắt đầu', en: 'Week from' }, (row) => row.week),
        signal.day('latestWeek', { vi: 'Tuần gần nhất', en: 'Latest week' }, (row) => row.latestWeek),
        signal.figure('ratings', { vi: 'Số đánh giá', en: 'Ratings' }, (row) => row.ratings),
        signal.figure('lowRatings', { vi: 'Không hài lòng', en: 'Dissatisfied' }, (row) => row.lowRatings),
        signal.figure('usualPercent', { vi: 'Mức thường có (%)', en: 'Usual (%)' }, (row) => row.usualPercent),
        signal.day('openedOn', { vi: 'Ngày mở', en: 'Opened on' }, (row) => row.openedOn),
        signal.moment('closedAt', CLOSED, (row) => row.closedAt),
        signal.text('conclusion', CONCLUSION, (row) => row.conclusion),
        signal.yesNo('illustrative', ILLUSTRATIVE, (row) => row.illustrative),
      ],
    });
    this.exports.list({
      ...{ name: 'reportedCases', title: { vi: 'Phản ánh cần xem xét', en: 'Reported cases' }, fileName: 'phan-anh' },
      ...{ context: 'feedback', permission: 'self', scope: ['case:read'], args: ReportedCasesArguments },
      whyNot: (actor) => toOffices(actor, 'case:read'),
      rows: byPages((actor, args) => this.cases.reportedCases(actor, args)),
      columns: [
        reported.text('unit', UNIT, ({ unit }, locale) => (locale === 'vi' ? unit.nameVi : unit.nameEn)),
        reported.text('counter', COUNTER, (row) => row.counter.name),
        reported.day('day', { vi: 'Ngày', en: 'Day' }, (row) => row.day),
        reported.word('kind', { vi: 'Về việc', en: 'About' }, CASE_KIND_WORDS, (row) => row.kind),
        reported.figure('ratings', { vi: 'Số đánh giá', en: 'Ratings' }, (row) => row.ratings),
        reported.word('finding', { vi: 'Kết quả xem xét', en: 'Finding' }, CASE_FINDING_WORDS, (row) => row.finding),
        reported.text('conclusion', CONCLUSION, (row) => row.conclusion),
        reported.moment('closedAt', CLOSED, (row) => row.closedAt),
        reported.yesNo('illustrative', ILLUSTRATIVE, (row) => row.illustrative),
      ],
    });
  }
}

/** Who only heads a unit looks at what is about it, and takes none of it away. */
export const toOffices = (actor: Actor, permission: string): Promise<WhyNot> =>
  Promise.resolve(actor.can(permission) ? null : new Refused('NOT_FOUND', { what: 'List' }, 'list'));
