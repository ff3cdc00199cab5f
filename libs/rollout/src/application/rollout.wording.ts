import { shownDay } from '#lib/kernel';

interface Wording {
  readonly vi: { readonly subject: string; readonly text: string };
  readonly en: { readonly subject: string; readonly text: string };
}

export interface AdoptedWords {
  readonly titleVi: string;
  readonly titleEn: string;
  readonly decisionNumber: string;
  readonly decidedOn: string;
  readonly startedOn: string;
  readonly dueOn: string | null;
}

export interface ReportWords {
  /** How the period is called. */
  readonly nameVi: string;
  readonly nameEn: string;
  readonly unitVi: string;
  readonly unitEn: string;
}

/** To the communes that are to take an initiative up. */
export function adoptedWords(words: AdoptedWords): Wording {
  const { vi, en } = decided(words);
  return {
    vi: {
      subject: `Nhân rộng sáng kiến: ${words.titleVi}`,
      text: `${vi} Đề nghị đơn vị tổ chức triển khai và cập nhật tình hình áp dụng trên hệ thống.`,
    },
    en: {
      subject: `To be rolled out: ${words.titleEn}`,
      text: `${en} Please put it to use in your unit and keep its state up to date on the platform.`,
    },
  };
}

/** To the unit that leads it. */
export function leadWords(words: AdoptedWords): Wording {
  const { vi, en } = decided(words);
  return {
    vi: {
      subject: `Được giao chủ trì nhân rộng sáng kiến: ${words.titleVi}`,
      text: `${vi} Đơn vị được giao chủ trì; đề nghị hướng dẫn, theo dõi và đôn đốc các xã, thị trấn thực hiện.`,
    },
    en: {
      subject: `Your unit leads a rollout: ${words.titleEn}`,
      text: `${en} Your unit leads it: please guide the communes and follow how far they are.`,
    },
  };
}

function decided({ titleVi, titleEn, decisionNumber, decidedOn, startedOn, dueOn }: AdoptedWords): { vi: string; en: string } {
  const due =
    dueOn === null
      ? { vi: '', en: '' }
      : { vi: `, hạn hoàn thành ngày ${shownDay(dueOn)}`, en: `, to be done by ${shownDay(dueOn, 'en')}` };
  return {
    vi: `“${titleVi}” được triển khai theo Quyết định số ${decisionNumber} ngày ${shownDay(decidedOn)}, bắt đầu từ ngày ${shownDay(startedOn)}${due.vi}.`,
    en: `“${titleEn}” is rolled out by decision ${decisionNumber} of ${shownDay(decidedOn, 'en')}, from ${shownDay(startedOn, 'en')}${due.en}.`,
  };
}

export function reportReturnedWords({ nameVi, nameEn, unitVi, unitEn }: ReportWords, reason: string): Wording {
  return {
    vi: {
      subject: `Báo cáo được trả lại: ${nameVi}`,
      text: `Báo cáo của ${unitVi} (${nameVi}) được trả lại để chỉnh sửa. Lý do: ${reason}\n\nĐề nghị chỉnh sửa và gửi lại báo cáo.`,
    },
    en: {
      subject: `Report returned: ${nameEn}`,
      text: `The report of ${unitEn} (${nameEn}) was returned. Reason: ${reason}\n\nPlease correct it and submit it again.`,
    },
  };
}

export function reportApprovedWords({ nameVi, nameEn, unitVi, unitEn }: ReportWords): Wording {
  return {
    vi: { subject: `Báo cáo đã được duyệt: ${nameVi}`, text: `Báo cáo của ${unitVi} (${nameVi}) đã được duyệt.` },
    en: { subject: `Report approved: ${nameEn}`, text: `The report of ${unitEn} (${nameEn}) has been approved.` },
  };
}

interface Titles {
  readonly titleVi: string;
  readonly titleEn: string;
}

/** To a commune that said its use is sustained: by when it shows so again. */
export function checkDueWords({ titleVi, titleEn }: Titles, check: string, until: string): Wording {
  return {
    vi: {
      subject: `Cần minh chứng duy trì ổn định: ${titleVi}`,
      text: `Kỳ kiểm tra việc duy trì “${titleVi}” là ngày ${shownDay(check)}. Đề nghị gửi minh chứng mới trước ngày ${shownDay(until)}; sau ngày đó trạng thái trở về đang sử dụng.`,
    },
    en: {
      subject: `Evidence of sustained use is due: ${titleEn}`,
      text: `Sustained use of “${titleEn}” is checked on ${shownDay(check, 'en')}. Please give fresh evidence before ${shownDay(until, 'en')}; from that day on it counts as in use only.`,
    },
  };
}

/** To a commune whose sustained use counts as use only. */
export function decayedWords({ titleVi, titleEn }: Titles): Wording {
  return {
    vi: {
      subject: `Trở về trạng thái đang sử dụng: ${titleVi}`,
      text: `Không có minh chứng mới nên “${titleVi}” tại đơn vị trở về trạng thái đang sử dụng. Đề nghị gửi minh chứng nếu việc áp dụng vẫn được duy trì.`,
    },
    en: {
      subject: `In use only, no longer sustained: ${titleEn}`,
      text: `No fresh evidence came, so “${titleEn}” counts as in use only in your unit. Please give evidence if it is still kept up.`,
    },
  };
}

/** To who approves reports. */
export function reportSubmittedWords({ nameVi, nameEn, unitVi, unitEn }: ReportWords): Wording {
  return {
    vi: {
      subject: `Báo cáo chờ duyệt: ${unitVi}, ${nameVi}`,
      text: `${unitVi} đã gửi báo cáo (${nameVi}). Đề nghị Ông/Bà xem và duyệt báo cáo, hoặc trả lại kèm lý do.`,
    },
    en: {
      subject: `A report waits for approval: ${unitEn}, ${nameEn}`,
      text: `${unitEn} has sent its report (${nameEn}). Please look at it and approve it, or return it with a reason.`,
    },
  };
}
