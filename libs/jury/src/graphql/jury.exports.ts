import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Actor, Refused, type WhyNot, type Words } from '#lib/kernel';
import { Exports, byPages, columnsOf } from '#lib/platform';
import { type JuryMemberRow, JuryQueries } from '../application/member/jury.queries.js';
import { ConflictQueries, type ConflictRow } from '../application/conflict/conflict.queries.js';
import { InvitationQueries, type JuryInvitationRow } from '../application/invitation/invitation.queries.js';
import { INVITATION_STATE_WORDS } from '../domain/invitation/jury-invitation.entity.js';
import { JuryInvitationsArguments } from './invitation.types.js';
import { ConflictsArguments, JuryArguments } from './jury.types.js';

const JUDGE: Words = { vi: 'Giám khảo', en: 'Judge' };
const member = columnsOf<JuryMemberRow>();
const invited = columnsOf<JuryInvitationRow>();
const conflict = columnsOf<ConflictRow>();

/** Who judges, was asked to, or may not, as files. */
@Injectable()
export class JuryExports implements OnModuleInit {
  constructor(
    private readonly exports: Exports,
    private readonly juries: JuryQueries,
    private readonly invitations: InvitationQueries,
    private readonly conflicts: ConflictQueries,
  ) {}

  onModuleInit(): void {
    this.exports.list({
      ...{ name: 'jury', title: { vi: 'Ban Giám khảo', en: 'The jury' }, fileName: 'ban-giam-khao' },
      ...{ context: 'scoring', permission: 'jury:manage', args: JuryArguments },
      whyNot: (actor, of) => this.whyNot(actor, 'jury:manage', of),
      rows: byPages((actor, args) => this.juries.jury(actor, args)),
      columns: [
        member.text('fullName', JUDGE, ({ person }) => person.fullName),
        member.text('unit', { vi: 'Đơn vị', en: 'Unit' }, ({ unit }, locale) => unit && (locale === 'vi' ? unit.nameVi : unit.nameEn)),
        member.yesNo('chair', { vi: 'Trưởng ban', en: 'Chair' }, (row) => row.chair),
        member.figure('loadMin', { vi: 'Ít nhất', en: 'At least' }, (row) => row.loadMin),
        member.figure('loadMax', { vi: 'Nhiều nhất', en: 'At most' }, (row) => row.loadMax),
        member.day('absentFrom', { vi: 'Vắng từ', en: 'Away from' }, (row) => row.absentFrom),
        member.day('absentTo', { vi: 'Vắng đến', en: 'Away until' }, (row) => row.absentTo),
      ],
    });
    this.exports.list({
      ...{
        name: 'juryInvitations',
        title: { vi: 'Lời mời vào Ban Giám khảo', en: 'Invitations to the jury' },
        fileName: 'loi-moi-giam-khao',
      },
      ...{ context: 'scoring', permission: 'seat:manage', args: JuryInvitationsArguments },
      whyNot: (actor, of) => this.whyNot(actor, 'seat:manage', of),
      rows: byPages((actor, args) => this.invitations.juryInvitations(actor, args)),
      columns: [
        invited.text('fullName', { vi: 'Người được mời', en: 'Invited' }, ({ person }) => person.fullName),
        invited.yesNo('chair', { vi: 'Trưởng ban', en: 'Chair' }, (row) => row.chair),
        invited.word('state', { vi: 'Trả lời', en: 'Answer' }, INVITATION_STATE_WORDS, (row) => row.state),
        invited.figure('conflictsFound', { vi: 'Số xung đột tìm thấy', en: 'Conflicts found' }, (row) => row.conflictsFound),
        invited.text('reason', { vi: 'Lý do từ chối', en: 'Declined for' }, (row) => row.reason),
        invited.text('invitedBy', { vi: 'Người mời', en: 'Invited by' }, (row) => row.invitedByName),
        invited.moment('invitedAt', { vi: 'Mời lúc', en: 'Invited at' }, (row) => row.invitedAt),
        invited.moment('answeredAt', { vi: 'Trả lời lúc', en: 'Answered at' }, (row) => row.answeredAt),
      ],
    });
    this.exports.list({
      ...{ name: 'conflicts', title: { vi: 'Xung đột lợi ích', en: 'Conflicts of interest' }, fileName: 'xung-dot-loi-ich' },
      ...{ context: 'scoring', permission: 'conflict:set', args: ConflictsArguments },
      whyNot: (actor, of) => this.whyNot(actor, 'conflict:set', of),
      rows: byPages((actor, args) => this.conflicts.conflicts(actor, args)),
      columns: [
        conflict.text('person', JUDGE, ({ person }) => person.fullName),
        conflict.text('receiptNumber', { vi: 'Mã hồ sơ', en: 'Receipt number' }, ({ initiative }) => initiative.receiptNumber),
        conflict.text('title', { vi: 'Tên sáng kiến', en: 'Title' }, ({ initiative }) => initiative.title),
        conflict.text('reason', { vi: 'Lý do', en: 'Reason' }, (row) => row.reason),
        conflict.yesNo('active', { vi: 'Đang có hiệu lực', en: 'In force' }, (row) => row.active),
        conflict.yesNo('waits', { vi: 'Chờ quyết định', en: 'Waits for a decision' }, (row) => row.waits),
        conflict.text('answer', { vi: 'Ý kiến của người ấy', en: 'What they say' }, (row) => row.answer),
        conflict.moment('createdAt', { vi: 'Ghi lúc', en: 'Noted' }, (row) => row.createdAt),
      ],
    });
  }

  /** Of a conflict that came up since the file was made, too: the judging of that contest is shut to its reader. */
  private async whyNot(actor: Actor, permission: string, of: { readonly contestId: string }): Promise<WhyNot> {
    return (await this.juries.seesJudging(actor, permission, of)) ? null : new Refused('NOT_FOUND');
  }
}
