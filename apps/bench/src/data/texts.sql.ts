const list = (...words: readonly string[]): string => `array['${words.join("', '")}']`;

const VERBS = list(
  'Rút ngắn thời gian giải quyết',
  'Số hóa',
  'Liên thông điện tử',
  'Nhắc hạn tự động',
  'Tiếp nhận trực tuyến',
  'Công khai tiến độ giải quyết',
  'Đánh giá mức độ hài lòng về',
  'Chuẩn hóa quy trình',
  'Giảm giấy tờ trong',
  'Phân công tự động',
  'Tra cứu bằng mã QR',
  'Kiểm tra chéo',
);
const THINGS = list(
  'hồ sơ đất đai',
  'giấy phép xây dựng',
  'đăng ký hộ kinh doanh',
  'chứng thực bản sao',
  'đăng ký khai sinh',
  'đăng ký kết hôn',
  'trợ cấp người cao tuổi',
  'bảo hiểm y tế trẻ em',
  'giấy chứng nhận an toàn thực phẩm',
  'đơn thư khiếu nại',
  'văn bản đi và đến',
  'báo cáo cải cách hành chính',
  'thi đua khen thưởng',
  'kho lưu trữ tài liệu',
  'lịch tiếp công dân',
  'phản ánh kiến nghị của người dân',
  'tuyển sinh đầu cấp',
  'thu thuế đất phi nông nghiệp',
  'quyết toán ngân sách xã',
  'hồ sơ cán bộ công chức',
  'dữ liệu dân cư',
  'hộ nghèo và cận nghèo',
  'chính sách người có công',
  'cấp biển số nhà',
);
const MEANS = list(
  'bằng sổ theo dõi điện tử',
  'qua tin nhắn Zalo',
  'bằng bảng tính dùng chung',
  'trên cổng dịch vụ công',
  'bằng mẫu đơn điền sẵn',
  'qua tổng đài của huyện',
  'bằng trợ lý ảo',
  'ngay tại nhà văn hóa thôn',
  'trong một lần đến',
  'không cần bản giấy',
  'theo nguyên tắc năm rõ',
  'bằng chữ ký số',
  'qua bưu chính công ích',
  'bằng bản đồ số',
  'với ba mốc nhắc việc',
  'trong ngày làm việc',
);
const PLACES = list(
  'tại xã An Khánh',
  'tại xã Đông La',
  'tại thị trấn Trạm Trôi',
  'tại xã Sơn Đồng',
  'tại xã Kim Chung',
  'tại xã Vân Canh',
  'tại xã La Phù',
  'tại xã Dương Liễu',
  'tại Phòng Nội vụ',
  'tại Phòng Tư pháp',
  'tại Bộ phận Một cửa huyện',
  'trên địa bàn huyện',
  'cho người cao tuổi',
  'cho doanh nghiệp nhỏ',
  'cho người khuyết tật',
  'ở các thôn xa trung tâm',
);
const SENTENCES = list(
  'Người dân phải đi lại nhiều lần vì không biết hồ sơ thiếu giấy tờ gì.',
  'Cán bộ phụ trách ghi sổ tay nên khó theo dõi khi vắng mặt.',
  'Tỷ lệ hồ sơ đúng hạn của quý trước chưa đạt kế hoạch được giao.',
  'Mỗi hồ sơ được gắn một mã và cập nhật trạng thái ở từng bước xử lý.',
  'Hệ thống tự nhắc trước hạn ba ngày, một ngày và trong buổi sáng của ngày cuối.',
  'Lãnh đạo đơn vị xem được số hồ sơ sắp đến hạn của từng công chức.',
  'So với cách làm cũ, không phải nhập lại dữ liệu đã có ở bước tiếp nhận.',
  'Giải pháp dùng phần mềm sẵn có, không phát sinh kinh phí mua sắm.',
  'Sau sáu tháng áp dụng, thời gian chờ trung bình giảm từ năm ngày còn hai ngày.',
  'Ý kiến phản hồi của người dân được tổng hợp hằng tuần và trả lời công khai.',
  'Mẫu đơn được điền sẵn từ cơ sở dữ liệu dân cư, người dân chỉ kiểm tra và ký.',
  'Các xã khác có thể áp dụng ngay với một buổi hướng dẫn.',
);

const sentence = (salt: string): string => `pg_temp.pick(what || '${salt}', ${SENTENCES})`;

/** What initiatives say: titles of four parts, so that some resemble one another and a few are the same, and texts of a few sentences. */
export const TEXTS = `
  create function pg_temp.title(what text) returns text language sql immutable as $$
    select pg_temp.pick(what || 'v', ${VERBS}) || ' ' || pg_temp.pick(what || 't', ${THINGS}) || ' ' || pg_temp.pick(what || 'm', ${MEANS}) || ' ' || pg_temp.pick(what || 'p', ${PLACES}) $$;
  create function pg_temp.told(what text) returns text language sql immutable as $$ select ${sentence('a')} || ' ' || ${sentence('b')} $$;`;
