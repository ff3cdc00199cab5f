import { type Messages } from '#lib/kernel';

/** What people call the fields of the inputs of `pilot`. */
export const pilotLabels: Messages = {
  pilotId: { vi: 'thí điểm', en: 'the pilot' },
  pilotUnitId: { vi: 'xã trong thí điểm', en: 'the commune in the pilot' },
  procedureFields: { vi: 'lĩnh vực thủ tục', en: 'the fields of procedures' },
  weekday: { vi: 'ngày trong tuần', en: 'the day of the week' },
  legalBases: { vi: 'căn cứ', en: 'the legal bases' },
  measure: { vi: 'cách đo', en: 'what is measured' },
  limitDays: { vi: 'thời hạn giải quyết', en: 'the limit' },
  baselineFrom: { vi: 'ngày đầu kỳ so sánh', en: 'the first day of the baseline' },
  baselineTo: { vi: 'ngày cuối kỳ so sánh', en: 'the last day of the baseline' },
  units: { vi: 'các xã', en: 'the communes' },
  arm: { vi: 'nhóm', en: 'the side' },
  'ConcludePilotInput.outcome': { vi: 'kết luận', en: 'what becomes of it' },
  'ConcludePilotInput.conclusion': { vi: 'nội dung kết luận', en: 'the conclusion' },
  'EnterPilotFilesInput.files': { vi: 'các hồ sơ', en: 'the files' },
  receivedOn: { vi: 'ngày tiếp nhận', en: 'the day of receipt' },
  doneOn: { vi: 'ngày có kết quả', en: 'the day of the result' },
  procedureCode: { vi: 'mã thủ tục', en: 'the code of the procedure' },
};
