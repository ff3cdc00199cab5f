import { CounterService } from '#lib/feedback';
import { SYSTEM } from '#lib/kernel';
import { type Season, moment, of2025 } from './season.js';
import { type Timeline } from './timeline.js';

/** Of the communes of the district, which closed with them; and of the communes of today. */
const OPENINGS = [
  { openFrom: '2024-03-04', codeOf: (code: string) => code },
  { openFrom: '2025-12-22', codeOf: of2025 },
];
const COUNTERS = [
  { unitCode: '09877', name: 'Quầy số 1 – Hộ tịch (minh họa)', fieldName: 'Hộ tịch' },
  { unitCode: '09877', name: 'Quầy số 2 – Chứng thực (minh họa)', fieldName: 'Chứng thực' },
  { unitCode: '09832', name: 'Quầy tổng hợp (minh họa)', fieldName: null },
];

/** A few counters, illustrative. */
export function planCounters(season: Season, timeline: Timeline): void {
  for (const { openFrom, codeOf } of OPENINGS)
    timeline.add(moment(openFrom, '09:00'), async () => {
      for (const { unitCode, name, fieldName } of COUNTERS) {
        const unitId = season.unit(codeOf(unitCode));
        await season.get(CounterService).openCounter(SYSTEM, { unitId, name, fieldName, openFrom, illustrative: true });
      }
    });
}
