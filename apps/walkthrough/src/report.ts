import { gql } from 'graphql-request';
import { communes } from '../../../prisma-free-schema/seeds/content/index.js';
import { localDate } from '#lib/kernel';
import { type Player } from './player.js';
import { type Rollout, courseOf } from './rollout.js';
import { rollouts } from './script/adoptions.js';
import { type Connection, type Contest, type Stage, found, nodesOf } from './stage.js';
import { day, decimal } from './teller.js';

const DAY = 24 * 60 * 60 * 1000;
const GRACE_DAYS = 15;

/** What the office asks of a report that it returns, and what its commune then adds. */
export const HOW_COUNTED = 'Đề nghị ghi rõ cách đếm số lượt đánh giá.';
export const BY_VISIT = 'Đếm theo phiên tra cứu, đã loại các lượt trùng trong ngày.';
/** What an inspection counts where a commune counted otherwise. */
export const INSPECTED = { source: 'Kiểm tra đột xuất của Phòng Nội vụ', value: '131' };

interface Report {
  readonly id: string;
  readonly version: number;
}

interface Unit {
  readonly id: string;
  readonly nameVi: string;
}

interface Given {
  readonly officer: Player;
  readonly unit: Unit;
  readonly report: Report;
}

interface Period {
  readonly id: string;
  readonly startsOn: string;
  readonly endsOn: string;
}

/** The communes of today report, each going on with what those of the roll-outs had begun; the office returns one, approves all, and keeps a second source beside the first. */
export async function reportFigures(stage: Stage, contest: Contest, begun: ReadonlyMap<string, Rollout>): Promise<void> {
  stage.tell.chapter('Báo cáo số liệu định kỳ');
  const secretary = await stage.cast.as('organiser-2');
  const period = await openPeriod(stage, contest, secretary);
  const given: Given[] = [];
  for (const [at, { gsoCode }] of communes.entries()) {
    const figures = figuresOf(begun, at);
    const officer = await stage.cast.as(`officer-${gsoCode}`);
    for (const unit of figures.length > 0 ? await askedOf(officer, period) : [])
      given.push({ officer, unit, report: await submit(officer, { unit, period, figures, version: 0 }) });
  }
  stage.tell.did('Cán bộ các xã, phường', `${String(given.length)} đơn vị nhập và gửi báo cáo có nguồn số liệu`);
  const [first, ...rest] = given;
  if (first) await giveBack(stage, { secretary, period, first, figures: figuresOf(begun, 0) });
  for (const { report } of rest) await secretary.act('approveReport', { reportId: report.id, version: report.version }, 'id');
  stage.tell.did(secretary.called, `duyệt ${String(given.length)} báo cáo`);
  await secondSource(stage, { secretary, period, begun, unit: found(rest[0], 'report').unit });
  await showFigures(stage, secretary, { period, begun });
}

async function openPeriod({ tell, time }: Stage, contest: Contest, secretary: Player): Promise<Period> {
  const endsOn = localDate(time.now());
  const dates = { startsOn: `${endsOn.slice(0, 7)}-01`, endsOn, dueOn: localDate(new Date(time.now().getTime() + GRACE_DAYS * DAY)) };
  const [year, month] = [String(contest.year), endsOn.slice(5, 7)];
  const named = {
    key: `walkthrough-${year}`,
    nameVi: `Báo cáo tháng ${month} (cuộc thi năm ${year})`,
    nameEn: `Report of month ${month} (contest of ${year})`,
  };
  const { id } = await secretary.act<{ id: string }>('openReportingPeriod', { hostUnitId: contest.host.id, ...named, ...dates }, 'id');
  tell.did(secretary.called, `mở kỳ báo cáo từ ${day(dates.startsOn)} đến ${day(endsOn)}, hạn gửi ${day(dates.dueOn)}`);
  return { id, ...dates };
}

/** What the commune at this place counts: sums grow with the place, of every hundred a few were not satisfied. */
export function counted(key: string, at: number): { value: string } | { numerator: string; denominator: string } {
  const total = 120 + at * 17;
  return key === 'satisfied' ? { numerator: String(total - 3 - (at % 5)), denominator: String(total) } : { value: String(total) };
}

function figuresOf(begun: ReadonlyMap<string, Rollout>, at: number): object[] {
  return rollouts.flatMap((plan) => {
    if (!['U', 'T'].includes(courseOf(plan, at))) return [];
    return found(begun.get(plan.initiative), plan.initiative).indicators.map(({ id: indicatorId, key }) => ({
      ...{ indicatorId, illustrative: true },
      ...counted(key, at),
    }));
  });
}

/** The units that the officer has to report of: those they work for were reorganised on 1/7/2025. */
async function askedOf(officer: Player, { id }: Period): Promise<Unit[]> {
  const asked = await officer.ask<Connection<{ period: { id: string }; unit: Unit }>>(gql`
    {
      myReports(first: 100) {
        edges {
          node {
            period {
              id
            }
            unit {
              id
              nameVi
            }
          }
        }
      }
    }
  `);
  return nodesOf(asked)
    .filter(({ period }) => period.id === id)
    .map(({ unit }) => unit);
}

async function submit(
  officer: Player,
  order: { unit: Unit; period: Period; figures: object[]; version: number; note?: string },
): Promise<Report> {
  const { unit, period, figures, version, note = null } = order;
  const saved = await officer.act<Report>('saveReport', { periodId: period.id, unitId: unit.id, version, note, figures }, 'id version');
  return officer.act<Report>('submitReport', { reportId: saved.id, version: saved.version }, 'id version');
}

async function giveBack({ tell }: Stage, order: { secretary: Player; period: Period; first: Given; figures: object[] }): Promise<void> {
  const { secretary, period, first, figures } = order;
  const reason = HOW_COUNTED;
  const returned = await secretary.act<Report>(
    'returnReport',
    { reportId: first.report.id, version: first.report.version, reason },
    'id version',
  );
  tell.did(secretary.called, `trả lại báo cáo của ${first.unit.nameVi}: ${reason}`);
  const note = BY_VISIT;
  const again = await submit(first.officer, { unit: first.unit, period, figures, version: returned.version, note });
  tell.did(first.officer.called, `gửi lại: ${note}`);
  await secretary.act('approveReport', { reportId: again.id, version: again.version }, 'id');
}

/** An inspection finds another number; both are kept. */
async function secondSource(
  { tell }: Stage,
  { secretary, period, begun, unit }: { secretary: Player; period: Period; begun: ReadonlyMap<string, Rollout>; unit: Unit },
): Promise<void> {
  const { startsOn, endsOn } = period;
  const { source, value } = INSPECTED;
  const figure = {
    indicatorId: ratingsOf(begun),
    unitId: unit.id,
    startsOn,
    endsOn,
    value,
    source,
    sourceKind: 'INSPECTION',
    verified: true,
    illustrative: true,
  };
  await secretary.act('recordFigure', figure, 'id');
  tell.did(secretary.called, `ghi thêm nguồn thứ hai cho ${unit.nameVi}: ${source} đếm được 131 lượt; hai nguồn được giữ cạnh nhau`);
}

async function showFigures(
  { tell }: Stage,
  secretary: Player,
  { period, begun }: { period: Period; begun: ReadonlyMap<string, Rollout> },
): Promise<void> {
  const [rates] = await secretary.ask<{ expected: number; received: number; receivedRate: string | null }[]>(
    gql`
      query ($periodId: ID!) {
        reportingRates(periodIds: [$periodId]) {
          expected
          received
          receivedRate
        }
      }
    `,
    { periodId: period.id },
  );
  if (!rates) throw new Error('The period is not to be seen');
  const sums = await secretary.ask<{ total: { value: string | null }; lines: { parts: { disputed: boolean }[] }[] }>(
    gql`
      query ($indicatorId: ID!) {
        cumulative(indicatorId: $indicatorId) {
          total {
            value
          }
          lines {
            parts {
              disputed
            }
          }
        }
      }
    `,
    { indicatorId: ratingsOf(begun) },
  );
  const disputed = sums.lines.flatMap(({ parts }) => parts).filter((part) => part.disputed).length;
  tell.note(
    `đã nhận ${String(rates.received)}/${String(rates.expected)} báo cáo (${decimal(rates.receivedRate)}%); lũy kế ${decimal(sums.total.value)} lượt đánh giá, ${String(disputed)} đơn vị có hai nguồn khác nhau`,
  );
}

function ratingsOf(begun: ReadonlyMap<string, Rollout>): string {
  return found(
    begun.get('qr')?.indicators.find(({ key }) => key === 'ratings'),
    'ratings',
  ).id;
}
