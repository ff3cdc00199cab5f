import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { SYSTEM, shownDay } from '#lib/kernel';
import { Database, type Delivered, OnEvent } from '#lib/platform';
import { type Wordings } from '../domain/wording.js';
import { NoticeService } from './notice.service.js';

interface Found {
  readonly titleVi: string;
  readonly titleEn: string;
  readonly unitVi: string;
  readonly unitEn: string;
  readonly from: string;
  readonly to: string | null;
}

/** Tells people of a position that somebody else recorded for them, or ended: it may bring conflicts. */
@Injectable()
export class PositionNotices {
  constructor(
    private readonly database: Database,
    private readonly notices: NoticeService,
  ) {}

  @OnEvent('notice.tellPosition', 'identity.positionChanged')
  async tellPosition({ id, payload }: Delivered<Record<'positionId' | 'personId' | 'by', string>>): Promise<void> {
    const { positionId, personId, by } = payload;
    if (by === SYSTEM.id || by === personId) return;
    const found = await this.database.first(sql<Found>`
      select o.title_vi as "titleVi", o.title_en as "titleEn", u.name_vi as "unitVi", u.name_en as "unitEn", o."from"::text as "from", o."to"::text as "to"
      from position o join unit u on u.id = o.unit_id where o.id = ${positionId}`);
    if (!found) return;
    const dedupeKey = `identity.positionChanged:${id}`;
    await this.notices.tell(SYSTEM, {
      people: [personId],
      kind: 'identity.positionChanged',
      wording: words(found),
      path: '/me',
      dedupeKey,
    });
  }
}

function words({ titleVi, titleEn, unitVi, unitEn, from, to }: Found): Wordings {
  const until = to === null ? { vi: '', en: '' } : { vi: ` đến ngày ${shownDay(to)}`, en: ` to ${shownDay(to, 'en')}` };
  return {
    vi: {
      subject: `Chức vụ của Ông/Bà: ${titleVi}, ${unitVi}`,
      text: `Hệ thống đã ghi nhận chức vụ ${titleVi} của Ông/Bà tại ${unitVi}, từ ngày ${shownDay(from)}${until.vi}. Nếu chưa đúng, xin báo cho quản trị viên của đơn vị: chức vụ là căn cứ để xác định xung đột lợi ích.`,
    },
    en: {
      subject: `Your position: ${titleEn}, ${unitEn}`,
      text: `Your position of ${titleEn} in ${unitEn} was recorded, from ${shownDay(from, 'en')}${until.en}. If that is not right, please tell the administrator of the unit: conflicts of interest are found by positions.`,
    },
  };
}
