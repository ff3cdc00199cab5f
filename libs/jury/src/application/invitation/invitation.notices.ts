import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { SYSTEM } from '#lib/kernel';
import { NoticeService } from '#lib/notice';
import { Database, type Delivered, OnEvent } from '#lib/platform';
import { type InvitationState } from '../../domain/invitation/jury-invitation.entity.js';
import { OrganiserQueries } from '../organiser.queries.js';

interface Found {
  readonly contestId: string;
  readonly personId: string;
  readonly fullName: string;
  readonly title: string;
  readonly titleEn: string;
  readonly chair: boolean;
  readonly state: InvitationState;
}

/** Tells who is invited, and the organisers what they answered. Why somebody declined stands in the list of invitations alone. */
@Injectable()
export class InvitationNotices {
  constructor(
    private readonly database: Database,
    private readonly notices: NoticeService,
    private readonly organisers: OrganiserQueries,
  ) {}

  @OnEvent('scoring.tellInvited', 'jury.invited')
  async tellInvited({ id, payload: { invitationId } }: Delivered<{ invitationId: string }>): Promise<void> {
    const found = await this.found(invitationId);
    if (!found) return;
    const { personId, title, titleEn, chair } = found;
    await this.notices.tell(SYSTEM, {
      people: [personId],
      kind: 'jury.invited',
      wording: {
        vi: {
          subject: `Mời tham gia Ban Giám khảo: ${title}`,
          text: `Ban Tổ chức cuộc thi “${title}” trân trọng mời Ông/Bà tham gia Ban Giám khảo${chair ? ' với vai trò Trưởng ban' : ''}. Đề nghị Ông/Bà trả lời trên hệ thống; trường hợp không thể tham gia, xin nêu rõ lý do.`,
        },
        en: {
          subject: `Invitation to the jury: ${titleEn}`,
          text: `The organisers of ${titleEn} invite you to join its jury${chair ? ' as its chair' : ''}. Please answer on the platform; if you cannot take part, please say why.`,
        },
      },
      path: '/invitations',
      dedupeKey: `jury.invited:${id}`,
    });
  }

  @OnEvent('scoring.tellAnswered', 'jury.answered')
  async tellAnswered({ id, payload: { invitationId } }: Delivered<{ invitationId: string }>): Promise<void> {
    const found = await this.found(invitationId);
    if (!found) return;
    const { contestId, personId, state } = found;
    const withdrawn = state === 'WITHDRAWN';
    await this.notices.tell(SYSTEM, {
      people: withdrawn ? [personId] : await this.organisers.organisersOf(contestId),
      kind: 'jury.answered',
      wording: withdrawn ? withdrawnWords(found) : answeredWords(found),
      path: withdrawn ? '/invitations' : `/contests/${contestId}/invitations`,
      dedupeKey: `jury.answered:${id}`,
    });
  }

  private found(invitationId: string): Promise<Found | null> {
    return this.database.first(sql<Found>`
      select v.contest_id as "contestId", v.person_id as "personId", p.full_name as "fullName", ct.title, ct.title_en as "titleEn", v.chair, v.state
      from jury_invitation v join contest ct on ct.id = v.contest_id join person p on p.id = v.person_id where v.id = ${invitationId}`);
  }
}

function withdrawnWords({ title, titleEn }: Found) {
  return {
    vi: {
      subject: `Thu hồi lời mời tham gia Ban Giám khảo: ${title}`,
      text: `Ban Tổ chức cuộc thi “${title}” đã thu hồi lời mời Ông/Bà tham gia Ban Giám khảo. Trân trọng cảm ơn sự quan tâm của Ông/Bà.`,
    },
    en: {
      subject: `Invitation to the jury taken back: ${titleEn}`,
      text: `The organisers of ${titleEn} have taken back your invitation to its jury. Thank you for your interest.`,
    },
  };
}

function answeredWords({ state, fullName, title, titleEn }: Found) {
  const [vi, en] = state === 'ACCEPTED' ? ['nhận lời', 'joins the jury'] : ['từ chối', 'declined to join the jury'];
  return {
    vi: {
      subject: `${fullName} ${vi} tham gia Ban Giám khảo`,
      text: `${fullName} đã ${vi} tham gia Ban Giám khảo cuộc thi “${title}”.${state === 'DECLINED' ? ' Lý do được ghi trong danh sách lời mời.' : ''}`,
    },
    en: {
      subject: `${fullName} ${en}`,
      text: `${fullName} ${en} of ${titleEn}.${state === 'DECLINED' ? ' The reason stands in the list of invitations.' : ''}`,
    },
  };
}
