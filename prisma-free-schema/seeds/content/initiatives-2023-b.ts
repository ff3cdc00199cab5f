import { type InitiativeSeed } from './types.js';

const ADAPTED = 'Dữ liệu minh họa, phỏng theo mô hình đã công bố';

/** Rows 10 to 18. */
export const initiatives2023b: readonly InitiativeSeed[] = [
  {
    key: 'i23-10',
    row: 10,
    title: 'Thẻ mã QR hướng dẫn sáu thủ tục thường gặp',
    areaCode: 'PROCEDURE',
    ownerCode: '09841',
    problem:
      'Người dân làng nghề bận sản xuất, thường cử người thân đến hỏi thủ tục rồi về lấy thêm giấy tờ. Tờ hướng dẫn phát tay hay thất lạc.',
    solution:
      'In thẻ mã QR cho sáu thủ tục khai sinh, khai tử, kết hôn, chứng thực, xác nhận tình trạng hôn nhân và đăng ký hộ kinh doanh. Quét mã sẽ mở mẫu đơn và bản điền mẫu. Thẻ được treo ở nhà văn hóa, trạm y tế và chợ.',
    novelty: 'Đưa hướng dẫn đến nơi người dân hay lui tới thay vì chỉ đặt tại trụ sở.',
    effect: 'Tỷ lệ hồ sơ đầy đủ ngay lần nộp đầu tăng. Công chức giảm thời gian giải thích tại quầy.',
    scope: 'Toàn xã; nội dung có thể dùng chung cho các xã khác, chỉ thay thông tin liên hệ.',
    influence: 'ESTABLISHMENT',
    firstAppliedOn: '2023-02-15',
    authors: [
      { person: 'submitter-09841', share: 70 },
      { person: 'author-17', share: 30 },
    ],
    quality: 6,
    illustrative: true,
    note: ADAPTED,
  },
  {
    key: 'i23-11',
    row: 11,
    title: 'Ngày thứ Năm không hẹn trong chứng thực',
    areaCode: 'PROCEDURE',
    ownerCode: '09853',
    problem:
      'Hồ sơ chứng thực bản sao số lượng lớn thường phải hẹn trả hôm sau vì lãnh đạo đi họp. Công nhân ở trọ phải xin nghỉ hai buổi chỉ để lấy bản sao.',
    solution:
      'Bố trí lãnh đạo xã trực ký cả ngày thứ Năm, không nhận lịch họp trùng. Hồ sơ chứng thực bản sao, chữ ký được giải quyết khi người dân ngồi chờ, khoảng 20 phút. Quầy phụ được mở khi có trên mười người chờ.',
    novelty: 'Cam kết một ngày trong tuần không viết giấy hẹn, có người chịu trách nhiệm cụ thể.',
    effect: 'Người dân chỉ đi một lần. Số giấy hẹn trong lĩnh vực chứng thực giảm mạnh vào ngày thứ Năm và giảm dần ở các ngày khác.',
    scope: 'Bộ phận một cửa của xã; phù hợp với xã có nhiều lao động ở trọ.',
    influence: 'ESTABLISHMENT',
    firstAppliedOn: '2022-11-10',
    authors: [
      { person: 'submitter-09853', share: 50 },
      { person: 'author-18', share: 50 },
    ],
    quality: 6.9,
    illustrative: true,
    note: ADAPTED,
  },
  {
    key: 'i23-12',
    row: 12,
    title: 'Sáng thứ Bảy không phải chờ tại bộ phận một cửa',
    areaCode: 'PROCEDURE',
    ownerCode: '09877',
    problem:
      'Dân cư các khu đô thị mới phần lớn đi làm giờ hành chính, chỉ đến được trụ sở ngày nghỉ. Ngày thường bộ phận một cửa quá tải vào đầu giờ chiều.',
    solution:
      'Mở cửa sáng thứ Bảy cho năm nhóm việc chứng thực và hộ tịch, người dân đăng ký trước khung giờ qua điện thoại. Công chức trực được nghỉ bù theo quy định. Lịch trực và số lượt còn trống được công khai hằng tuần.',
    novelty: 'Kết hợp mở cửa ngày nghỉ với đăng ký khung giờ nên không phát sinh xếp hàng.',
    effect: 'Hồ sơ ngày thường giảm tải, người dân không phải xin nghỉ làm. Mức độ hài lòng tại các buổi thứ Bảy cao hơn ngày thường.',
    scope: 'Áp dụng tại xã; thích hợp cho địa bàn có nhiều khu đô thị.',
    influence: 'ESTABLISHMENT',
    firstAppliedOn: '2023-03-04',
    authors: [
      { person: 'submitter-09877', share: 65 },
      { person: 'author-19', share: 35 },
    ],
    quality: 7,
    illustrative: true,
    note: ADAPTED,
  },
  {
    key: 'i23-13',
    row: 13,
    title: 'Tường mã QR thay bảng niêm yết thủ tục hành chính',
    areaCode: 'PROCEDURE',
    ownerCode: '09859',
    problem:
      'Bảng niêm yết giấy chiếm hết lối đi, chữ nhỏ, mỗi lần sửa đổi phải in lại cả tập. Người dân hầu như không đọc mà hỏi thẳng công chức.',
    solution:
      'Thay bảng giấy bằng một mảng tường mã QR chia theo lĩnh vực và màu sắc, mỗi mã dẫn đến một thủ tục trên cơ sở dữ liệu quốc gia. Bên cạnh có màn hình cho người không mang điện thoại. Đoàn viên trực hướng dẫn vào giờ cao điểm.',
    novelty: 'Dẫn thẳng đến dữ liệu gốc nên luôn là bản mới nhất, không phải niêm yết lại.',
    effect: 'Tiết kiệm chi phí in; không gian chờ thông thoáng hơn. Sai sót do dùng mẫu cũ hầu như không còn.',
    scope: 'Bộ phận một cửa xã; mẫu thiết kế dùng chung được cho các xã, thị trấn.',
    influence: 'ESTABLISHMENT',
    firstAppliedOn: '2023-04-17',
    authors: [
      { person: 'submitter-09859', share: 60 },
      { person: 'author-20', share: 40 },
    ],
    quality: 6.4,
    illustrative: true,
    note: ADAPTED,
  },
  {
    key: 'i23-14',
    row: 14,
    title: 'Trang Zalo chính quyền xã trả lời trong 20 phút',
    areaCode: 'DIGITAL_GOV',
    ownerCode: '09889',
    problem:
      'Người dân phản ánh rác thải, đèn đường qua điện thoại cá nhân của cán bộ nên không có người theo dõi chung. Nhiều ý kiến bị bỏ sót hoặc trả lời chậm.',
    solution:
      'Lập trang Zalo chính thức của xã, phân ca trực trả lời trong 20 phút trong giờ hành chính. Phản ánh hạ tầng được ghi sổ điện tử, khắc phục trong năm ngày làm việc và chụp ảnh gửi lại người báo.',
    novelty: 'Có cam kết thời gian trả lời và hình ảnh sau khắc phục, công khai số việc tồn đọng.',
    effect:
      'Tỷ lệ phản ánh được trả lời trong ngày đạt trên chín phần mười trong thời gian thử. Quan hệ giữa chính quyền và người dân gần gũi hơn.',
    scope: 'Toàn xã; kế thừa nhóm tương tác một cửa đã có từ năm 2022.',
    influence: 'ESTABLISHMENT',
    firstAppliedOn: '2023-01-30',
    authors: [
      { person: 'submitter-09889', share: 70 },
      { person: 'author-21', share: 30 },
    ],
    quality: 6.6,
    illustrative: true,
    note: ADAPTED,
  },
  {
    key: 'i23-15',
    row: 15,
    title: 'Cấp trích lục hộ tịch qua ảnh chụp, nhận một lần',
    areaCode: 'PROCEDURE',
    ownerCode: '09862',
    problem:
      'Xin bản sao trích lục hộ tịch là việc đơn giản nhưng người dân vẫn đến hai lần. Sổ cũ khó tra nên không thể trả ngay khi nộp.',
    solution:
      'Người dân gửi ảnh giấy tờ và nội dung cần trích lục qua số liên lạc chính thức của bộ phận hộ tịch. Công chức tra sổ trước, soạn sẵn và hẹn giờ; khi đến, người dân xuất trình bản gốc, ký tờ khai và nhận kết quả.',
    novelty: 'Tách phần tra cứu ra khỏi thời gian người dân có mặt.',
    effect: 'Số lần đi lại giảm từ hai xuống một. Công chức chủ động tra sổ vào lúc vắng khách.',
    scope: 'Lĩnh vực hộ tịch của xã.',
    influence: 'ESTABLISHMENT',
    firstAppliedOn: '2023-05-08',
    authors: [
      { person: 'submitter-09862', share: 40 },
      { person: 'author-22', share: 60 },
    ],
    quality: 5.8,
    illustrative: true,
    note: ADAPTED,
  },
  {
    key: 'i23-16',
    row: 16,
    title: 'Biểu mẫu hướng dẫn từng bước cho giấy phép xây dựng nhà ở riêng lẻ',
    areaCode: 'DIGITAL_GOV',
    ownerCode: 'QLDT',
    problem:
      'Hồ sơ cấp phép xây dựng nhà ở riêng lẻ nộp trực tuyến thường sai tệp, thiếu bản vẽ. Cổng dịch vụ công nhiều bước khiến người dân bỏ dở giữa chừng.',
    solution:
      'Tạo biểu mẫu hướng dẫn từng bước trong ứng dụng nhắn tin, hỏi từng câu ngắn để xác định trường hợp và liệt kê giấy tờ cần có. Ảnh chụp được kiểm tra độ rõ trước khi nộp. Kết thúc, người dân được dẫn sang cổng dịch vụ công với hồ sơ đã sắp xếp.',
    novelty: 'Hỏi theo tình huống thay vì bắt người dân tự chọn thủ tục.',
    effect: 'Tỷ lệ hồ sơ bị yêu cầu bổ sung giảm trong thời gian áp dụng thử. Thời gian chuẩn bị hồ sơ của hộ dân rút ngắn.',
    scope: 'Lĩnh vực cấp phép xây dựng cấp huyện; có thể làm cho các thủ tục khác.',
    influence: 'ESTABLISHMENT',
    firstAppliedOn: '2023-05-15',
    authors: [
      { person: 'submitter-qldt', share: 60 },
      { person: 'author-11', share: 40 },
    ],
    quality: 6.8,
    illustrative: true,
    note: ADAPTED,
  },
  {
    key: 'i23-17',
    row: 17,
    title: 'Bàn tiếp đón thông minh tại bộ phận một cửa xã',
    areaCode: 'DIGITAL_GOV',
    ownerCode: '09868',
    problem: 'Người dân vào bộ phận một cửa không biết bắt đầu từ đâu, đứng trước các quầy chờ hỏi. Người cao tuổi ngại bấm máy lấy số.',
    solution:
      'Đặt một bàn tiếp đón có màn hình cảm ứng chữ lớn, tự phát số, đọc hướng dẫn bằng giọng nói và nhận ý kiến góp ý. Nội dung gồm năm nhóm việc phổ biến nhất của xã.',
    novelty: 'Dùng máy tính bảng cũ được nâng cấp, chi phí thấp, có giọng đọc tiếng Việt.',
    effect: 'Thời gian chờ hướng dẫn ban đầu giảm, trật tự tại khu vực chờ tốt hơn.',
    scope: 'Bộ phận một cửa của xã.',
    influence: 'ESTABLISHMENT',
    firstAppliedOn: '2023-05-29',
    authors: [
      { person: 'submitter-09868', share: 50 },
      { person: 'author-30', share: 50 },
    ],
    quality: 5,
    illustrative: true,
    note: ADAPTED,
  },
  {
    key: 'i23-18',
    row: 18,
    title: 'Lấy số thứ tự từ nhà cho hồ sơ đất đai',
    areaCode: 'DIGITAL_GOV',
    ownerCode: 'TNMT',
    problem: 'Người dân đến từ sáng sớm để lấy số nộp hồ sơ đất đai, có ngày chờ quá buổi. Không ai biết trước hôm nào đông.',
    solution:
      'Mở đăng ký số thứ tự qua mạng theo khung giờ 30 phút, giữ một phần ba số lượt cho người đến trực tiếp. Người đăng ký nhận tin nhắc trước một giờ và được kiểm tra sơ bộ thành phần hồ sơ.',
    novelty: 'Vừa lấy số vừa rà soát giấy tờ trước, lượt không dùng được trả lại cho người sau.',
    effect: 'Thời gian chờ trung bình giảm; không còn cảnh xếp hàng trước giờ mở cửa. Phòng dự báo được lượng hồ sơ để bố trí người.',
    scope: 'Quầy đất đai của huyện; mở rộng được cho các quầy đông khách khác.',
    influence: 'ESTABLISHMENT',
    firstAppliedOn: '2023-04-03',
    authors: [
      { person: 'submitter-tnmt', share: 70 },
      { person: 'author-10', share: 30 },
    ],
    quality: 7.2,
    illustrative: true,
    note: ADAPTED,
  },
];
