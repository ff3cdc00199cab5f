export interface PlanWords {
  readonly title: string;
  readonly titleEn: string;
  readonly reason: string | null;
  /** Whether the leader had approved it. */
  readonly approved: boolean;
}

type Wording = Record<'vi' | 'en', { readonly subject: string; readonly text: string }>;

export function planSubmittedWords({ title, titleEn }: PlanWords): Wording {
  return {
    vi: {
      subject: `Kế hoạch cuộc thi chờ phê duyệt: ${title}`,
      text: `Kế hoạch của cuộc thi “${title}” đã được trình và chờ phê duyệt. Đề nghị Ông/Bà xem thời gian các giai đoạn, quy tắc chấm, cơ cấu giải thưởng và các văn bản, rồi phê duyệt hoặc trả lại kèm nội dung cần sửa. Cuộc thi chỉ được phát động sau khi kế hoạch được phê duyệt.`,
    },
    en: {
      subject: `A plan waits to be approved: ${titleEn}`,
      text: `The plan of the contest “${titleEn}” was sent and waits to be approved. Please look at the dates, the rule book, the prizes and the papers, then approve the plan or return it with what is to be changed. The contest is announced only once its plan is approved.`,
    },
  };
}

export function planApprovedWords({ title, titleEn }: PlanWords): Wording {
  return {
    vi: {
      subject: `Kế hoạch cuộc thi đã được phê duyệt: ${title}`,
      text: `Lãnh đạo đã phê duyệt kế hoạch của cuộc thi “${title}”. Đề nghị Ông/Bà phát động cuộc thi theo đúng kế hoạch; nếu sửa bất cứ nội dung nào thì phải trình phê duyệt lại.`,
    },
    en: {
      subject: `The plan was approved: ${titleEn}`,
      text: `The leader has approved the plan of the contest “${titleEn}”. Please announce the contest as planned; whatever is changed before has to be approved anew.`,
    },
  };
}

export function planReturnedWords({ title, titleEn, reason }: PlanWords): Wording {
  return {
    vi: {
      subject: `Kế hoạch cuộc thi được trả lại: ${title}`,
      text: `Lãnh đạo trả lại kế hoạch của cuộc thi “${title}”. Nội dung cần sửa: ${reason ?? ''}\n\nĐề nghị Ông/Bà chỉnh sửa và trình lại.`,
    },
    en: {
      subject: `The plan was returned: ${titleEn}`,
      text: `The leader has returned the plan of the contest “${titleEn}”. What is to be changed: ${reason ?? ''}\n\nPlease change the plan and send it again.`,
    },
  };
}

export function planChangedWords({ title, titleEn, approved }: PlanWords): Wording {
  return {
    vi: {
      subject: `Kế hoạch cuộc thi đã được sửa: ${title}`,
      text: `Kế hoạch của cuộc thi “${title}” đã được sửa sau khi ${approved ? 'Ông/Bà phê duyệt. Phê duyệt trước đây không còn hiệu lực' : 'trình. Bản đã trình không còn chờ phê duyệt'}; kế hoạch mới sẽ được trình lại.`,
    },
    en: {
      subject: `The plan was changed: ${titleEn}`,
      text: `The plan of the contest “${titleEn}” was changed after it was ${approved ? 'approved. The approval no longer holds' : 'sent. What was sent no longer waits to be approved'}; the new plan will be sent again.`,
    },
  };
}
