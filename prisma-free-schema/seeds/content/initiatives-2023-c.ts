import { type InitiativeSeed } from './types.js';

const ADAPTED = 'Dữ liệu minh họa, phỏng theo mô hình đã công bố';

/** Rows 19 to 27. */
export const initiatives2023c: readonly InitiativeSeed[] = [
  {
    key: 'i23-19',
    row: 19,
    title: 'Một cửa lưu động đến các thôn ven đê',
    areaCode: 'PROCEDURE',
    ownerCode: '09883',
    problem:
      'Một số thôn ven đê cách trụ sở xã xa, người già và phụ nữ có con nhỏ khó đi lại. Nhiều việc đơn giản bị để chậm đến khi cần gấp.',
    solution:
      'Mỗi tuần một buổi, tổ công tác mang máy tính, máy in và con dấu đến nhà văn hóa thôn theo lịch. Hồ sơ hộ tịch, chứng thực, bảo trợ được tiếp nhận tại chỗ; việc giải quyết ngay được thì trả ngay. Lịch được đọc trên loa truyền thanh trước ba ngày.',
    novelty: 'Đưa đủ thiết bị và thẩm quyền tiếp nhận đến thôn, không chỉ tuyên truyền.',
    effect: 'Người dân các thôn xa không phải đến trụ sở. Hồ sơ tồn do quá hạn đăng ký khai sinh được giải quyết dứt điểm.',
    scope: 'Bốn thôn xa trung tâm của xã; phù hợp với xã có địa bàn rộng.',
    influence: 'ESTABLISHMENT',
    firstAppliedOn: '2023-02-21',
    authors: [
      { person: 'submitter-09883', share: 50 },
      { person: 'author-23', share: 50 },
    ],
    quality: 6.7,
    illustrative: true,
    note: ADAPTED,
  },
  {
    key: 'i23-20',
    row: 20,
    title: 'Quầy tiếp nhận buổi tối phục vụ người lao động',
    areaCode: 'PROCEDURE',
    ownerCode: '09880',
    problem:
      'Lao động làm ca không thể đến trụ sở trong giờ hành chính. Nhiều người nhờ dịch vụ bên ngoài và phải trả tiền cho việc vốn miễn phí.',
    solution:
      'Mở quầy từ 18 giờ đến 21 giờ hai buổi mỗi tuần, tiếp nhận chứng thực, hộ tịch và hướng dẫn nộp trực tuyến. Công chức luân phiên trực, được bố trí nghỉ bù. Hồ sơ đơn giản được xử lý trong khoảng 30 phút.',
    novelty: 'Điều chỉnh giờ phục vụ theo nhịp làm việc của người dân địa phương.',
    effect: 'Giảm việc nhờ dịch vụ trung gian. Buổi tối trở thành lúc hướng dẫn nộp trực tuyến hiệu quả nhất vì người dân không vội.',
    scope: 'Bộ phận một cửa của xã.',
    influence: 'ESTABLISHMENT',
    firstAppliedOn: '2023-05-23',
    authors: [{ person: 'submitter-09880', share: 100 }],
    quality: 6.2,
    illustrative: true,
    note: ADAPTED,
  },
  {
    key: 'i23-21',
    row: 21,
    title: 'Tổ hỗ trợ thủ tục tại nhà cho người yếu thế',
    areaCode: 'PROCEDURE',
    ownerCode: 'LDTBXH',
    problem:
      'Người khuyết tật nặng, người ốm lâu ngày không thể đến ký hồ sơ hưởng chế độ. Gia đình phải thuê xe đưa đi hoặc chấp nhận chậm hưởng.',
    solution:
      'Thành lập tổ hỗ trợ gồm cán bộ phòng, công chức xã và cộng tác viên thôn, nhận yêu cầu qua một số điện thoại. Tổ đến nhà hướng dẫn, chụp giấy tờ, chứng kiến ký hồ sơ và trả kết quả. Mỗi trường hợp được ghi nhật ký để tránh bỏ sót.',
    novelty: 'Quy trình chung cho 20 xã, thị trấn, có mẫu biên bản chứng kiến ký tại nhà.',
    effect:
      'Hồ sơ của người yếu thế không còn bị chậm do không đi lại được. Cán bộ phát hiện thêm trường hợp đủ điều kiện mà chưa được hưởng.',
    scope: 'Toàn huyện, ưu tiên người khuyết tật đặc biệt nặng và người cao tuổi neo đơn.',
    influence: 'ESTABLISHMENT',
    firstAppliedOn: '2022-12-05',
    authors: [
      { person: 'submitter-ldtbxh', share: 60 },
      { person: 'author-07', share: 40 },
    ],
    quality: 7.1,
    illustrative: true,
    note: ADAPTED,
  },
  {
    key: 'i23-22',
    row: 22,
    title: 'Chứng thực ngoài giờ vào thứ Ba và thứ Năm',
    areaCode: 'PROCEDURE',
    ownerCode: '09892',
    problem:
      'Nhu cầu chứng thực hồ sơ xin việc, nhập học tăng theo mùa nhưng quầy đóng lúc 17 giờ. Người dân phải sang văn phòng công chứng ở xa.',
    solution:
      'Kéo dài giờ nhận chứng thực đến 19 giờ 30 vào thứ Ba và thứ Năm, có lãnh đạo trực ký. Mùa tuyển sinh mở thêm một buổi. Số lượt đăng ký được công bố để người dân chọn ngày vắng.',
    novelty: 'Ca ngoài giờ có người ký tại chỗ nên trả kết quả ngay.',
    effect: 'Người dân tiết kiệm thời gian và chi phí đi lại. Quầy ban ngày bớt đông vào tháng cao điểm.',
    scope: 'Lĩnh vực chứng thực của xã.',
    influence: 'ESTABLISHMENT',
    firstAppliedOn: '2023-06-01',
    authors: [
      { person: 'submitter-09892', share: 75 },
      { person: 'author-31', share: 25 },
    ],
    quality: 6.1,
    illustrative: true,
    note: ADAPTED,
  },
  {
    key: 'i23-23',
    row: 23,
    title: 'Đăng ký khai sinh liên thông tại trạm y tế',
    areaCode: 'PROCEDURE',
    ownerCode: '09850',
    problem:
      'Sau khi sinh con, gia đình phải làm khai sinh, đăng ký thường trú và thẻ bảo hiểm y tế ở nhiều nơi. Nhiều trẻ chậm có thẻ bảo hiểm khi đi khám.',
    solution:
      'Nhân viên trạm y tế và công chức hộ tịch phối hợp nhận thông tin ngay khi tiêm phòng lần đầu, gộp các tờ khai thành một. Công chức đến nhà lấy chữ ký và nộp liên thông. Kết quả ba việc được trả cùng lúc tại nhà.',
    novelty: 'Bắt đầu từ trạm y tế, nơi mọi gia đình có con nhỏ đều đến.',
    effect: 'Gia đình chỉ khai thông tin một lần. Tỷ lệ trẻ có thẻ bảo hiểm y tế trong tháng đầu tăng.',
    scope: 'Toàn xã; cần sự phối hợp của công an xã và bảo hiểm xã hội.',
    influence: 'ESTABLISHMENT',
    firstAppliedOn: '2023-03-13',
    authors: [
      { person: 'submitter-09850', share: 40 },
      { person: 'author-24', share: 60 },
    ],
    quality: 6.9,
    illustrative: true,
    note: ADAPTED,
  },
  {
    key: 'i23-24',
    row: 24,
    title: 'Sổ tiếp nhận kiến nghị dùng chung trên mạng nội bộ',
    areaCode: 'DIGITAL_GOV',
    ownerCode: 'TTR',
    problem:
      'Kiến nghị, phản ánh của công dân đến qua nhiều đầu mối, có đơn gửi trùng nhiều nơi. Việc theo dõi thời hạn trả lời làm thủ công trên từng sổ.',
    solution:
      'Lập sổ tiếp nhận dùng chung trên mạng nội bộ, mỗi kiến nghị có một mã, tự tìm đơn trùng và báo thời hạn. Đơn vị được giao cập nhật kết quả và đính kèm văn bản trả lời. Thanh tra huyện theo dõi tổng thể và đôn đốc.',
    novelty: 'Nhận biết đơn trùng giữa các đầu mối, một kiến nghị chỉ có một đơn vị chủ trì.',
    effect: 'Không còn kiến nghị thất lạc; số vụ trả lời quá hạn giảm. Báo cáo định kỳ được trích xuất thay vì tổng hợp tay.',
    scope: 'Các phòng, ban của huyện và 20 xã, thị trấn.',
    influence: 'ESTABLISHMENT',
    firstAppliedOn: '2023-02-01',
    authors: [
      { person: 'submitter-ttr', share: 50 },
      { person: 'author-14', share: 50 },
    ],
    quality: 6.7,
    illustrative: true,
    note: ADAPTED,
  },
  {
    key: 'i23-25',
    row: 25,
    title: 'Phản ánh hiện trường bằng ảnh chụp có vị trí',
    areaCode: 'DIGITAL_GOV',
    ownerCode: '09835',
    problem: 'Đổ trộm phế thải, hư hỏng nắp cống thường được báo miệng, không rõ vị trí. Cán bộ đi kiểm tra nhiều lần mới tìm thấy.',
    solution:
      'Người dân gửi ảnh kèm vị trí qua biểu mẫu ngắn; hệ thống chuyển đến cán bộ phụ trách địa bàn và đặt hạn xử lý. Ảnh sau xử lý được gửi lại cho người báo. Danh sách việc quá hạn được đọc tại giao ban tuần.',
    novelty: 'Vị trí và hình ảnh là bắt buộc nên bỏ được khâu xác minh ban đầu.',
    effect: 'Thời gian từ khi báo đến khi xử lý rút ngắn. Số điểm đổ trộm tái diễn giảm do được theo dõi theo vị trí.',
    scope: 'Toàn xã; bổ sung cho kênh phản ánh chung của huyện.',
    influence: 'ESTABLISHMENT',
    firstAppliedOn: '2023-04-24',
    authors: [
      { person: 'submitter-09835', share: 50 },
      { person: 'author-25', share: 50 },
    ],
    quality: 6.5,
    illustrative: true,
    note: ADAPTED,
  },
  {
    key: 'i23-26',
    row: 26,
    title: 'Biên lai điện tử trong thu phí, lệ phí tại xã',
    areaCode: 'PUBLIC_FINANCE',
    ownerCode: '09865',
    problem:
      'Thu phí, lệ phí bằng biên lai giấy phải viết tay ba liên, cuối tháng đối chiếu mất nhiều ngày. Biên lai hỏng phải lưu và giải trình.',
    solution:
      'Chuyển sang biên lai điện tử, người dân quét mã thanh toán và nhận biên lai qua tin nhắn. Số thu tự vào bảng tổng hợp theo loại phí. Người không có tài khoản vẫn nộp tiền mặt và được in biên lai.',
    novelty: 'Đối soát tự động giữa số hồ sơ và số biên lai theo từng ngày.',
    effect: 'Việc đối chiếu cuối tháng từ nhiều ngày còn một buổi. Hạn chế sai sót và thất thoát.',
    scope: 'Các khoản phí, lệ phí thu tại xã.',
    influence: 'ESTABLISHMENT',
    firstAppliedOn: '2023-05-04',
    authors: [
      { person: 'submitter-09865', share: 45 },
      { person: 'author-26', share: 55 },
    ],
    quality: 6.3,
    illustrative: true,
    note: ADAPTED,
  },
  {
    key: 'i23-27',
    row: 27,
    title: 'Bảng theo dõi nhiệm vụ Chủ tịch giao có cảnh báo hạn',
    areaCode: 'LEADERSHIP',
    ownerCode: 'VP',
    problem:
      'Nhiệm vụ giao qua kết luận họp, công văn và bút phê không được tập hợp một nơi. Việc chậm chỉ được phát hiện khi đến kỳ báo cáo.',
    solution:
      'Lập bảng theo dõi chung, mỗi nhiệm vụ có đơn vị chủ trì, hạn và sản phẩm phải nộp. Hệ thống báo trước hạn ba ngày, chuyển màu khi quá hạn và lập danh sách gửi lãnh đạo mỗi sáng thứ Hai. Gia hạn phải ghi lý do và người cho phép.',
    novelty: 'Quản lý theo sản phẩm nộp chứ không theo báo cáo tiến độ; mọi lần gia hạn đều có dấu vết.',
    effect:
      'Tỷ lệ nhiệm vụ hoàn thành đúng hạn tăng rõ trong thời gian áp dụng. Thời gian giao ban giảm, lãnh đạo chỉ nghe các việc quá hạn.',
    scope: 'Các phòng, ban và 20 xã, thị trấn; có thể áp dụng cho quận, huyện khác.',
    influence: 'PROVINCE',
    firstAppliedOn: '2022-08-15',
    authors: [
      { person: 'submitter-vp', share: 50 },
      { person: 'author-03', share: 50 },
    ],
    quality: 7.9,
    illustrative: true,
    note: ADAPTED,
  },
];
