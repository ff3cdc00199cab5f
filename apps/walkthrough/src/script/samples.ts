/** The two initiatives, written for the purpose, that judges mark before the real ones. */
export const samples = [
  {
    title: 'Hồ sơ mẫu A: Phiếu hẹn trả kết quả có mã tra cứu',
    problem: 'Người dân phải gọi điện hoặc đến tận nơi để hỏi hồ sơ đã giải quyết đến đâu.',
    solution: 'In mã tra cứu trên phiếu hẹn; quét mã là thấy hồ sơ đang ở bước nào và ngày trả.',
    novelty: 'Cải tiến phiếu hẹn đang dùng, chưa có đơn vị nào trong huyện áp dụng.',
    effect: 'Số cuộc gọi hỏi tình trạng hồ sơ giảm một nửa sau hai tháng áp dụng thử.',
  },
  {
    title: 'Hồ sơ mẫu B: Ghép lịch tiếp công dân với ngày họp thôn',
    problem: 'Buổi tiếp công dân định kỳ vắng người vì trùng ngày làm đồng.',
    solution: 'Chuyển buổi tiếp công dân của xã về nhà văn hóa thôn, ngay sau cuộc họp thôn hằng tháng.',
    novelty: 'Thay đổi cách tổ chức, không phát sinh thiết bị.',
    effect: 'Số lượt công dân đến gặp lãnh đạo xã tăng từ 3 lên 14 lượt mỗi tháng.',
  },
] as const;
