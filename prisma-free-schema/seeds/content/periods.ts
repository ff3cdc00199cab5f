import { type PeriodSeed } from './types.js';

/** Windows of the periodic reform report; the year contains the half-year, the half-year contains the first quarter. */
export const periods: readonly PeriodSeed[] = [
  { key: '2023-Y', name: { vi: 'Báo cáo năm 2023', en: 'Year 2023' }, from: '2022-12-15', to: '2023-12-14', dueOn: '2023-12-20' },
  {
    key: '2024-Q1',
    name: { vi: 'Báo cáo quý I năm 2024', en: 'First quarter 2024' },
    from: '2023-12-15',
    to: '2024-03-14',
    dueOn: '2024-03-20',
  },
  {
    key: '2024-H1',
    name: { vi: 'Báo cáo 6 tháng đầu năm 2024', en: 'First half of 2024' },
    from: '2023-12-15',
    to: '2024-06-14',
    dueOn: '2024-06-20',
  },
  {
    key: '2024-Q3',
    name: { vi: 'Báo cáo quý III năm 2024', en: 'Third quarter 2024' },
    from: '2024-06-15',
    to: '2024-09-14',
    dueOn: '2024-09-20',
  },
  { key: '2024-Y', name: { vi: 'Báo cáo năm 2024', en: 'Year 2024' }, from: '2023-12-15', to: '2024-12-14', dueOn: '2024-12-20' },
  {
    key: '2025-Q1',
    name: { vi: 'Báo cáo quý I năm 2025', en: 'First quarter 2025' },
    from: '2024-12-15',
    to: '2025-03-14',
    dueOn: '2025-03-20',
  },
  {
    key: '2025-H1',
    name: { vi: 'Báo cáo 6 tháng đầu năm 2025', en: 'First half of 2025' },
    from: '2024-12-15',
    to: '2025-06-14',
    dueOn: '2025-06-20',
  },
];
