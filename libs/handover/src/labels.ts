import { type Messages } from '#lib/kernel';

/** What people call the fields of the inputs of `handover`. */
export const handoverLabels: Messages = {
  modelId: { vi: 'mô hình', en: 'the model' },
  letterTemplateId: { vi: 'mẫu thư', en: 'the template' },
  handoverId: { vi: 'lượt trả kết quả', en: 'the handover' },
  occasion: { vi: 'loại việc', en: 'what it is about' },
  procedures: { vi: 'các thủ tục', en: 'the procedures' },
  unitIds: { vi: 'các đơn vị', en: 'the units' },
  howToAsk: { vi: 'cách đề nghị', en: 'how to ask' },
  'AddServiceModelInput.decisionText': { vi: 'quyết định', en: 'the decision' },
  'EditServiceModelInput.decisionText': { vi: 'quyết định', en: 'the decision' },
  venue: { vi: 'nơi trả', en: 'the venue' },
  byLevel: { vi: 'người trao', en: 'who hands over' },
  askedFor: { vi: 'đề nghị trả tại nhà', en: 'whether it was asked for' },
  letter: { vi: 'thư kèm theo', en: 'the letter' },
  'EnterHandoverInput.outcome': { vi: 'kết quả', en: 'what came of it' },
  'CorrectHandoverInput.outcome': { vi: 'kết quả', en: 'what came of it' },
  previousId: { vi: 'lần trước', en: 'the time before' },
  'WriteLetterTemplateInput.text': { vi: 'nội dung thư', en: 'what it says' },
  signerPosition: { vi: 'chức vụ người ký', en: 'the position of who signs' },
  current: { vi: 'đang dùng hoặc chờ duyệt', en: 'in use or to be approved' },
  reason: { vi: 'lý do', en: 'the reason' },
  recipient: { vi: 'người nhận', en: 'whom it is to' },
  named: { vi: 'người được nhắc đến', en: 'whom it is about' },
};
