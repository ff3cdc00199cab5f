import { localMoment } from '#lib/kernel';
import { CONTEST_PHASE_WORDS, type DatedPhase } from '../domain/phases.js';

interface Wording {
  readonly vi: { readonly subject: string; readonly text: string };
  readonly en: { readonly subject: string; readonly text: string };
}

export interface ContestWords {
  readonly title: string;
  readonly titleEn: string;
  readonly deadline: Date | null;
}

const until = (deadline: Date | null) => ({
  vi: deadline ? localMoment(deadline) : 'theo kế hoạch',
  en: deadline ? localMoment(deadline, 'en') : 'the day in the plan',
});

export function announcedWords({ title, titleEn, deadline }: ContestWords): Wording {
  return {
    vi: {
      subject: `Phát động Cuộc thi “${title}”`,
      text: `Cuộc thi “${title}” đã được phát động.\n\nHạn gửi sáng kiến: ${until(deadline).vi}. Kế hoạch, thể lệ và tiêu chí chấm điểm được đăng tải trên hệ thống. Đề nghị các cơ quan, đơn vị triển khai đến cán bộ, công chức, viên chức và người lao động.`,
    },
    en: {
      subject: `The contest “${titleEn}” is announced`,
      text: `The contest “${titleEn}” has been announced.\n\nInitiatives are taken until ${until(deadline).en}. The plan, the rules and the criteria are on the platform.`,
    },
  };
}

export function deadlineNearWords({ title, titleEn }: ContestWords, deadline: Date): Wording {
  const { vi, en } = until(deadline);
  return {
    vi: {
      subject: `Sắp hết hạn gửi sáng kiến: ${vi}`,
      text: `Cuộc thi “${title}” nhận sáng kiến đến ${vi}.\n\nChỉ sáng kiến đã gửi mới được xét. Nếu đang soạn sáng kiến, đề nghị Ông/Bà kiểm tra lại hồ sơ, tài liệu minh chứng, tỷ lệ đóng góp của các tác giả và gửi trước thời hạn trên.`,
    },
    en: {
      subject: `The deadline is near: ${en}`,
      text: `The contest “${titleEn}” takes initiatives until ${en}.\n\nOnly what has been sent is considered. Where an initiative is being drafted, please check the dossier, the evidence and the shares of the authors, and send it in time.`,
    },
  };
}

export function datesMovedWords({ title, titleEn, deadline }: ContestWords, decisionNumber: string): Wording {
  return {
    vi: {
      subject: `Điều chỉnh thời gian Cuộc thi “${title}”`,
      text: `Thời gian tổ chức Cuộc thi “${title}” được điều chỉnh theo Quyết định số ${decisionNumber}.\n\nHạn gửi sáng kiến hiện nay: ${until(deadline).vi}.`,
    },
    en: {
      subject: `Dates of the contest “${titleEn}” have moved`,
      text: `The dates of the contest “${titleEn}” were moved by decision ${decisionNumber}.\n\nInitiatives are now taken until ${until(deadline).en}.`,
    },
  };
}

export function cancelledWords({ title, titleEn }: ContestWords, reason: string): Wording {
  return {
    vi: { subject: `Hủy Cuộc thi “${title}”`, text: `Cuộc thi “${title}” đã bị hủy.\n\nLý do: ${reason}` },
    en: { subject: `The contest “${titleEn}” is cancelled`, text: `The contest “${titleEn}” has been cancelled.\n\nReason: ${reason}` },
  };
}

export function phaseDueWords({ title, titleEn }: ContestWords, phase: DatedPhase): Wording {
  const { vi, en } = CONTEST_PHASE_WORDS[phase];
  return {
    vi: {
      subject: `Đã đến giai đoạn ${vi}: ${title}`,
      text: `Theo kế hoạch, Cuộc thi “${title}” đã đến giai đoạn ${vi}.\n\nĐề nghị kiểm tra các điều kiện còn thiếu và chuyển giai đoạn trên hệ thống, hoặc điều chỉnh thời gian bằng quyết định.`,
    },
    en: {
      subject: `Due now, ${en}: ${titleEn}`,
      text: `By its dates, the contest “${titleEn}” has come to the phase “${en}”.\n\nPlease see to what is still missing and advance it, or move the dates by a decision.`,
    },
  };
}
