import { Injectable } from '@nestjs/common';
import { PasswordService } from '#lib/identity';
import { SYSTEM } from '#lib/kernel';
import { type Delivered, OnEvent } from '#lib/platform';
import { type Wordings } from '../domain/wording.js';
import { MailService } from './mail.service.js';

interface Requested {
  /** Null where nobody has the address that was asked for. */
  readonly personId: string | null;
  readonly kind: 'PASSWORD_RESET' | 'INVITATION';
}

const WORDING: Readonly<Record<Requested['kind'], Wordings>> = {
  PASSWORD_RESET: {
    vi: {
      subject: 'Đặt lại mật khẩu',
      text: 'Có yêu cầu đặt lại mật khẩu cho tài khoản của Ông/Bà. Liên kết dưới đây chỉ dùng được một lần, trong vòng một giờ.\n\nNếu Ông/Bà không yêu cầu, xin bỏ qua thư này; mật khẩu không thay đổi.',
    },
    en: {
      subject: 'Reset your password',
      text: 'Somebody asked to reset the password of your account. The link below works once, within an hour.\n\nIf it was not you, ignore this mail; your password stays as it is.',
    },
  },
  INVITATION: {
    vi: {
      subject: 'Tài khoản của Ông/Bà trên hệ thống cuộc thi sáng kiến',
      text: 'Một tài khoản đã được tạo cho Ông/Bà trên hệ thống cuộc thi sáng kiến cải cách hành chính. Xin đặt mật khẩu qua liên kết dưới đây; liên kết dùng được một lần, trong vòng bảy ngày.',
    },
    en: {
      subject: 'Your account on the contest platform',
      text: 'An account was made for you on the platform of the contest for administrative-reform initiatives. Please set a password by the link below; it works once, within seven days.',
    },
  },
};

/** Mails the links by which people set their passwords. The token is made here, after the answer, so that no event holds it. */
@Injectable()
export class PasswordMails {
  constructor(
    private readonly passwords: PasswordService,
    private readonly mails: MailService,
  ) {}

  @OnEvent('notice.mailPasswordLink', 'identity.passwordLinkRequested')
  async mailLink({ id, payload }: Delivered<Requested>): Promise<void> {
    const { personId, kind } = payload;
    if (personId === null) return;
    const { token } = await this.passwords.issueLink(SYSTEM, personId, kind);
    await this.mails.writeSecret(SYSTEM, {
      personId,
      wording: WORDING[kind],
      path: `/set-password#${token}`,
      dedupeKey: `password-link:${id}`,
    });
  }
}
