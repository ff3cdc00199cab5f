import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { type ResetState } from '#domain/identity';
import { type FactorChange } from '#lib/identity';
import { SYSTEM } from '#lib/kernel';
import { Database, type Delivered, OnEvent } from '#lib/platform';
import { type Wordings } from '../domain/wording.js';
import { NoticeService } from './notice.service.js';

interface Found {
  readonly personId: string;
  readonly fullName: string;
  readonly reason: string;
  /** Who may confirm it, if it waits. */
  readonly deciders: string[];
}

const NOT_YOU = {
  vi: 'Nếu Ông/Bà không thực hiện việc này, xin đổi mật khẩu ngay và báo cho quản trị viên.',
  en: 'If it was not you, change your password at once and tell an administrator.',
};

const OWN: Readonly<Record<Exclude<FactorChange, 'CODE_SPENT'>, Wordings>> = {
  ENROLLED: {
    vi: {
      subject: 'Đã thiết lập xác thực hai bước',
      text: `Xác thực hai bước đã được thiết lập cho tài khoản của Ông/Bà. ${NOT_YOU.vi}`,
    },
    en: { subject: 'A second factor was set up', text: `A second factor was set up for your account. ${NOT_YOU.en}` },
  },
  REMOVED: {
    vi: { subject: 'Đã gỡ xác thực hai bước', text: `Xác thực hai bước của tài khoản Ông/Bà đã được gỡ bỏ. ${NOT_YOU.vi}` },
    en: { subject: 'Your second factor was removed', text: `The second factor of your account was removed. ${NOT_YOU.en}` },
  },
  CODES_RENEWED: {
    vi: {
      subject: 'Đã cấp lại mã khôi phục',
      text: `Mười mã khôi phục mới đã được cấp cho tài khoản của Ông/Bà; các mã cũ không còn dùng được. ${NOT_YOU.vi}`,
    },
    en: {
      subject: 'New recovery codes',
      text: `Ten new recovery codes were made for your account; those before no longer work. ${NOT_YOU.en}`,
    },
  },
};

/** Tells people of all that becomes of their second factor, and those who may confirm a reset of those that wait. */
@Injectable()
export class FactorNotices {
  constructor(
    private readonly database: Database,
    private readonly notices: NoticeService,
  ) {}

  @OnEvent('notice.tellSecondFactor', 'identity.secondFactorChanged')
  async tellChange({ id, payload: { personId, what } }: Delivered<{ personId: string; what: FactorChange }>): Promise<void> {
    const wording = what === 'CODE_SPENT' ? codeSpent(await this.codesLeft(personId)) : OWN[what];
    const dedupeKey = `identity.secondFactorChanged:${id}`;
    await this.notices.tell(SYSTEM, { people: [personId], kind: 'identity.secondFactorChanged', wording, path: '/me', dedupeKey });
  }

  @OnEvent('notice.tellFactorReset', 'identity.factorResetChanged')
  async tellReset({ id, payload: { resetId, state, by } }: Delivered<{ resetId: string; state: ResetState; by: string }>): Promise<void> {
    const found = await this.found(resetId);
    if (!found) return;
    await this.notices.tell(SYSTEM, {
      people: [found.personId],
      kind: 'identity.factorResetChanged',
      wording: RESET[state],
      path: '/me',
      dedupeKey: `identity.factorResetChanged:${id}`,
    });
    const atTheMachine = by === SYSTEM.id && state === 'DONE';
    if (state !== 'PROPOSED' && !atTheMachine) return;
    await this.notices.tell(SYSTEM, {
      people: found.deciders.filter((decider) => decider !== by && decider !== found.personId),
      kind: atTheMachine ? 'identity.factorResetAtTheMachine' : 'identity.factorResetWaits',
      wording: atTheMachine ? machineWords(found) : decidersWords(found),
      path: '/factor-resets',
      dedupeKey: `identity.factorResetWaits:${id}`,
    });
  }

  private async codesLeft(personId: string): Promise<number> {
    const found = await this.database.first(sql<{ left: number }>`
      select count(*)::int as left from recovery_code c join second_factor f on f.id = c.factor_id
      where f.person_id = ${personId} and c.used_at is null`);
    return found?.left ?? 0;
  }

  private found(resetId: string): Promise<Found | null> {
    return this.database.first(sql<Found>`
      with recursive above (id, parent_id) as (
        select u.id, u.parent_id from unit u join factor_reset r on r.id = ${resetId} join person p on p.id = r.person_id
          where u.id = p.unit_id or (p.unit_id is null and u.parent_id is null)
        union select u.id, u.parent_id from unit u join above on above.parent_id = u.id)
      select r.person_id as "personId", p.full_name as "fullName", r.reason,
        array(select distinct d.person_id::text from role_grant d join above on above.id = d.unit_id
          where d.role in ('ADMIN', 'LEADER') and d.state = 'IN_FORCE') as deciders
      from factor_reset r join person p on p.id = r.person_id where r.id = ${resetId}`);
  }
}

function codeSpent(left: number): Wordings {
  const n = String(left);
  return {
    vi: {
      subject: `Đã dùng một mã khôi phục, còn ${n} mã`,
      text: `Một mã khôi phục của tài khoản Ông/Bà vừa được dùng; còn lại ${n} mã. ${NOT_YOU.vi}`,
    },
    en: {
      subject: `A recovery code was used, ${n} left`,
      text: `A recovery code of your account was just used; ${n} are left. ${NOT_YOU.en}`,
    },
  };
}

const RESET: Readonly<Record<ResetState, Wordings>> = {
  PROPOSED: {
    vi: {
      subject: 'Có đề nghị đặt lại xác thực hai bước',
      text: 'Có đề nghị đặt lại xác thực hai bước của tài khoản Ông/Bà và đang chờ người thứ hai xác nhận. Nếu Ông/Bà không đề nghị, xin đăng nhập bằng mã xác thực: đề nghị sẽ tự hết hiệu lực.',
    },
    en: {
      subject: 'A reset of your second factor is proposed',
      text: 'It is proposed to reset the second factor of your account; it waits for a second person. If you did not ask for it, sign in with your code: that ends the proposal.',
    },
  },
  DONE: {
    vi: {
      subject: 'Xác thực hai bước đã được đặt lại',
      text: 'Xác thực hai bước của tài khoản Ông/Bà đã được gỡ để thiết lập lại; mọi phiên đăng nhập đã kết thúc. Xin đặt lại mật khẩu bằng liên kết gửi qua thư điện tử (Quên mật khẩu), đăng nhập và thiết lập lại trong vòng 24 giờ. Nếu Ông/Bà không đề nghị, xin đổi mật khẩu ngay và báo cho lãnh đạo đơn vị.',
    },
    en: {
      subject: 'Your second factor was reset',
      text: 'The second factor of your account was taken off so that you set up another; all your sessions ended. Have a link mailed to you (forgotten password), set your password by it, and set up another within 24 hours. If you did not ask for it, change your password at once and tell the leader of your unit.',
    },
  },
  REFUSED: {
    vi: { subject: 'Không đặt lại xác thực hai bước', text: 'Đề nghị đặt lại xác thực hai bước của tài khoản Ông/Bà không được xác nhận.' },
    en: { subject: 'Your second factor is not reset', text: 'The reset of the second factor of your account was not confirmed.' },
  },
  WITHDRAWN: {
    vi: {
      subject: 'Đề nghị đặt lại xác thực hai bước đã được rút',
      text: 'Đề nghị đặt lại xác thực hai bước của tài khoản Ông/Bà đã được rút lại.',
    },
    en: { subject: 'Your second factor is not reset', text: 'The reset of the second factor of your account is no longer proposed.' },
  },
};

function machineWords({ fullName, reason }: Found): Wordings {
  return {
    vi: {
      subject: `Xác thực hai bước đã được đặt lại tại máy chủ: ${fullName}`,
      text: `Người vận hành máy chủ đã đặt lại xác thực hai bước của ${fullName}, không qua người thứ hai. Lý do: ${reason}. Xin hỏi trực tiếp người này và người vận hành nếu chưa được biết trước.`,
    },
    en: {
      subject: `A second factor was reset at the server: ${fullName}`,
      text: `Whoever keeps the server reset the second factor of ${fullName}, without a second person. Reason: ${reason}. If you did not know of it, please ask both of them in person.`,
    },
  };
}

function decidersWords({ fullName }: Found): Wordings {
  return {
    vi: {
      subject: `Đề nghị xác nhận đặt lại xác thực hai bước: ${fullName}`,
      text: `Có đề nghị đặt lại xác thực hai bước cho ${fullName}, người có quyền đối với việc chấm. Xin hỏi trực tiếp người này trước khi xác nhận.`,
    },
    en: {
      subject: `A reset of a second factor to confirm: ${fullName}`,
      text: `It is proposed to reset the second factor of ${fullName}, who has a right over the judging. Please ask them in person before you confirm.`,
    },
  };
}
