/** The secretariat sends an initiative back for more. */
export const returnReasons: readonly string[] = [
  'Đề nghị bổ sung giấy xác nhận áp dụng của đơn vị và số liệu so sánh trước, sau khi áp dụng.',
  'Bản thuyết minh chưa nêu rõ ngày áp dụng lần đầu; đề nghị bổ sung và gửi lại.',
  'Tỷ lệ đóng góp của các đồng tác giả chưa khớp với phiếu đăng ký bản giấy; đề nghị rà soát.',
  'Tệp minh chứng không mở được; đề nghị gửi lại bản quét rõ nét ở định dạng PDF.',
  'Đề nghị làm rõ điểm mới so với sáng kiến tương tự đã đạt giải năm 2023.',
];

/** Screening finds an initiative not eligible. */
export const rejectionReasons: readonly string[] = [
  'Nội dung đã được công nhận và trao giải trong cuộc thi năm trước, không có cải tiến đáng kể.',
  'Đề xuất thuộc nhiệm vụ chuyên môn được giao, chưa thể hiện giải pháp cải cách hành chính.',
  'Quá thời hạn bổ sung hồ sơ mà đơn vị không gửi lại.',
];

/** Screening lets an initiative through. */
export const eligibleReasons: readonly string[] = [
  'Hồ sơ đầy đủ, đúng lĩnh vực, đủ điều kiện chấm sơ khảo.',
  'Đã bổ sung minh chứng theo yêu cầu, đủ điều kiện dự thi.',
  'Có kế thừa giải pháp năm trước, phần cải tiến rõ ràng, đủ điều kiện dự thi.',
];

export const withdrawalReasons: readonly string[] = [
  'Đơn vị đề nghị rút để hoàn thiện thêm số liệu và dự thi năm sau.',
  'Giải pháp đã được chuyển sang dự thi cấp thành phố.',
];

export const disqualificationReasons: readonly string[] = [
  'Xác minh cho thấy tác giả chính là thành viên Tổ giúp việc của Ban Tổ chức.',
  'Nội dung sao chép từ tài liệu đã công bố của đơn vị khác, tác giả đã xác nhận bằng văn bản.',
];

/** A judge steps back, or is set aside. */
export const conflictReasons: readonly string[] = [
  'Tôi từng hướng dẫn nhóm tác giả xây dựng giải pháp này.',
  'Tác giả là người thân trong gia đình.',
  'Tôi đã tham gia tổ công tác triển khai thử giải pháp tại xã.',
];

/** A card is not needed any more. */
export const excuseReasons: readonly string[] = [
  'Giám khảo nghỉ ốm theo giấy xác nhận, đã phân công người khác chấm thay.',
  'Giám khảo được cử đi công tác đột xuất trong thời gian chấm.',
];

/** A commune does not take an initiative up, or stops. */
export const adoptionReasons = {
  paused: 'Tạm dừng do cán bộ phụ trách chuyển công tác, chờ phân công người thay.',
  pausedForEquipment: 'Tạm dừng vì máy tính tại bộ phận một cửa hỏng, đang chờ kinh phí thay thế.',
  notSuitable: 'Số hồ sơ phát sinh dưới 5 hồ sơ mỗi tháng nên việc áp dụng riêng không hiệu quả.',
  notSuitableShared: 'Đã dùng chung hệ thống của huyện, không cần triển khai riêng tại xã.',
  dropped: 'Dừng áp dụng để chuyển sang hệ thống dùng chung của thành phố.',
  exempt: 'Được miễn triển khai trong năm do trụ sở đang cải tạo, bộ phận một cửa hoạt động tại địa điểm tạm.',
} as const;

/** The result departs from the standings or from the prize plan. */
export const departureReasons: readonly string[] = [
  'Ban Tổ chức thống nhất không trao đủ số giải Khuyến khích do các bài còn lại chưa đạt mức điểm tối thiểu.',
  'Hai sáng kiến bằng điểm sau khi áp dụng toàn bộ tiêu chí phụ; Ban Tổ chức thống nhất trao thêm một giải.',
];

/** A report of a commune goes back, or a closed period is opened for one commune. */
export const reportReasons = {
  returned: 'Số liệu lũy kế thấp hơn kỳ trước, đề nghị kiểm tra và gửi lại.',
  reopened: 'Cho phép nhập bổ sung do sự cố đường truyền trong hai ngày cuối kỳ, có biên bản xác nhận.',
} as const;

/** A phase of a contest moves by decision. */
export const extensionReasons: readonly string[] = [
  'Gia hạn thời gian nhận bài theo đề nghị của các xã, thị trấn do trùng đợt tổng kết năm học.',
  'Lùi thời gian chấm sơ khảo ba ngày làm việc để bổ sung giám khảo thay thế.',
];
