import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { takesPart } from '#lib/initiative';
import { SYSTEM, shownDay } from '#lib/kernel';
import { type NoticeKind, NoticeService, type Told } from '#lib/notice';
import { Database, type Delivered, OnEvent } from '#lib/platform';
import { type RecognitionState } from '../domain/recognition-states.js';
import { RECEIPT } from './recognition.scope.js';

interface Found {
  readonly title: string;
  readonly state: RecognitionState;
  readonly receipt: string | null;
  readonly decideBy: string | null;
  readonly councilNumber: string | null;
  readonly reason: string | null;
  readonly revocationNumber: string | null;
  readonly revocationReason: string | null;
  readonly authors: readonly string[];
  readonly members: readonly string[];
}

interface Whom {
  readonly kind: NoticeKind;
  readonly whom: 'authors' | 'members';
}

/** Tells authors what becomes of their application, and members of a council that they are seated. */
@Injectable()
export class RecognitionNotices {
  constructor(
    private readonly database: Database,
    private readonly notices: NoticeService,
  ) {}

  @OnEvent('recognition.tellAccepted', 'recognition.accepted')
  tellAccepted(delivered: Delivered): Promise<void> {
    return this.tell(delivered, { kind: 'recognition.accepted', whom: 'authors' }, ({ title, receipt, decideBy }) => ({
      vi: {
        subject: `Đã tiếp nhận đơn đề nghị công nhận sáng kiến: ${title}`,
        text: `Đơn được ghi sổ số ${receipt ?? ''}. Kết quả xét công nhận được trả chậm nhất ngày ${shownDay(decideBy ?? '')}.`,
      },
      en: {
        subject: `Your application for recognition was received: ${title}`,
        text: `It is number ${receipt ?? ''} of the register. It is decided by ${shownDay(decideBy ?? '', 'en')}.`,
      },
    }));
  }

  @OnEvent('recognition.tellSeated', 'recognition.seated')
  tellSeated(delivered: Delivered): Promise<void> {
    return this.tell(delivered, { kind: 'recognition.seated', whom: 'members' }, ({ title, councilNumber, decideBy }) => ({
      vi: {
        subject: `Mời tham gia Hội đồng sáng kiến: ${title}`,
        text: `Theo Quyết định số ${councilNumber ?? ''}, ông (bà) là thành viên Hội đồng xét công nhận sáng kiến này; thời hạn xét đến hết ngày ${shownDay(decideBy ?? '')}.`,
      },
      en: {
        subject: `You are in the council on: ${title}`,
        text: `By decision ${councilNumber ?? ''} you are a member of the council on this initiative; it is decided by ${shownDay(decideBy ?? '', 'en')}.`,
      },
    }));
  }

  @OnEvent('recognition.tellDecided', 'recognition.decided')
  tellDecided(delivered: Delivered): Promise<void> {
    return this.tell(delivered, { kind: 'recognition.decided', whom: 'authors' }, ({ title, state, reason }) =>
      state === 'REFUSED'
        ? {
            vi: {
              subject: `Sáng kiến không được công nhận: ${title}`,
              text: `Hội đồng không công nhận sáng kiến. Lý do: ${reason ?? ''}`,
            },
            en: { subject: `The initiative was not recognised: ${title}`, text: `The council refused it. Reasons: ${reason ?? ''}` },
          }
        : {
            vi: {
              subject: `Sáng kiến được công nhận: ${title}`,
              text: 'Hội đồng đã công nhận sáng kiến. Xem kết quả và phạm vi ảnh hưởng.',
            },
            en: {
              subject: `The initiative was recognised: ${title}`,
              text: 'The council recognised it. See the result and how far it reaches.',
            },
          },
    );
  }

  @OnEvent('recognition.tellRevoked', 'recognition.revoked')
  tellRevoked(delivered: Delivered): Promise<void> {
    return this.tell(delivered, { kind: 'recognition.revoked', whom: 'authors' }, ({ title, revocationNumber, revocationReason }) => ({
      vi: {
        subject: `Hủy bỏ công nhận sáng kiến: ${title}`,
        text: `Việc công nhận sáng kiến bị hủy bỏ theo Quyết định số ${revocationNumber ?? ''}. Lý do: ${revocationReason ?? ''}`,
      },
      en: {
        subject: `A recognition was revoked: ${title}`,
        text: `The recognition was revoked by decision ${revocationNumber ?? ''}. Reason: ${revocationReason ?? ''}`,
      },
    }));
  }

  private async tell({ id, payload }: Delivered, { kind, whom }: Whom, wording: (found: Found) => Told['wording']): Promise<void> {
    const recognitionId = String(payload.recognitionId);
    const found = await this.database.first(sql<Found>`
      select i.title, r.state, ${RECEIPT} as receipt, r.decide_by::text as "decideBy",
        r.council_number as "councilNumber", r.reason, r.revocation_number as "revocationNumber", r.revocation_reason as "revocationReason",
        array(select a.person_id::text from initiative_author a where a.initiative_id = i.id and ${takesPart(sql`a`)}
          union select r.applied_by_id::text) as authors,
        array(select s.person_id::text from recognition_seat s where s.recognition_id = r.id) as members
      from recognition r join initiative i on i.id = r.initiative_id where r.id = ${recognitionId}`);
    if (!found) return;
    const path = `/recognitions/${recognitionId}`;
    await this.notices.tell(SYSTEM, { people: found[whom], kind, wording: wording(found), path, dedupeKey: `${kind}:${id}` });
  }
}
