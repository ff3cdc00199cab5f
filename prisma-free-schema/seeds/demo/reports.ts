import { type FigureOrder, FigureService, PeriodService, ReportQueries, ReportService } from '#lib/rollout';
import { type FigureTableSeed, type PeriodSeed, communes, periods, rollouts } from '../content/index.js';
import { type Indicators, valuesOf } from './rollouts.js';
import { DISTRICT, type Season, daysOn, moment } from './season.js';
import { lot } from './marks.js';
import { type Timeline } from './timeline.js';

const DAYS_TO_REPORT = 7;
const DAYS_TO_APPROVE = 3;
const DAYS_TO_CLOSE = 10;

/** What one commune says in one period; `officerOf` is the code of the commune whose officer types it. */
interface CommuneReport {
  readonly unitCode: string;
  readonly officerOf: string;
  readonly figures: readonly FigureOrder[];
}

interface Versioned {
  readonly id: string;
  readonly version: number;
}

/** The periodic reports: each period is opened at its beginning, reported on after its end by those that have figures, approved, and closed. */
export function planReports(season: Season, timeline: Timeline, indicators: Indicators): void {
  for (const period of periods) {
    const opened: Partial<Versioned> = {};
    timeline.add(later(moment(period.from), moment(FIRST_OPENED)), async () => {
      Object.assign(opened, await open(season, period));
    });
    for (const { gsoCode } of communes) {
      const day = 1 + Math.floor(lot('report', period.key, gsoCode) * DAYS_TO_REPORT);
      const sentAt = daysOn(moment(period.to, '16:00'), day);
      if (!reportsOn(period, gsoCode)) continue;
      const sent: Partial<Versioned> = {};
      timeline.add(sentAt, async () => {
        const said = { unitCode: gsoCode, officerOf: gsoCode, figures: figuresOf(period, { communeCode: gsoCode, indicators }) };
        Object.assign(sent, await report(season, opened.id ?? '', said));
      });
      timeline.add(daysOn(sentAt, DAYS_TO_APPROVE), () => approve(season, sent, isVerified(period)));
    }
    timeline.add(daysOn(moment(period.dueOn, '17:00'), DAYS_TO_CLOSE), () => close(season, opened));
  }
}

/** The platform came into use for roll-outs at the end of 2023; an earlier period was opened then. */
const FIRST_OPENED = '2023-12-29';

const later = (a: Date, b: Date): Date => (a > b ? a : b);

export async function open(season: Season, { key, name, from, to, dueOn }: PeriodSeed): Promise<Versioned> {
  const order = { key, nameVi: name.vi, nameEn: name.en, startsOn: from, endsOn: to, dueOn, hostUnitId: season.unit(DISTRICT) };
  const { id, version } = await season.get(PeriodService).openReportingPeriod(season.person('organiser-1'), order);
  return { id, version };
}

/** The report is typed and sent by the commune's officer. Returns it as it was sent. */
export async function report(season: Season, periodId: string, { unitCode, officerOf, figures }: CommuneReport): Promise<Versioned> {
  const officer = season.person(`officer-${officerOf}`);
  const saved = await season.get(ReportService).saveReport(officer, { periodId, unitId: season.unit(unitCode), version: 0, figures });
  const { id, version } = await season.get(ReportService).submitReport(officer, { reportId: saved.id, version: saved.version });
  return { id, version };
}

/** The office approves it; where it has checked the figures, it says so of each. */
async function approve(season: Season, { id: reportId = '', version = 0 }: Partial<Versioned>, verified: boolean): Promise<void> {
  const organiser = season.person('organiser-1');
  const received = verified ? await season.get(ReportQueries).report(organiser, reportId) : null;
  for (const figure of received?.figures ?? [])
    await season.get(FigureService).verifyFigure(organiser, { figureId: figure.id, version: figure.version });
  await season.get(ReportService).approveReport(organiser, { reportId, version });
}

async function close(season: Season, { id = '', version = 0 }: Partial<Versioned>): Promise<void> {
  await season.get(PeriodService).closePeriod(season.person('organiser-1'), { periodId: id, version });
}

const tablesOf = ({ key }: PeriodSeed): FigureTableSeed[] =>
  rollouts.flatMap((rollout) => rollout.tables).filter(({ periodKey }) => periodKey === key);

const reportsOn = (period: PeriodSeed, communeCode: string): boolean =>
  tablesOf(period).some(({ values }) => values[communeCode] !== undefined);

const isVerified = (period: PeriodSeed): boolean => tablesOf(period).every(({ verified }) => verified);

function figuresOf(period: PeriodSeed, said: { communeCode: string; indicators: Indicators }): FigureOrder[] {
  return tablesOf(period)
    .filter(({ values }) => values[said.communeCode] !== undefined)
    .map((table) => figureOf(table, said));
}

function figureOf(
  { indicatorKey, values, answers, source, illustrative }: FigureTableSeed,
  { communeCode, indicators }: { communeCode: string; indicators: Indicators },
): FigureOrder {
  const jumpReason = answers?.[communeCode] ?? null;
  return { indicatorId: indicators.get(indicatorKey) ?? '', ...valuesOf(values[communeCode] ?? 0), source, illustrative, jumpReason };
}
