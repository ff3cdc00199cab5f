import { type Messages } from '#lib/kernel';

/** What people call the fields of the inputs of `feedback`. */
export const feedbackLabels: Messages = {
  counterCode: { vi: 'mã quầy', en: 'the code of the counter' },
  counterId: { vi: 'quầy', en: 'the counter' },
  isOpen: { vi: 'đang mở', en: 'whether it is open' },
  'OpenCounterInput.name': { vi: 'tên quầy', en: 'the name of the counter' },
  'EditCounterInput.name': { vi: 'tên quầy', en: 'the name of the counter' },
  openFrom: { vi: 'ngày mở quầy', en: 'its first day' },
  openTo: { vi: 'ngày cuối của quầy', en: 'its last day' },
  paper: { vi: 'khổ giấy', en: 'the paper' },
};
