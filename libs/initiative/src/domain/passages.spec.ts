import { passagesAlike } from './passages.js';

test('a sentence that says much the same is found wherever it stands, tone marks and words that were put in aside', () => {
  const own = {
    problem: 'Người dân phải đi lại nhiều lần. Nhiều hộ kinh doanh để quá hạn giấy phép vì không nhớ ngày.',
    solution: 'Khác.',
  };
  const other = {
    title: 'Nhắc hạn',
    effect: 'Nhieu ho kinh doanh de qua han giay phep vi khong nho ro ngay;\nGiảm chi phí in ấn cho đơn vị.',
  };

  expect(passagesAlike(own, other)).toEqual([
    {
      field: 'PROBLEM',
      text: 'Nhiều hộ kinh doanh để quá hạn giấy phép vì không nhớ ngày.',
      otherField: 'EFFECT',
      otherText: 'Nhieu ho kinh doanh de qua han giay phep vi khong nho ro ngay;',
    },
  ]);
});

test('the same syllables in other company, and sentences of few words, resemble nothing', () => {
  expect(passagesAlike({ problem: 'Cán bộ trả kết quả cho dân' }, { problem: 'Dân cho kết cán bộ quả trả' })).toEqual([]);
  expect(passagesAlike({ problem: 'Hồ sơ chậm.' }, { problem: 'Hồ sơ chậm.' })).toEqual([]);
});

test('three passages at most, the most alike first, each sentence once', () => {
  const line = (at: number, end = '') => `Bộ phận một cửa tiếp nhận hồ sơ số ${String(at)} trong ngày làm việc${end}.`;
  const own = { solution: [1, 2, 3, 4].map((at) => line(at)).join('\n') };
  const found = passagesAlike(own, { solution: `${line(4, ' đầu tuần')}\n${line(1)}\n${line(2)}\n${line(3)}` });

  expect(found.map(({ text, otherText }) => [text, otherText])).toEqual([1, 2, 3].map((at) => [line(at), line(at)]));
});
