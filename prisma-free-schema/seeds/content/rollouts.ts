import { awardAdoptions } from './rollout-awards-adoptions.js';
import { awardTables } from './rollout-awards-figures.js';
import { qrAdoptions } from './rollout-qr-adoptions.js';
import { qrTables } from './rollout-qr-figures.js';
import { reminderAdoptions } from './rollout-reminders-adoptions.js';
import { reminderTables } from './rollout-reminders-figures.js';
import { type RolloutSeed } from './types.js';

const INVENTED = 'Số liệu minh họa';

/** The QR codes. The 21.325 ratings stand in two sources with two periods: both are kept, neither is corrected. */
export const qrRollout: RolloutSeed = {
  key: 'rollout-qr',
  initiativeKey: 'i23-03',
  title: {
    vi: 'Nhân rộng mã QR tra cứu thủ tục và đánh giá mức độ hài lòng',
    en: 'Rollout of QR codes for looking up procedures and rating service',
  },
  reason: 'Đạt giải Nhất cuộc thi năm 2023; chi phí thấp, áp dụng được ngay tại bộ phận một cửa của 20 xã, thị trấn.',
  legalBasis: 'Quyết định số 18/2020/QĐ-UBND ngày 04/9/2020 của Ủy ban nhân dân thành phố Hà Nội về cơ chế một cửa, một cửa liên thông.',
  leadUnitCode: 'VP',
  service: 'COUNTER_RATINGS',
  startedOn: '2024-01-02',
  dueOn: '2024-06-30',
  decision: {
    kind: 'ROLLOUT_DECISION',
    number: '8451/QĐ-UBND',
    date: '2023-12-28',
    title: 'Quyết định nhân rộng mô hình mã QR tra cứu thủ tục hành chính và đánh giá mức độ hài lòng',
    illustrative: true,
    note: INVENTED,
  },
  indicators: [
    {
      key: 'qr.ratings',
      name: { vi: 'Số lượt đánh giá', en: 'Ratings' },
      unit: { vi: 'lượt', en: 'ratings' },
      direction: 'UP',
      aggregation: 'SUM',
      kind: 'COUNT',
      baseline: 0,
      target: null,
    },
    {
      key: 'qr.satisfied',
      name: { vi: 'Tỷ lệ hài lòng', en: 'Share of satisfied ratings' },
      unit: { vi: '%', en: '%' },
      direction: 'UP',
      aggregation: 'RATIO',
      kind: 'SHARE',
      baseline: 90,
      target: 95,
    },
    {
      key: 'qr.counters',
      name: { vi: 'Số quầy có mã QR', en: 'Counters with a QR code' },
      unit: { vi: 'quầy', en: 'counters' },
      direction: 'UP',
      aggregation: 'LAST',
      kind: 'COUNT',
      baseline: 0,
      target: 5,
    },
  ],
  adoptions: qrAdoptions,
  figures: [
    {
      indicatorKey: 'qr.ratings',
      unitCode: '274',
      from: '2023-11-01',
      to: '2023-11-30',
      value: 21_325,
      source: 'Báo Kinh tế & Đô thị',
      sourceKind: 'PRESS',
      verified: false,
      illustrative: false,
      note: 'Bài báo ghi "trong 1 tháng qua"; bài không ghi ngày, mốc đầu và cuối của khoảng một tháng ở đây là giả định.',
    },
    {
      indicatorKey: 'qr.ratings',
      unitCode: '274',
      from: '2023-11-01',
      to: '2024-11-30',
      value: 21_325,
      source: 'Báo Lao động Thủ đô',
      sourceKind: 'PRESS',
      verified: false,
      illustrative: false,
      note: 'Bài báo ghi "sau hơn 1 năm" cho cùng con số, tính từ tháng 11/2023; ngày cuối của khoảng thời gian ở đây là giả định.',
    },
    {
      indicatorKey: 'qr.ratings',
      unitCode: '09859',
      from: '2024-06-15',
      to: '2024-09-14',
      value: 301,
      source: 'Kiểm tra đột xuất của Phòng Nội vụ',
      sourceKind: 'INSPECTION',
      verified: true,
      illustrative: true,
      note: 'Số liệu minh họa: thấp hơn số xã tự báo cáo cùng kỳ do loại các lượt đánh giá trùng.',
    },
  ],
  tables: qrTables,
};

/** The reminders of expiry. 1.355 is the district's own published figure; the communes' are invented. */
export const reminderRollout: RolloutSeed = {
  key: 'rollout-reminders',
  initiativeKey: 'i23-02',
  title: { vi: 'Nhân rộng nhắc hạn giấy phép, chứng chỉ', en: 'Rollout of reminders before licences expire' },
  reason: 'Đạt giải Nhì cuộc thi năm 2023; giúp người dân, doanh nghiệp không bị phạt do quá hạn.',
  legalBasis:
    'Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ ban hành Chương trình tổng thể cải cách hành chính nhà nước giai đoạn 2021 - 2030.',
  leadUnitCode: 'TCKH',
  service: 'LICENCE_REMINDERS',
  startedOn: '2024-02-01',
  dueOn: '2024-09-30',
  decision: {
    kind: 'ROLLOUT_DECISION',
    number: '412/QĐ-UBND',
    date: '2024-01-26',
    title: 'Quyết định nhân rộng giải pháp nhắc hạn giấy phép, chứng chỉ',
    illustrative: true,
    note: INVENTED,
  },
  indicators: [
    {
      key: 'reminder.sent',
      name: { vi: 'Số lượt nhắc hạn', en: 'Reminders sent' },
      unit: { vi: 'lượt', en: 'reminders' },
      direction: 'UP',
      aggregation: 'SUM',
      kind: 'COUNT',
      baseline: 0,
      target: null,
    },
    {
      key: 'reminder.on-time',
      name: { vi: 'Tỷ lệ gia hạn đúng hạn sau khi nhắc', en: 'Share renewed in time after a reminder' },
      unit: { vi: '%', en: '%' },
      direction: 'UP',
      aggregation: 'RATIO',
      kind: 'SHARE',
      baseline: 70,
      target: 95,
    },
    {
      key: 'reminder.fined',
      name: { vi: 'Số trường hợp bị phạt do quá hạn', en: 'Fined for expiry' },
      unit: { vi: 'trường hợp', en: 'cases' },
      direction: 'DOWN',
      aggregation: 'SUM',
      kind: 'COUNT',
      baseline: null,
      target: 0,
    },
  ],
  adoptions: reminderAdoptions,
  figures: [
    {
      indicatorKey: 'reminder.sent',
      unitCode: '274',
      from: '2023-01-01',
      to: '2023-10-31',
      value: 1_355,
      source: 'Báo Kinh tế & Đô thị',
      sourceKind: 'PRESS',
      verified: false,
      illustrative: false,
      note: 'Lĩnh vực đăng ký kinh doanh, tính từ tháng 01/2023 theo bài báo; ngày cuối của khoảng thời gian là giả định.',
    },
  ],
  tables: reminderTables,
};

/** The award-record software. */
export const awardRollout: RolloutSeed = {
  key: 'rollout-awards',
  initiativeKey: 'i23-01',
  title: { vi: 'Nhân rộng phần mềm quản lý thi đua, khen thưởng', en: 'Rollout of the award-record software' },
  reason: 'Đạt giải Ba cuộc thi năm 2023; thống nhất dữ liệu thi đua, khen thưởng giữa huyện và xã.',
  legalBasis: 'Luật Thi đua, khen thưởng số 06/2022/QH15.',
  leadUnitCode: 'NV',
  startedOn: '2024-03-01',
  dueOn: '2024-12-31',
  decision: {
    kind: 'ROLLOUT_DECISION',
    number: '1027/QĐ-UBND',
    date: '2024-02-27',
    title: 'Quyết định nhân rộng phần mềm quản lý thi đua, khen thưởng',
    illustrative: true,
    note: INVENTED,
  },
  indicators: [
    {
      key: 'award.complete',
      name: { vi: 'Tỷ lệ cán bộ có hồ sơ khen thưởng đầy đủ', en: 'Share of officials with a complete record' },
      unit: { vi: '%', en: '%' },
      direction: 'UP',
      aggregation: 'RATIO',
      kind: 'SHARE',
      baseline: 0,
      target: 100,
    },
    {
      key: 'award.lookup',
      name: { vi: 'Thời gian tra cứu một hồ sơ', en: 'Time to look up a record' },
      unit: { vi: 'phút', en: 'minutes' },
      direction: 'DOWN',
      aggregation: 'LAST',
      kind: 'DURATION',
      baseline: 30,
      target: 5,
    },
  ],
  adoptions: awardAdoptions,
  figures: [],
  tables: awardTables,
};

export const rollouts: readonly RolloutSeed[] = [qrRollout, reminderRollout, awardRollout];
