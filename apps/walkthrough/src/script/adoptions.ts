export type AdoptionState = 'NOT_STARTED' | 'PREPARING' | 'PILOTING' | 'IN_USE' | 'SUSTAINED' | 'PAUSED' | 'NOT_SUITABLE' | 'DROPPED';

export const STATES_VI: Readonly<Record<AdoptionState, string>> = {
  NOT_STARTED: 'chưa triển khai',
  PREPARING: 'đang chuẩn bị',
  PILOTING: 'thí điểm',
  IN_USE: 'đang sử dụng',
  SUSTAINED: 'duy trì ổn định',
  PAUSED: 'tạm dừng',
  NOT_SUITABLE: 'không phù hợp',
  DROPPED: 'đã thôi',
};

/** How far a commune gets, by one letter each in the order of the twenty: used, tried, prepared, paused (halted), not suitable, exempt, nothing yet. */
export type Course = 'U' | 'T' | 'P' | 'H' | 'N' | 'E' | '-';

export const PATHS: Readonly<Record<Course, readonly AdoptionState[]>> = {
  U: ['PREPARING', 'PILOTING', 'IN_USE'],
  T: ['PREPARING', 'PILOTING'],
  P: ['PREPARING'],
  H: ['PREPARING', 'PAUSED'],
  N: ['NOT_SUITABLE'],
  E: [],
  '-': [],
};

export const REASONS_VI: Readonly<Partial<Record<AdoptionState, string>>> = {
  PAUSED: 'Tạm dừng để sửa chữa trụ sở bộ phận một cửa.',
  NOT_SUITABLE: 'Xã đang dùng giải pháp tương đương đã được thành phố cấp.',
};

export const EXEMPT_REASON = 'Xã đang thí điểm mô hình của thành phố nên chưa áp dụng.';

export interface IndicatorPlan {
  readonly key: string;
  readonly nameVi: string;
  readonly nameEn: string;
  readonly unitVi: string;
  readonly unitEn: string;
  readonly direction: 'UP' | 'DOWN';
  readonly aggregation: 'SUM' | 'LAST' | 'RATIO';
  readonly target: string | null;
}

export interface RolloutPlan {
  /** The key of the initiative. */
  readonly initiative: string;
  readonly titleVi: string;
  readonly titleEn: string;
  readonly decision: { readonly number: string; readonly title: string };
  /** One letter for each of the twenty, by name. */
  readonly courses: string;
  readonly indicators: readonly IndicatorPlan[];
}

/** What the winners become. */
export const rollouts: readonly RolloutPlan[] = [
  {
    initiative: 'qr',
    titleVi: 'Nhân rộng mã QR cho người cao tuổi',
    titleEn: 'Rollout of QR codes for the elderly',
    decision: { number: '8512/QĐ-UBND', title: 'Quyết định nhân rộng mã QR tra cứu thủ tục dành cho người cao tuổi' },
    courses: 'UUTUUPUUTUHUUEUUNUTU',
    indicators: [
      {
        key: 'ratings',
        nameVi: 'Số lượt đánh giá',
        nameEn: 'Ratings',
        unitVi: 'lượt',
        unitEn: 'ratings',
        direction: 'UP',
        aggregation: 'SUM',
        target: null,
      },
      {
        key: 'satisfied',
        nameVi: 'Tỷ lệ hài lòng',
        nameEn: 'Satisfied',
        unitVi: '%',
        unitEn: '%',
        direction: 'UP',
        aggregation: 'RATIO',
        target: '95',
      },
    ],
  },
  {
    initiative: 'assistant',
    titleVi: 'Nhân rộng trợ lý trả lời thủ tục',
    titleEn: 'Rollout of the assistant on procedures',
    decision: { number: '8513/QĐ-UBND', title: 'Quyết định nhân rộng trợ lý trả lời tự động về thủ tục hành chính' },
    courses: 'UTTUPPUU-TPUTTUUPUTE',
    indicators: [
      {
        key: 'answers',
        nameVi: 'Số câu trả lời',
        nameEn: 'Answers given',
        unitVi: 'câu',
        unitEn: 'answers',
        direction: 'UP',
        aggregation: 'SUM',
        target: null,
      },
    ],
  },
];
