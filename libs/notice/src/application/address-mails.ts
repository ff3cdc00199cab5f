import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { EmailChangeService } from '#lib/identity';
import { SYSTEM } from '#lib/kernel';
import { Database, type Delivered, OnEvent } from '#lib/platform';
import { MailService } from './mail.service.js';
import { NoticeService } from './notice.service.js';

interface Changed {
  readonly changeId: string;
  readonly personId: string;
}

/** Mails the link to a new address, and tells the old one of what is asked and done. The token is made here, after the answer, so that no event holds it. */
@Injectable()
export class AddressMails {
  constructor(
    private readonly changes: EmailChangeService,
    private readonly mails: MailService,
    private readonly notices: NoticeService,
    private readonly database: Database,
  ) {}

  @OnEvent('notice.mailAddressLink', 'identity.emailChangeRequested')
  async mailLink({ id, payload: { changeId, personId } }: Delivered<Changed>): Promise<void> {
    const link = await this.changes.issueLink(changeId);
    const dedupeKey = `identity.emailChangeRequested:${id}`;
    await this.notices.tell(SYSTEM, { people: [personId], kind: 'identity.emailChangeRequested', wording: ASKED, path: '/me', dedupeKey });
    if (!link) return;
    const { address, token } = link;
    await this.mails.writeSecret(SYSTEM, {
      personId,
      address,
      wording: CONFIRM,
      path: `/confirm-email#${token}`,
      dedupeKey: `address-link:${id}`,
    });
  }

  @OnEvent('notice.tellAddressChanged', 'identity.emailChanged')
  async tellChanged({ id, payload: { changeId, personId } }: Delivered<Changed>): Promise<void> {
    const dedupeKey = `identity.emailChanged:${id}`;
    const found = await this.database.first(sql<{ previous: string | null }>`select previous from email_change where id = ${changeId}`);
    await this.notices.tell(SYSTEM, { people: [personId], kind: 'identity.emailChanged', wording: DONE, path: '/me', dedupeKey });
    if (found?.previous)
      await this.mails.writeLetter(SYSTEM, {
        personId,
        address: found.previous,
        wording: DONE,
        path: null,
        dedupeKey: `old-address:${id}`,
      });
  }
}

const ASKED = {
  vi: {
    subject: 'Có yêu cầu đổi địa chỉ thư điện tử',
    text: 'Có yêu cầu đổi địa chỉ thư điện tử của tài khoản Ông/Bà. Địa chỉ chỉ đổi khi người nhận thư ở địa chỉ mới xác nhận.\n\nNếu Ông/Bà không yêu cầu, xin đổi mật khẩu ngay và báo cho quản trị viên.',
  },
  en: {
    subject: 'Somebody asked to change your e-mail address',
    text: 'Somebody asked to change the e-mail address of your account. It changes only once it is confirmed from the new address.\n\nIf it was not you, change your password at once and tell an administrator.',
  },
};

const CONFIRM = {
  vi: {
    subject: 'Xác nhận địa chỉ thư điện tử mới',
    text: 'Có yêu cầu dùng địa chỉ này cho một tài khoản trên hệ thống cuộc thi sáng kiến cải cách hành chính. Liên kết dưới đây xác nhận địa chỉ, dùng được một lần, trong vòng một ngày.\n\nNếu Ông/Bà không yêu cầu, xin bỏ qua thư này.',
  },
  en: {
    subject: 'Confirm your new e-mail address',
    text: 'Somebody asked to use this address for an account on the platform of the contest for administrative-reform initiatives. The link below confirms it; it works once, within a day.\n\nIf it was not you, ignore this mail.',
  },
};

const DONE = {
  vi: {
    subject: 'Đã đổi địa chỉ thư điện tử',
    text: 'Địa chỉ thư điện tử của tài khoản Ông/Bà đã đổi; từ nay đăng nhập bằng địa chỉ mới.\n\nNếu Ông/Bà không thực hiện việc này, xin báo ngay cho quản trị viên.',
  },
  en: {
    subject: 'Your e-mail address has changed',
    text: 'The e-mail address of your account has changed; sign in with the new one from now on.\n\nIf it was not you, tell an administrator at once.',
  },
};
