import { type Messages } from '#lib/kernel';

/** What people call the fields of the inputs of `emulation`. */
export const emulationLabels: Messages = {
  achievementId: { vi: 'thành tích', en: 'the achievement' },
  without: { vi: 'năm không đạt', en: 'that it was not reached' },
  unitThenId: { vi: 'đơn vị công tác khi đạt thành tích', en: 'the unit at that time' },
  decisionNumber: { vi: 'số quyết định', en: 'the number of the decision' },
  'DeclareAchievementInput.issuer': { vi: 'cơ quan quyết định', en: 'who decided' },
  basedOnIds: { vi: 'thành tích làm căn cứ', en: 'what it rests on' },
  detail: { vi: 'nội dung cụ thể', en: 'what for' },
  'RevokeAchievementInput.number': { vi: 'số quyết định thu hồi', en: 'the number of the decision' },
  ground: { vi: 'lý do tạm dừng', en: 'the ground' },
  'EnterTitleKindInput.kindCode': { vi: 'mã danh hiệu', en: 'the code' },
  'EnterTitleKindInput.level': { vi: 'cấp quyết định', en: 'the level' },
  multiple: { vi: 'được đạt nhiều lần trong năm', en: 'whether several of a year' },
  lastYear: { vi: 'năm cuối được tính', en: 'the last year that counts' },
  mine: { vi: 'chỉ của tôi', en: 'whether mine alone' },
  links: { vi: 'điều kiện', en: 'the conditions' },
  kindIds: { vi: 'danh hiệu được tính', en: 'the kinds that count' },
  years: { vi: 'số năm liên tục', en: 'the years in a row' },
  'EnterEligibilityRuleInput.unchecked': { vi: 'điều kiện hồ sơ không thể hiện', en: 'what records cannot say' },
};
