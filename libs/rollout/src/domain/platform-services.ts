import { type IndicatorFacts } from './indicator.entity.js';

/** The platform's own services that an adopted initiative can run on. What they count of a commune comes by itself. */
export const PLATFORM_SERVICES = ['LICENCE_REMINDERS', 'COUNTER_RATINGS', 'HANDOVERS'] as const;
export type PlatformService = (typeof PLATFORM_SERVICES)[number];

const COUNTED = { direction: 'UP', aggregation: 'SUM', kind: 'COUNT', baseline: null, target: null } as const;
const SHARE = { unitVi: '%', unitEn: '%', direction: 'UP', aggregation: 'RATIO', kind: 'SHARE', baseline: null, target: null } as const;
const TIMES = { unitVi: 'lượt', unitEn: 'times' } as const;

/** The indicators that each service fills in, in half-months; their keys are what it finds them by in a roll-out. */
export const SERVICE_INDICATORS = {
  LICENCE_REMINDERS: [
    {
      ...COUNTED,
      key: 'licences.cases-reminded',
      nameVi: 'Số trường hợp được nhắc hạn giấy phép',
      nameEn: 'Licences whose holders were reminded',
      unitVi: 'trường hợp',
      unitEn: 'cases',
    },
    {
      ...SHARE,
      key: 'licences.renewed-in-time',
      nameVi: 'Tỷ lệ nộp hồ sơ gia hạn, cấp lại đúng hạn',
      nameEn: 'Share of renewals filed in time',
    },
  ],
  COUNTER_RATINGS: [
    { ...COUNTED, ...TIMES, key: 'qr.ratings', nameVi: 'Số lượt đánh giá', nameEn: 'Ratings', unitEn: 'ratings' },
    { ...SHARE, key: 'qr.satisfied', nameVi: 'Tỷ lệ hài lòng', nameEn: 'Share of satisfied ratings' },
    { ...SHARE, key: 'qr.low', nameVi: 'Tỷ lệ không hài lòng', nameEn: 'Share of dissatisfied ratings', direction: 'DOWN' },
  ],
  HANDOVERS: [
    { ...COUNTED, ...TIMES, key: 'handover.home', nameVi: 'Số lượt trả kết quả tại nhà', nameEn: 'Results handed over at home' },
    {
      ...COUNTED,
      ...TIMES,
      key: 'handover.ceremonies',
      nameVi: 'Số lượt trả kết quả tại lễ trao',
      nameEn: 'Results handed over at ceremonies',
    },
    { ...SHARE, key: 'handover.first-try', nameVi: 'Tỷ lệ trả được ngay lần đầu', nameEn: 'Share handed over at the first try' },
  ],
} as const satisfies Readonly<Record<PlatformService, readonly IndicatorFacts[]>>;

export type ServiceIndicatorKey<S extends PlatformService> = (typeof SERVICE_INDICATORS)[S][number]['key'];

/** Whether the service counts this indicator by itself, so that nobody needs to report it. */
export const isCountedBy = (service: PlatformService | null, key: string): boolean =>
  service !== null && SERVICE_INDICATORS[service].some((indicator) => indicator.key === key);

/** What is counted already, with what the service counts besides behind it. */
export function withServiceIndicators(service: PlatformService | null, named: readonly IndicatorFacts[]): IndicatorFacts[] {
  const known = new Set(named.map(({ key }) => key));
  return [...named, ...(service ? SERVICE_INDICATORS[service].filter(({ key }) => !known.has(key)) : [])];
}
