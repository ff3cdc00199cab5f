import { type CalendarOrder } from '#domain/units';

/** Illustrative, in the shape of a year's notice: what offices really kept stands in the notices alone. */
export const workingCalendars: readonly CalendarOrder[] = [
  {
    year: 2025,
    decisionNumber: '01/TB-MH (minh họa)',
    issuer: 'Phòng Nội vụ huyện Hoài Đức (minh họa)',
    decidedOn: '2024-12-10',
    daysOff: [
      '2025-01-01',
      '2025-01-27',
      '2025-01-28',
      '2025-01-29',
      '2025-01-30',
      '2025-01-31',
      '2025-04-07',
      '2025-04-30',
      '2025-05-01',
      '2025-05-02',
      '2025-09-01',
      '2025-09-02',
    ],
    daysWorked: ['2025-04-26'],
  },
  {
    year: 2026,
    decisionNumber: '02/TB-MH (minh họa)',
    issuer: 'Phòng Nội vụ huyện Hoài Đức (minh họa)',
    decidedOn: '2025-12-10',
    daysOff: [
      '2026-01-01',
      '2026-02-16',
      '2026-02-17',
      '2026-02-18',
      '2026-02-19',
      '2026-02-20',
      '2026-04-27',
      '2026-04-30',
      '2026-05-01',
      '2026-09-01',
      '2026-09-02',
    ],
    daysWorked: [],
  },
];
