import { useLingui } from '@lingui/react/macro';

/** What the choices of a rule book are called, where they are made and where they are compared. */
export function useChoiceWords() {
  const { t } = useLingui();
  return {
    aggregation: { MEAN: t`trung bình các phiếu`, MEDIAN: t`trung vị các phiếu`, TRIMMED_MEAN: t`trung bình, bỏ cao nhất và thấp nhất` },
    trimming: { SHEETS: t`cả phiếu`, CRITERIA: t`điểm của từng tiêu chí` },
    furtherMark: { JOINS: t`tính cùng các phiếu đầu`, REPLACES: t`thay phiếu lệch xa nhất`, DECIDES: t`quyết định một mình` },
    join: { ALL: t`cả hai điều kiện`, ANY: t`một trong hai điều kiện` },
    visibility: { NAMED: t`thấy tác giả và đơn vị`, ANONYMOUS: t`không thấy tác giả và đơn vị` },
    combination: { FINAL_ONLY: t`là điểm của vòng cuối`, WEIGHTED: t`cộng các vòng theo trọng số` },
    rankOn: { UNROUNDED: t`điểm chưa làm tròn`, ROUNDED: t`điểm đã làm tròn` },
    step: { CRITERION: t`điểm của một tiêu chí`, ROUND_SCORE: t`điểm của một vòng`, CHAIR_VOTE: t`trưởng Ban Giám khảo quyết định` },
    publicText: {
      PROBLEM: t`Vấn đề`,
      SOLUTION: t`Giải pháp`,
      NOVELTY: t`Tính mới`,
      EFFECT: t`Hiệu quả`,
      INFLUENCE: t`Phạm vi ảnh hưởng`,
    },
    authorsRead: {
      ROUNDS: t`đã qua những vòng nào`,
      RANK: t`hạng`,
      SCORE: t`điểm`,
      COMMENTS: t`nhận xét của giám khảo, không kèm tên`,
    },
  } as const;
}
