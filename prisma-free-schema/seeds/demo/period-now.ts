import { RolloutQueries } from '#lib/rollout';
import { localDate } from '#lib/kernel';
import { type PeriodSeed, communeOfficers, qrRollout } from '../content/index.js';
import { lot } from './marks.js';
import { open, report } from './reports.js';
import { type Season, daysOn, of2025 } from './season.js';
import { type Timeline } from './timeline.js';

const WINDOW = 90;
const DUE_IN = 10;
const SOURCE = 'Báo cáo của Ủy ban nhân dân xã, thị trấn';

/** Of whom the officers have reported already, for the units that these have become; all others still have it to do. */
const REPORTED = ['09832', '09838', '09859', '09889'];

/** A period that has just ended and is due soon: a few reports wait for the office, the others for their communes. */
export function planPeriodNow(season: Season, timeline: Timeline, now: Date): void {
  timeline.add(daysOn(now, -1), () => loadPeriod(season, now));
}

async function loadPeriod(season: Season, now: Date): Promise<void> {
  const { id: periodId } = await open(season, periodNow(now));
  const organiser = season.person('organiser-1');
  const { edges } = await season.get(RolloutQueries).rollouts(organiser, { first: 50, after: null });
  const rollout = edges.find(({ node }) => node.titleVi === qrRollout.title.vi)?.node;
  const ratings = rollout?.indicators.find(({ key }) => key === 'qr.ratings');
  if (!ratings) throw new Error('The roll-out of the QR codes does not count its ratings');
  for (const { unitCode: officerOf, since2025 } of communeOfficers) {
    if (officerOf === null || since2025 === undefined || !REPORTED.includes(officerOf)) continue;
    const value = String(250 + Math.floor(lot('now', officerOf) * 300));
    await report(season, periodId, {
      unitCode: of2025(since2025),
      officerOf,
      figures: [{ indicatorId: ratings.id, value, source: SOURCE, illustrative: true }],
    });
  }
}

function periodNow(now: Date): PeriodSeed {
  const to = localDate(daysOn(now, -2));
  const vi = to.split('-').reverse().join('/');
  return {
    key: `CĐ-${to}`,
    name: { vi: `Báo cáo chuyên đề nhân rộng sáng kiến đến ngày ${vi}`, en: `Special report on the roll-outs, up to ${to}` },
    from: localDate(daysOn(now, -2 - WINDOW)),
    to,
    dueOn: localDate(daysOn(now, DUE_IN)),
  };
}
