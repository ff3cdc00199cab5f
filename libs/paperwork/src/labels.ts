import { type Messages } from '#lib/kernel';

/** What people call the fields of the inputs of `paperwork`. */
export const paperworkLabels: Messages = {
  aboutId: { vi: 'cuộc thi, vòng thi hoặc kỳ báo cáo', en: 'the contest, the round or the period' },
  templateId: { vi: 'mẫu văn bản', en: 'the template' },
  paperId: { vi: 'văn bản', en: 'the paper' },
  'DraftPaperInput.kind': { vi: 'loại văn bản', en: 'the kind of paper' },
  'SavePaperTemplateInput.kind': { vi: 'loại văn bản', en: 'the kind of paper' },
  'SavePaperTemplateInput.number': { vi: 'lần sửa của mẫu', en: 'the version of the template' },
  'RegisterPaperInput.number': { vi: 'số văn bản', en: 'the number of the paper' },
  signedOn: { vi: 'ngày ký', en: 'the day of signing' },
  superior: { vi: 'cơ quan chủ quản', en: 'the body above' },
  'SavePaperTemplateInput.issuer': { vi: 'cơ quan ban hành', en: 'the issuing body' },
  symbol: { vi: 'ký hiệu', en: 'the symbol' },
  place: { vi: 'địa danh', en: 'the place' },
  addressees: { vi: 'nơi kính gửi', en: 'the addressees' },
  authority: { vi: 'thẩm quyền ban hành', en: 'who decides' },
  bases: { vi: 'căn cứ', en: 'the bases' },
  closing: { vi: 'đoạn kết', en: 'the closing paragraphs' },
  signers: { vi: 'người ký', en: 'the signers' },
  recipients: { vi: 'nơi nhận', en: 'the recipients' },
  'PaperBasisInput.text': { vi: 'nội dung căn cứ', en: 'the text of the basis' },
  'PaperBasisInput.from': { vi: 'ngày căn cứ có hiệu lực', en: 'the first day of the basis' },
  'PaperBasisInput.to': { vi: 'ngày cuối căn cứ còn hiệu lực', en: 'the last day of the basis' },
  on: { vi: 'thể thức ký', en: 'in whose name it is signed' },
  position: { vi: 'chức vụ người ký', en: 'the position of the signer' },
  'PaperSignerInput.name': { vi: 'họ tên người ký', en: 'the name of the signer' },
};
