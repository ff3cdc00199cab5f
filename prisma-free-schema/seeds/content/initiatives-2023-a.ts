import { type InitiativeSeed } from './types.js';

const RECORD = 'Tên và nội dung chính theo mô hình của huyện Hoài Đức đã đăng báo; tác giả, chi tiết, điểm và giải là dữ liệu minh họa.';
const ADAPTED = 'Dữ liệu minh họa, phỏng theo mô hình đã công bố';

/** Rows 1 to 9: the record of the district itself, and the first adapted ones. */
export const initiatives2023a: readonly InitiativeSeed[] = [
  {
    key: 'i23-01',
    row: 1,
    title: 'Phần mềm quản lý thi đua, khen thưởng',
    areaCode: 'CIVIL_SERVICE',
    ownerCode: 'NV',
    problem:
      'Hồ sơ thi đua, khen thưởng của cán bộ, công chức, viên chức được lưu bằng giấy ở nhiều nơi, mỗi lần xét danh hiệu phải tìm lại quyết định của nhiều năm. Việc đối chiếu thành tích mất nhiều thời gian, dễ sót và khó công khai.',
    solution:
      'Xây dựng phần mềm quản lý thi đua, khen thưởng dùng chung. Mỗi cán bộ tự cập nhật và tra cứu thành tích của mình, đính kèm bản quét quyết định; Phòng Nội vụ kiểm tra rồi khóa dữ liệu. Văn bản hiện hành về thi đua, khen thưởng được đăng cùng chỗ để tra cứu khi lập hồ sơ.',
    novelty:
      'Lần đầu tiên thành tích của toàn bộ cán bộ, công chức huyện được lưu ở một cơ sở dữ liệu do chính người có thành tích cập nhật. Hệ thống tự kiểm tra điều kiện về số năm liên tục khi đề nghị danh hiệu cao hơn.',
    effect:
      'Giảm chi phí in ấn, sao chụp và thời gian tra cứu; quá trình xét công khai, minh bạch, dễ theo dõi. Cán bộ phụ trách không phải gửi công văn yêu cầu các đơn vị cung cấp lại quyết định cũ.',
    scope:
      'Áp dụng cho các phòng, ban, đơn vị sự nghiệp và 20 xã, thị trấn của huyện. Có thể chuyển giao cho quận, huyện khác có cùng quy trình xét thi đua.',
    influence: 'PROVINCE',
    firstAppliedOn: '2022-11-14',
    authors: [
      { person: 'submitter-nv', share: 50 },
      { person: 'author-01', share: 30 },
      { person: 'author-02', share: 20 },
    ],
    quality: 9,
    illustrative: false,
    note: RECORD,
  },
  {
    key: 'i23-02',
    row: 2,
    title: 'Nhắc hạn giấy phép, chứng chỉ bằng bộ hẹn giờ tự động',
    areaCode: 'PROCEDURE',
    ownerCode: 'TCKH',
    problem:
      'Nhiều hộ kinh doanh, doanh nghiệp để quá hạn giấy phép, chứng chỉ vì không nhớ ngày hết hiệu lực và bị xử phạt. Cơ quan cấp phép chỉ biết khi kiểm tra, không có công cụ nhắc trước.',
    solution:
      'Lập bảng theo dõi trên Excel có bộ hẹn giờ, tự lọc các giấy phép, chứng chỉ sắp hết hạn theo tuần. Công chức gọi điện hoặc nhắn tin báo trước cho người dân, kèm danh mục giấy tờ cần chuẩn bị để gia hạn. Kết quả nhắc được ghi lại ngay trong bảng.',
    novelty:
      'Chuyển từ chờ người dân đến nộp hồ sơ sang chủ động nhắc việc. Giải pháp dùng công cụ văn phòng có sẵn, không phải mua phần mềm.',
    effect:
      'Được áp dụng từ tháng 01/2023 đối với lĩnh vực đăng ký kinh doanh. Người dân, doanh nghiệp tránh được việc bị phạt do quá hạn; hồ sơ gia hạn được nộp rải đều, không dồn vào cuối tháng.',
    scope: 'Đang áp dụng tại bộ phận một cửa của huyện. Có thể áp dụng tại các xã, thị trấn và cho mọi loại giấy phép có thời hạn.',
    influence: 'PROVINCE',
    firstAppliedOn: '2023-01-03',
    authors: [
      { person: 'submitter-tckh', share: 60 },
      { person: 'author-04', share: 40 },
    ],
    quality: 9.4,
    illustrative: false,
    note: RECORD,
  },
  {
    key: 'i23-03',
    row: 3,
    title: 'Mã QR tra cứu thủ tục hành chính và đánh giá mức độ hài lòng',
    areaCode: 'DIGITAL_GOV',
    ownerCode: 'VP',
    problem:
      'Bảng niêm yết giấy dày, khó tìm và nhanh lạc hậu. Phiếu khảo sát hài lòng bằng giấy ít người điền, tổng hợp chậm nên biểu hiện phiền hà không được phát hiện kịp thời.',
    solution:
      'Đặt mã QR theo từng lĩnh vực tại bộ phận một cửa của huyện và các xã, thị trấn. Người dân quét mã để xem thành phần hồ sơ, nộp trực tuyến và đánh giá thái độ phục vụ. Kết quả đánh giá được chuyển ngay về Văn phòng để theo dõi, xử lý ý kiến thấp điểm.',
    novelty:
      'Gộp ba việc tra cứu, nộp hồ sơ và đánh giá vào một mã theo lĩnh vực. Đánh giá gắn với lĩnh vực và thời điểm cụ thể, không còn là phiếu chung.',
    effect:
      'Giảm chi phí in ấn, giảm đi lại cho người dân. Lãnh đạo huyện nắm được kịp thời biểu hiện gây phiền hà, nhũng nhiễu để chấn chỉnh.',
    scope: 'Áp dụng tại bộ phận một cửa của huyện và 20 xã, thị trấn. Phù hợp để nhân rộng trong toàn thành phố.',
    influence: 'PROVINCE',
    firstAppliedOn: '2023-04-10',
    authors: [
      { person: 'submitter-vp', share: 40 },
      { person: 'author-02', share: 40 },
      { person: 'author-03', share: 20 },
    ],
    quality: 9.8,
    illustrative: false,
    note: RECORD,
  },
  {
    key: 'i23-04',
    row: 4,
    title: 'Trao kết quả hộ tịch tại nhà kèm thư chúc mừng, chia buồn',
    areaCode: 'PROCEDURE',
    ownerCode: '09838',
    problem:
      'Người dân phải đến trụ sở ít nhất hai lần để nộp và nhận kết quả hộ tịch, trong khi gia đình đang bận việc hỷ hoặc việc hiếu. Việc trả kết quả thuần túy là giao nhận giấy tờ, chưa thể hiện sự quan tâm của chính quyền.',
    solution:
      'Lãnh đạo xã cùng công chức tư pháp đến trao giấy chứng nhận kết hôn kèm thiệp chúc mừng; giấy khai sinh được gửi kèm thư chúc mừng, trích lục khai tử kèm điện chia buồn. Lịch trao được hẹn trước với gia đình và trưởng thôn.',
    novelty:
      'Chuyển từ người dân đến nhận sang chính quyền đến trao. Mỗi kết quả là một lần lãnh đạo xã tiếp xúc và nghe ý kiến của gia đình.',
    effect:
      'Giảm một lần đi lại cho mỗi hồ sơ. Gia đình phấn khởi, số ý kiến góp ý trực tiếp với lãnh đạo xã tăng lên và được ghi sổ để giải quyết.',
    scope: 'Áp dụng đối với ba thủ tục khai sinh, kết hôn, khai tử trên địa bàn xã; các xã, thị trấn khác có thể làm theo.',
    influence: 'ESTABLISHMENT',
    firstAppliedOn: '2022-03-01',
    authors: [
      { person: 'submitter-09838', share: 70 },
      { person: 'author-15', share: 30 },
    ],
    quality: 8.5,
    illustrative: false,
    note: RECORD,
  },
  {
    key: 'i23-05',
    row: 5,
    title: 'Ngày thứ Sáu xanh: giải quyết hồ sơ sớm hơn hẹn',
    areaCode: 'PROCEDURE',
    ownerCode: 'GDDT',
    problem:
      'Hồ sơ thường dồn vào đầu tuần, người dân chờ lâu, trong khi chiều thứ Sáu ít người đến. Nhiều hồ sơ đơn giản vẫn phải chờ đủ số ngày theo quy trình.',
    solution:
      'Chọn thứ Sáu là ngày xử lý sớm các hồ sơ thuộc ba lĩnh vực tài chính - kế hoạch, giáo dục, văn hóa và thông tin. Lãnh đạo phòng trực ký tại chỗ, hồ sơ đủ điều kiện được trả ngay trong ngày hoặc sớm hơn hẹn. Các bước thẩm định vẫn giữ nguyên theo quy định về cơ chế một cửa của thành phố.',
    novelty:
      'Rút ngắn thời gian chờ giữa các bước chứ không cắt bước. Ba phòng cùng chọn một ngày nên hồ sơ liên quan được giải quyết đồng thời.',
    effect:
      'Thời gian giải quyết trung bình của ba lĩnh vực giảm, lượng khách trải đều trong tuần. Công chức sắp xếp được lịch thẩm định và đi cơ sở.',
    scope: 'Thí điểm tại bộ phận một cửa huyện và một số xã. Có thể mở rộng sang các lĩnh vực ít bước thẩm định.',
    influence: 'ESTABLISHMENT',
    firstAppliedOn: '2022-09-09',
    authors: [
      { person: 'submitter-gddt', share: 50 },
      { person: 'author-09', share: 30 },
      { person: 'author-04', share: 20 },
    ],
    quality: 8,
    illustrative: false,
    note: RECORD,
  },
  {
    key: 'i23-06',
    row: 6,
    title: 'Chi trả trợ cấp xã hội qua tài khoản cho đối tượng bảo trợ',
    areaCode: 'PUBLIC_FINANCE',
    ownerCode: '09847',
    problem:
      'Hằng tháng người khuyết tật, người cao tuổi phải đến điểm chi trả xếp hàng nhận tiền mặt. Cán bộ xã mất nhiều ngày chuẩn bị tiền, ký nhận và đối chiếu danh sách.',
    solution:
      'Phối hợp với ngân hàng và bưu điện mở tài khoản cho từng đối tượng ngay tại nhà văn hóa thôn. Người không tự giao dịch được ủy quyền cho người thân; danh sách chi trả được đối soát điện tử. Trường hợp không thể mở tài khoản vẫn được trả tại nhà.',
    novelty:
      'Thay toàn bộ quy trình ký nhận giấy bằng đối soát điện tử hằng tháng, có phương án riêng cho người không dùng được tài khoản.',
    effect: 'Cán bộ xã giảm khoảng năm ngày công mỗi kỳ chi trả. Tiền đến tay người thụ hưởng đúng ngày, hạn chế nhầm lẫn và chi sai.',
    scope: 'Áp dụng cho đối tượng bảo trợ xã hội trên địa bàn xã; mở rộng được cho người có công và hưu trí.',
    influence: 'ESTABLISHMENT',
    firstAppliedOn: '2022-10-03',
    authors: [
      { person: 'submitter-09847', share: 60 },
      { person: 'author-16', share: 40 },
    ],
    quality: 8.2,
    illustrative: false,
    note: RECORD,
  },
  {
    key: 'i23-07',
    row: 7,
    title: 'Trang tiện ích Hoài Đức kết nối cho người dân trên điện thoại',
    areaCode: 'DIGITAL_GOV',
    ownerCode: 'VHTT',
    problem:
      'Thông tin của huyện nằm rải rác trên cổng điện tử, đài truyền thanh, các trang của xã. Người dân không biết phản ánh vào đâu và không theo dõi được kết quả xử lý.',
    solution:
      'Xây dựng một trang tiện ích tổng hợp trên điện thoại gồm tin tức, đường dẫn dịch vụ công, lịch tiếp công dân, gửi phản ánh và tra cứu tình trạng hồ sơ. Mỗi phản ánh được cấp một mã để người gửi theo dõi. Văn phòng điều phối và nhắc hạn các đơn vị.',
    novelty: 'Một cửa ngõ duy nhất thay cho nhiều kênh; người dân không cần nhớ cơ quan nào giải quyết việc gì.',
    effect:
      'Thời gian chuyển phản ánh đến đúng đơn vị giảm còn trong ngày làm việc. Số cuộc gọi hỏi thông tin thông thường đến bộ phận một cửa giảm.',
    scope: 'Dùng cho toàn huyện, mỗi xã, thị trấn có một mục riêng do xã tự cập nhật.',
    influence: 'ESTABLISHMENT',
    firstAppliedOn: '2023-03-20',
    authors: [
      { person: 'submitter-vhtt', share: 60 },
      { person: 'author-08', share: 40 },
    ],
    quality: 7.1,
    illustrative: true,
    note: ADAPTED,
  },
  {
    key: 'i23-08',
    row: 8,
    title: 'Bảng chấm điểm chỉ số cải cách hành chính hằng tháng',
    areaCode: 'LEADERSHIP',
    ownerCode: 'NV',
    problem:
      'Chỉ số cải cách hành chính chỉ được công bố vào cuối năm, đơn vị biết mình mất điểm ở đâu thì đã muộn. Số liệu tự chấm của các xã không có cơ sở để đối chiếu.',
    solution:
      'Tách bộ chỉ số thành các tiêu chí theo dõi được hằng tháng, giao từng phòng cung cấp số liệu gốc. Bảng tổng hợp tự tính điểm, xếp hạng và tô màu tiêu chí có nguy cơ mất điểm. Kết quả gửi lãnh đạo huyện trước ngày mùng 5.',
    novelty: 'Chuyển từ chấm một lần cuối năm sang theo dõi và khắc phục trong năm.',
    effect:
      'Các đơn vị khắc phục được tiêu chí chậm ngay trong tháng sau. Cuộc họp giao ban bớt thời gian nghe báo cáo, tập trung vào tiêu chí chưa đạt.',
    scope: 'Áp dụng cho 12 phòng chuyên môn và 20 xã, thị trấn.',
    influence: 'ESTABLISHMENT',
    firstAppliedOn: '2023-02-06',
    authors: [{ person: 'author-01', share: 100 }],
    quality: 7,
    illustrative: true,
    note: ADAPTED,
  },
  {
    key: 'i23-09',
    row: 9,
    title: 'Trợ lý ảo trả lời thủ tục tư pháp 24 giờ',
    areaCode: 'DIGITAL_GOV',
    ownerCode: 'TP',
    problem:
      'Người dân thường thiếu hoặc mang sai giấy tờ khi làm thủ tục hộ tịch, chứng thực. Ngoài giờ hành chính không có ai trả lời, công chức phải nhắc lại cùng một nội dung nhiều lần trong ngày.',
    solution:
      'Xây dựng trợ lý ảo trả lời tự động về thành phần hồ sơ, lệ phí, thời hạn của các thủ tục tư pháp. Câu trả lời được soạn từ bộ thủ tục đã công bố và do phòng duyệt. Câu hỏi chưa có đáp án được chuyển cho công chức trả lời trong ngày làm việc kế tiếp.',
    novelty: 'Trả lời ngoài giờ bằng nội dung đã được thẩm định, tự ghi lại câu hỏi mới để bổ sung kho đáp án.',
    effect: 'Số hồ sơ phải trả lại do thiếu giấy tờ giảm. Công chức có thêm thời gian xử lý hồ sơ phức tạp.',
    scope: 'Dùng chung cho huyện và các xã, thị trấn trong lĩnh vực tư pháp; có thể thêm lĩnh vực khác.',
    influence: 'ESTABLISHMENT',
    firstAppliedOn: '2023-05-15',
    authors: [
      { person: 'submitter-tp', share: 55 },
      { person: 'author-06', share: 45 },
    ],
    quality: 7.2,
    illustrative: true,
    note: ADAPTED,
  },
];
