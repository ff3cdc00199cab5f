import { foldMarks, shownDay } from '#lib/kernel';
import { type ReminderWording } from './licence-dates.js';

/** What a holder is told of; days as `YYYY-MM-DD`. */
export interface ReminderFacts {
  readonly wording: ReminderWording;
  readonly kind: { readonly name: string };
  readonly licence: { readonly licenceNumber: string };
  readonly holder: string;
  readonly unit: { readonly nameVi: string };
  readonly expiresOn: string;
  readonly fileBy: string;
  /** The last working day up to then; null where it is not known. */
  readonly safeOn: string | null;
}

/** The end of what tells it from others, before the letters of the office: enough to know one's own by, and too little to look another's up. */
export function lastFour(licenceNumber: string): string {
  const [told = ''] = licenceNumber.replace(/\s/g, '').split('/');
  return told.length > 4 ? `…${told.slice(-4)}` : told;
}

/** The same as sentences of a letter or mail, in Vietnamese, as its reader is a business of the commune. */
export function reminderText({ wording, kind, licence, holder, unit, expiresOn, fileBy, safeOn }: ReminderFacts): string {
  const paper = `${kind.name} số ${licence.licenceNumber} cấp cho ${holder}`;
  if (wording === 'EXPIRED')
    return `${paper} đã hết hạn ngày ${shownDay(expiresOn)}. Đề nghị liên hệ ${unit.nameVi} để được hướng dẫn trước khi tiếp tục kinh doanh.`;
  if (wording === 'OVERDUE')
    return `${paper} hết hạn ngày ${shownDay(expiresOn)}. Hạn nộp hồ sơ đề nghị cấp lại là ngày ${shownDay(fileBy)} đã qua. Đề nghị nộp hồ sơ sớm nhất có thể và liên hệ ${unit.nameVi} để được hướng dẫn.`;
  const moved = safeOn !== null && safeOn < fileBy ? ` (ngày làm việc cuối cùng trước đó là ${shownDay(safeOn)})` : '';
  return `${paper} hết hạn ngày ${shownDay(expiresOn)}. Hồ sơ đề nghị cấp lại cần nộp chậm nhất ngày ${shownDay(fileBy)}${moved}. Đề nghị chuẩn bị và nộp hồ sơ đúng hạn.`;
}

export const reminderSubject = ({ wording, kind: { name } }: Pick<ReminderFacts, 'wording' | 'kind'>): string =>
  ({
    BEFORE: `Nhắc nộp hồ sơ cấp lại: ${name}`,
    OVERDUE: `Quá hạn nộp hồ sơ cấp lại: ${name}`,
    EXPIRED: `Giấy đã hết hạn: ${name}`,
  })[wording];

const SMS_LENGTH = 160;

/** One short message without marks, as providers take it at the price of one. */
export function smsText({ wording, kind, licence, unit: { nameVi }, expiresOn, fileBy, safeOn }: ReminderFacts): string {
  const said = {
    BEFORE: `nop ho so cap lai cham nhat ${shownDay(safeOn ?? fileBy)}`,
    OVERDUE: `da qua han nop ho so cap lai, de nghi nop ngay`,
    EXPIRED: 'da het han, de nghi lien he',
  }[wording];
  const plain = (text: string) => capitals(text);
  const end = ` so ${lastFour(licence.licenceNumber).replace('…', '')} het han ${shownDay(expiresOn)}: ${said}. `;
  const room = SMS_LENGTH - end.length;
  const unit = plain(nameVi).slice(0, Math.min(40, room));
  return `${plain(kind.name).slice(0, Math.max(0, room - unit.length))}${end}${unit}`;
}

/** Without marks, a capital at the beginning. */
function capitals(text: string): string {
  const folded = foldMarks(text);
  return folded.charAt(0).toUpperCase() + folded.slice(1);
}
