import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { type MergeState } from '#domain/identity';
import { SYSTEM } from '#lib/kernel';
import { Database, type Delivered, OnEvent } from '#lib/platform';
import { type Wordings } from '../domain/wording.js';
import { MailService } from './mail.service.js';
import { NoticeService } from './notice.service.js';

interface Changed {
  readonly mergeId: string;
  readonly state: MergeState;
}

interface Found {
  readonly mergedId: string;
  readonly mergedName: string;
  readonly mergedEmail: string | null;
  readonly keptId: string;
  readonly keptName: string;
  readonly keptEmail: string | null;
  readonly reason: string;
}

/** Tells people at every address they have that their records were merged, or stand apart again: whoever is not the same person says so. */
@Injectable()
export class MergeNotices {
  constructor(
    private readonly database: Database,
    private readonly notices: NoticeService,
    private readonly mails: MailService,
  ) {}

  @OnEvent('notice.tellMerge', 'identity.personMergeChanged')
  async tellMerge({ id, payload: { mergeId, state } }: Delivered<Changed>): Promise<void> {
    if (state !== 'IN_FORCE' && state !== 'UNDONE') return;
    const found = await this.database.first(sql<Found>`
      select m.merged_id as "mergedId", merged.full_name as "mergedName", merged.email as "mergedEmail", m.kept_id as "keptId", kept.full_name as "keptName",
        kept.email as "keptEmail", coalesce(m.undo_reason, m.reason) as reason
      from person_merge m join person merged on merged.id = m.merged_id join person kept on kept.id = m.kept_id where m.id = ${mergeId}`);
    if (!found) return;
    const wording = wordsOf(found, state);
    const dedupeKey = `identity.personMergeChanged:${id}`;
    await this.notices.tell(SYSTEM, { people: [found.keptId], kind: 'identity.recordsMerged', wording, path: '/me', dedupeKey });
    if (found.mergedEmail) await this.mails.writeLetter(SYSTEM, { personId: found.mergedId, wording, path: null, dedupeKey });
  }
}

const ADDRESS = { vi: 'không có địa chỉ thư', en: 'no address' };

function wordsOf({ mergedName, mergedEmail, keptName, keptEmail, reason }: Found, state: 'IN_FORCE' | 'UNDONE'): Wordings {
  const two = (locale: 'vi' | 'en') => ({
    merged: `${mergedName} (${mergedEmail ?? ADDRESS[locale]})`,
    kept: `${keptName} (${keptEmail ?? ADDRESS[locale]})`,
  });
  const [vi, en] = [two('vi'), two('en')];
  if (state === 'UNDONE')
    return {
      vi: {
        subject: 'Đã hủy việc gộp hồ sơ',
        text: `Hồ sơ ${vi.merged} và hồ sơ ${vi.kept} lại là hai hồ sơ riêng; tài khoản và vai trò tạm ngừng đã hoạt động trở lại. Lý do: ${reason}`,
      },
      en: {
        subject: 'Your records stand apart again',
        text: `The record ${en.merged} and the record ${en.kept} stand apart again; the account and the roles that rested are back. Reason: ${reason}`,
      },
    };
  return {
    vi: {
      subject: 'Đã gộp hai hồ sơ của Ông/Bà',
      text: `Hồ sơ ${vi.merged} đã được gộp vào hồ sơ ${vi.kept}. Từ nay xin đăng nhập bằng hồ sơ giữ lại; vai trò của hồ sơ kia tạm ngừng. Lý do: ${reason}\n\nNếu đây không phải là cùng một người, xin báo ngay cho quản trị viên.`,
    },
    en: {
      subject: 'Two records of yours were merged',
      text: `The record ${en.merged} was merged into the record ${en.kept}. Sign in with the latter from now on; the roles of the former rest. Reason: ${reason}\n\nIf the two are not one person, tell an administrator at once.`,
    },
  };
}
