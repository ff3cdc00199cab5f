import { type OfficialPaper } from './paper.js';

/** A decision with everything that a paper can have, for the tests of its looks. */
export const SAMPLE: OfficialPaper = {
  superior: 'Ủy ban nhân dân thành phố Hà Nội',
  issuer: 'Ủy ban nhân dân huyện Hoài Đức',
  symbol: 'QĐ-UBND',
  number: 5,
  place: 'Hoài Đức',
  date: '2026-02-03',
  kind: 'Quyết định',
  subject: 'Về việc công nhận kết quả và trao giải Cuộc thi “Tìm kiếm sáng kiến, giải pháp về cải cách hành chính” năm 2026',
  addressees: [],
  authority: 'Chủ tịch Ủy ban nhân dân huyện Hoài Đức',
  bases: [
    'Căn cứ Luật Tổ chức chính quyền địa phương',
    'Căn cứ Kế hoạch số 45/KH-UBND ngày 02 tháng 3 năm 2026 của Ủy ban nhân dân huyện Hoài Đức về tổ chức Cuộc thi',
    'Theo đề nghị của Trưởng Phòng Nội vụ huyện tại Tờ trình số 12/TTr-NV ngày 30 tháng 01 năm 2026',
  ],
  decides: 'Quyết định',
  body: [
    {
      kind: 'article',
      number: 1,
      text: 'Công nhận kết quả Cuộc thi và trao giải cho 03 sáng kiến có tên trong danh sách kèm theo Quyết định này.',
    },
    { kind: 'article', number: 2, text: 'Kinh phí khen thưởng là 30.000.000 đồng (Bằng chữ: Ba mươi triệu đồng).' },
    {
      kind: 'article',
      number: 3,
      text: 'Chánh Văn phòng Hội đồng nhân dân và Ủy ban nhân dân huyện, Trưởng Phòng Nội vụ và các đơn vị, cá nhân có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này./.',
    },
  ],
  signers: [{ on: null, position: 'Chủ tịch', name: 'Nguyễn Văn Ướm' }],
  recipients: ['Như Điều 3', 'Thường trực Huyện ủy (để báo cáo)', 'Lưu: VT, NV'],
  annexes: [
    {
      title: 'Danh sách sáng kiến được trao giải',
      note: '(Kèm theo Quyết định số 05/QĐ-UBND ngày 03 tháng 02 năm 2026 của Ủy ban nhân dân huyện Hoài Đức)',
      landscape: true,
      blocks: [
        {
          kind: 'table',
          columns: [
            { title: 'STT', share: 1, align: 'center' },
            { title: 'Tên sáng kiến', share: 6, align: 'left' },
            { title: 'Tác giả, đơn vị', share: 4, align: 'left' },
            { title: 'Điểm', share: 1.5, align: 'right' },
          ],
          rows: [
            ['1', 'Nhắc hạn giấy phép kinh doanh bằng tin nhắn', 'Nguyễn Thị Hòa, Phòng Kinh tế', '92,50'],
            ['2', 'Quét mã QR đánh giá sự hài lòng', 'Trần Văn Đoàn, Xã An Khánh', '90,25'],
          ],
        },
      ],
    },
  ],
  draft: null,
  illustrative: false,
};
