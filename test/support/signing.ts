import { Notice } from '#domain/notice';
import { type RunningContest } from './harness.js';

interface List {
  readonly title: string;
  readonly titleEn: string;
}

/** Who was told what of the list of prizes, in both languages. */
export async function toldOfList(contest: RunningContest, contestId: string, kind: string): Promise<string[][]> {
  const notices = await contest.em().find(Notice, { kind, path: `/contests/${contestId}/prizes` });
  return notices.map(({ person, textVi, textEn }) => [person.id, textVi, textEn]);
}

export const submittedTexts = ({ title, titleEn, prizes }: List & { readonly prizes: number }): string[] => [
  `Danh sách giải của cuộc thi “${title}” gồm ${String(prizes)} giải đã được trình và chờ phê duyệt. Đề nghị Ông/Bà xem danh sách và bảng xếp hạng, rồi phê duyệt bằng quyết định hoặc trả lại kèm lý do.`,
  `The list of prizes of the contest “${titleEn}”, ${String(prizes)} in all, was submitted and waits to be signed. Please look at the list and the standings, then approve it by a decision or return it with a reason.`,
];

/** By decision 1234/QĐ-UBND of that day. */
export function approvedTexts({ title, titleEn, on }: List & { readonly on: string }): string[] {
  const [year = '', month = '', day = ''] = on.split('-');
  const inEnglish = new Date(`${on}T00:00:00Z`).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return [
    `Danh sách giải của cuộc thi “${title}” đã được phê duyệt theo Quyết định số 1234/QĐ-UBND ngày ${day}/${month}/${year}. Đề nghị Ông/Bà công bố kết quả trên hệ thống.`,
    `The list of prizes of the contest “${titleEn}” was approved by decision 1234/QĐ-UBND of ${inEnglish}. Please publish the result on the platform.`,
  ];
}
