import { type PaperSource } from '../../domain/compose.js';
import { type PaperKind } from '../../domain/paper-kinds.js';
import { adoptionDecision } from './adoption-decision.js';
import { contestReport } from './contest-report.js';
import { deliberationMinutes } from './deliberation-minutes.js';
import { juryDecision } from './jury-decision.js';
import { periodReport } from './period-report.js';
import { resultList } from './result-list.js';
import { resultDecision, resultSubmission } from './result-papers.js';
import { type MatrixUnit, rolloutMatrix, yearMatrix } from './rollout-matrix.js';
import { roundMinutes } from './round-minutes.js';
import { roundScorecards } from './round-scorecards.js';
import { screeningMinutes } from './screening-minutes.js';

const TITLE = 'Cuộc thi in thử mẫu văn bản';
const DOSSIER = { code: '2026-001', title: 'Sáng kiến in thử', unit: 'Đơn vị in thử' };
const FROM = '2026-03-02T02:00:00Z';
const TO = '2026-03-20T02:00:00Z';
const PEOPLE = ['Nguyễn Văn A', 'Trần Thị B'];

const UNITS: readonly MatrixUnit[] = [
  { basis: 'REQUIRED' as const, state: 'IN_USE' as const, confirmed: true, overdue: false, reason: '' },
  { basis: 'VOLUNTARY' as const, state: 'PILOTING' as const, confirmed: null, overdue: false, reason: '' },
  { basis: 'EXEMPT' as const, state: 'NOT_STARTED' as const, confirmed: null, overdue: false, reason: 'Lý do in thử' },
].map((one, at) => ({ ...one, unitId: String(at), unit: `Xã in thử ${String(at + 1)}`, since: '2026-03-02' }));
const ROLLOUT = { title: DOSSIER.title, lead: DOSSIER.unit, startedOn: '2026-03-02', dueOn: '2026-12-31', units: UNITS };

const trialCard = (judgeName: string, at: number) => ({
  ...{ initiativeId: DOSSIER.code, receiptNumber: DOSSIER.code, title: DOSSIER.title, judgeId: String(at), judgeName, extra: false },
  ...{ signedAt: TO, total: '92.5', marks: [{ criterion: 'TRIAL', points: '92.5', comment: 'Nhận xét in thử.' }], counts: true },
});

/** An example of each kind, invented and said to be. */
export function trialSource(kind: PaperKind): PaperSource {
  const result = {
    ...{ title: TITLE, illustrative: true, host: 'Cơ quan in thử', listed: true, judged: 1, withheld: [] },
    decision: null,
    prizes: [
      {
        ...{ ...DOSSIER, tier: 'Giải Nhất', track: null, score: '92.50', authors: PEOPLE, amount: 10_000_000 },
        ...{ departure: null, replacement: null },
      },
    ],
  };
  switch (kind) {
    case 'JURY_DECISION':
      return juryDecision({
        ...{ title: TITLE, illustrative: true, host: 'Cơ quan in thử' },
        documents: [{ kind: 'PLAN', number: '01/KH-INTHU', issuedOn: '2026-02-02', title: 'Kế hoạch tổ chức Cuộc thi in thử' }],
        judges: PEOPLE.map((name, at) => ({ name, position: 'Chức vụ in thử', unit: DOSSIER.unit, chair: at === 0, from: FROM })),
        secretaries: [],
      });
    case 'SCREENING_MINUTES':
      return screeningMinutes({
        ...{ title: TITLE, illustrative: true, waiting: 0, from: FROM, to: TO, screeners: PEOPLE },
        dossiers: [{ ...DOSSIER, state: 'ELIGIBLE', reason: '' }],
      });
    case 'ROUND_MINUTES':
      return roundMinutes({
        ...{ title: TITLE, round: 'Vòng chung khảo', last: true, illustrative: true, closed: true, openedAt: FROM, closedAt: TO },
        ...{ judges: PEOPLE, absent: [], excused: 0, signed: 2 },
        standings: [{ ...DOSSIER, rank: 1, cards: 2, score: '92.50', state: 'PASSED' }],
      });
    case 'ROUND_SCORECARDS':
      return roundScorecards({
        ...{ title: TITLE, round: 'Vòng chung khảo', illustrative: true, closed: true },
        detail: {
          cards: PEOPLE.map(trialCard),
          maximum: '100',
          criteria: new Map([['TRIAL', { vi: 'Tiêu chí in thử', en: 'Trial criterion', max: '100' }]]),
        },
      });
    case 'DELIBERATION_MINUTES':
      return deliberationMinutes({
        ...{ title: TITLE, illustrative: true, votes: [], rounds: [], closed: [{ name: 'Vòng chung khảo', at: TO }] },
        places: [{ ...DOSSIER, rank: 1, score: '92.50', state: 'FINALIST', decidedBy: null, still: true }],
        judges: PEOPLE.map((name, at) => ({ name, position: '', unit: DOSSIER.unit, chair: at === 0, from: FROM, signed: 1, excused: 0 })),
      });
    case 'RESULT_SUBMISSION':
      return resultSubmission(result);
    case 'RESULT_DECISION':
      return resultDecision(result);
    case 'RESULT_LIST':
      return resultList(result);
    case 'CONTEST_REPORT':
      return contestReport({
        ...{ title: TITLE, illustrative: true, documents: [], from: FROM, to: TO, received: 1, eligible: 1, rejected: 0 },
        areas: [{ name: 'Lĩnh vực in thử', received: 1, eligible: 1, prizes: 1 }],
        units: [{ name: DOSSIER.unit, received: 1, eligible: 1, prizes: 1 }],
        ...{ silent: { units: 0, explained: 0 }, listed: true, decision: null },
        rounds: [{ name: 'Vòng chung khảo', judged: 1, judges: 2, cards: 2, passed: 1 }],
        tiers: [{ name: 'Giải Nhất', planned: 1, given: 1, amount: 10_000_000 }],
      });
    case 'ADOPTION_DECISION':
      return adoptionDecision({
        ...{ title: DOSSIER.title, initiative: DOSSIER.title, code: DOSSIER.code, authors: PEOPLE, owner: DOSSIER.unit, contest: TITLE },
        ...{ prizes: null, host: 'Cơ quan in thử', lead: DOSSIER.unit, legalBasis: null, plan: null, resources: null, cost: 10_000_000 },
        ...{ startedOn: '2026-03-02', dueOn: '2026-12-31', pilotMonths: 2, useMonths: 6, illustrative: true },
        units: [{ unit: 'Xã in thử', basis: 'REQUIRED', reason: '' }],
      });
    case 'ROLLOUT_MATRIX':
      return rolloutMatrix({ ...ROLLOUT, initiative: DOSSIER.title, code: DOSSIER.code, owner: DOSSIER.unit, illustrative: true });
    case 'YEAR_MATRIX':
      return yearMatrix({
        title: TITLE,
        year: 2026,
        rollouts: [ROLLOUT, { ...ROLLOUT, title: 'Sáng kiến in thử thứ hai' }],
        illustrative: true,
      });
    case 'PERIOD_REPORT':
      return periodReport(
        {
          ...{ name: 'Kỳ in thử', startsOn: '2025-12-15', endsOn: '2026-03-14', illustrative: true },
          figures: [{ rollout: DOSSIER.title, indicator: 'Chỉ tiêu in thử', measure: 'lượt', value: '21325', units: 20, unverified: 1 }],
          rollouts: [{ rollout: DOSSIER.title, asked: 20, inUse: 17 }],
        },
        { expected: 20, received: 19, silent: ['Xã in thử'] },
      );
  }
}
