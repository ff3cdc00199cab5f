import { type Messages } from '#lib/kernel';

/** What people call the fields of the inputs of `procedure`. */
export const procedureLabels: Messages = {
  procedureId: { vi: 'thủ tục hành chính', en: 'the procedure' },
  fieldName: { vi: 'lĩnh vực', en: 'the field' },
  level: { vi: 'cấp thực hiện', en: 'the level' },
  unchecked: { vi: 'chưa đối chiếu trong 12 tháng', en: 'whether it is unchecked' },
};
