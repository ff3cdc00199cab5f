import { CounterService } from '#lib/feedback';
import { SYSTEM } from '#lib/kernel';
import { type Season, moment, of2025 } from './season.js';
import { type Timeline } from './timeline.js';

const OPENED_ON = '2025-12-22';
const COUNTERS = [
  { unitCode: '09877', name: 'Quầy số 1 – Hộ tịch (minh họa)', fieldName: 'Hộ tịch' },
  { unitCode: '09877', name: 'Quầy số 2 – Chứng thực (minh họa)', fieldName: 'Chứng thực' },
  { unitCode: '09832', name: 'Quầy tổng hợp (minh họa)', fieldName: null },
];

/** A few counters of the communes of today, illustrative. */
export function planCounters(season: Season, timeline: Timeline): void {
  timeline.add(moment(OPENED_ON, '09:00'), async () => {
    for (const { unitCode, name, fieldName } of COUNTERS) {
      const unitId = season.unit(of2025(unitCode));
      await season.get(CounterService).openCounter(SYSTEM, { unitId, name, fieldName, openFrom: OPENED_ON, illustrative: true });
    }
  });
}
