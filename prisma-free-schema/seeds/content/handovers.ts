/** What the models of handing over and the templates of letters of the season say; all of it is invented. */
export const MODELS = [
  {
    kind: 'AT_HOME',
    title: 'Trả kết quả đăng ký khai sinh, chứng thực tại nhà',
    decision: 'Kế hoạch số 45/KH-UBND (minh họa)',
    howToAsk:
      'Nói với công chức tiếp nhận khi nộp hồ sơ, hoặc gọi bộ phận một cửa của xã trước ngày hẹn trả. Không mất phí. Nếu hai lần cán bộ đến mà không có ai ở nhà, kết quả chờ tại bộ phận một cửa.',
    procedures: [
      ['9.000001.H26', 'BIRTH'],
      ['9.000003.H26', 'OTHER'],
    ],
    communes: 6,
  },
  {
    kind: 'CEREMONY',
    title: 'Lãnh đạo xã trao Giấy chứng nhận kết hôn',
    decision: 'Kế hoạch số 46/KH-UBND (minh họa)',
    howToAsk: 'Chọn ngày trao khi nộp tờ khai. Hai bên cùng có mặt để ký và nhận.',
    procedures: [['9.000002.H26', 'MARRIAGE']],
    communes: 4,
  },
  {
    kind: 'AT_HOME',
    title: 'Trả trích lục khai tử tại nhà kèm thư chia buồn',
    decision: 'Kế hoạch số 47/KH-UBND (minh họa)',
    howToAsk: 'Gia đình nói với công chức tư pháp – hộ tịch của xã; xã hẹn giờ đến.',
    procedures: [['9.000006.H26', 'DEATH']],
    communes: 5,
  },
] as const;

export const LETTERS = {
  CONGRATULATION:
    'Thay mặt Ủy ban nhân dân {đơn vị}, tôi xin gửi tới {người nhận} cùng gia đình lời chúc mừng tốt đẹp nhất.\nKính chúc gia đình mạnh khỏe, hạnh phúc.',
  CONDOLENCE:
    'Được tin {người được nhắc đến} từ trần, Ủy ban nhân dân {đơn vị} xin gửi tới {người nhận} cùng toàn thể gia quyến lời chia buồn sâu sắc.\nMong gia đình sớm vượt qua những ngày đau buồn.',
} as const;
