import { type CriterionSeed } from './types.js';

/**
 * Round 1, the dossier: 30 + 30 + 40 = 100. A preset, not "the rule": only the 30 for novelty and its bands were found
 * in a published scale (Sơn La, Phiếu đánh giá, Mẫu số 03). Those bands have whole-number edges, so novelty is marked in
 * whole points; a mark of 26,5 would lie in no band.
 */
export const dossierRubric: readonly CriterionSeed[] = [
  {
    key: 'novelty',
    name: { vi: 'Tính mới, tính sáng tạo', en: 'Novelty and creativity' },
    description: {
      vi: 'So với cách làm trước đó của đơn vị và các giải pháp đã công bố. Chỉ chọn một mức.',
      en: "Compared with the unit's earlier practice and with published solutions. Exactly one band applies.",
    },
    max: 30,
    step: 1,
    knockOutMin: 10,
    bands: [
      { from: 27, to: 30, wording: { vi: 'Hoàn toàn mới, được áp dụng lần đầu tiên', en: 'Wholly new, applied for the first time' } },
      {
        from: 21,
        to: 26,
        wording: { vi: 'Có cải tiến so với giải pháp trước đây ở mức độ khá', en: 'A fair improvement on the earlier solution' },
      },
      {
        from: 16,
        to: 20,
        wording: { vi: 'Có cải tiến so với giải pháp trước đây ở mức độ trung bình', en: 'An average improvement on the earlier solution' },
      },
      {
        from: 1,
        to: 15,
        wording: { vi: 'Có cải tiến so với giải pháp trước đây ở mức độ ít', en: 'A slight improvement on the earlier solution' },
      },
      {
        from: 0,
        to: 0,
        wording: { vi: 'Không có tính mới hoặc sao chép từ các giải pháp đã có', en: 'Nothing new, or copied from existing solutions' },
      },
    ],
  },
  {
    key: 'applicability',
    name: { vi: 'Khả năng áp dụng', en: 'Applicability' },
    description: {
      vi: 'Đã áp dụng hoặc áp dụng thử; phù hợp quy định, nguồn lực và trình độ của đơn vị; dễ làm theo.',
      en: 'Applied or tried out; fits the rules, means and skills of the unit; easy to follow.',
    },
    max: 30,
    step: 0.5,
    commentDue: true,
  },
  {
    key: 'effect',
    name: { vi: 'Hiệu quả', en: 'Effect' },
    description: {
      vi: 'Lợi ích đã thu được hoặc dự kiến, có số liệu và tài liệu minh chứng.',
      en: 'Benefit gained or expected, with figures and evidence.',
    },
    max: 40,
    step: 0.5,
    children: [
      {
        key: 'effect.economic',
        name: { vi: 'Hiệu quả kinh tế', en: 'Economic effect' },
        description: {
          vi: 'Tiết kiệm thời gian, chi phí in ấn, đi lại, nhân công của cơ quan và người dân.',
          en: 'Time, printing, travel and labour saved for the office and the citizen.',
        },
        max: 15,
        step: 0.5,
      },
      {
        key: 'effect.social',
        name: { vi: 'Hiệu quả xã hội', en: 'Social effect' },
        description: {
          vi: 'Mức độ hài lòng, tính công khai, minh bạch, hỗ trợ người yếu thế.',
          en: 'Satisfaction, openness and transparency, help for the vulnerable.',
        },
        max: 15,
        step: 0.5,
      },
      {
        key: 'effect.replicable',
        name: { vi: 'Khả năng nhân rộng', en: 'Replicability' },
        description: {
          vi: 'Có thể áp dụng tại các phòng, ban, xã, thị trấn khác mà không phát sinh chi phí lớn.',
          en: 'Can be taken up by other departments and communes at small cost.',
        },
        max: 10,
        step: 0.5,
      },
    ],
  },
];

/** Round 2, the presentation of ten minutes and the questions of five: 60 + 20 + 20 = 100. */
export const presentationRubric: readonly CriterionSeed[] = [
  {
    key: 'content',
    name: { vi: 'Nội dung sáng kiến', en: 'Content of the initiative' },
    description: {
      vi: 'Nêu rõ vấn đề, giải pháp, kết quả và kế hoạch nhân rộng; số liệu có nguồn.',
      en: 'States the problem, solution, result and plan for replication; figures have a source.',
    },
    max: 60,
    step: 0.5,
    knockOutMin: 30,
    commentDue: true,
  },
  {
    key: 'presentation',
    name: { vi: 'Cách trình bày', en: 'Presentation' },
    description: { vi: 'Mạch lạc, đúng thời gian 10 phút, có minh họa phù hợp.', en: 'Clear, within ten minutes, fittingly illustrated.' },
    max: 20,
    step: 0.5,
  },
  {
    key: 'answering',
    name: { vi: 'Trả lời câu hỏi của Ban Giám khảo', en: 'Answers to the jury' },
    description: {
      vi: 'Đúng trọng tâm, trung thực, nắm chắc quy định trong 5 phút hỏi đáp.',
      en: 'To the point, honest, sure of the rules, in five minutes of questions.',
    },
    max: 20,
    step: 0.5,
  },
];
