import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { SYSTEM, shownDay } from '#lib/kernel';
import { type NoticeKind, NoticeService, type Told } from '#lib/notice';
import { Database, type Delivered, OnEvent } from '#lib/platform';
import { type CertificateState } from '../domain/certificate.entity.js';
import { CERTIFICATE_STATE, GROUND, INITIATIVE_ID } from './certificate.rows.js';

interface Found {
  readonly personId: string;
  readonly initiativeId: string;
  readonly initiative: string;
  /** Null on one of a recognition. */
  readonly prize: string | null;
  readonly state: CertificateState;
  readonly decisionNumber: string;
  readonly decidedOn: string;
  /** The decision by which it was revoked or replaced, and why; null while it is valid. */
  readonly endNumber: string | null;
  readonly endReason: string | null;
}

type OfCertificate = Delivered<{ certificateId: string }>;

/** What it is called in a sentence. */
const called = ({ prize }: Found): { readonly vi: string; readonly en: string } =>
  prize === null
    ? { vi: 'Giấy chứng nhận sáng kiến', en: 'Your certificate of the recognition' }
    : { vi: `Giấy chứng nhận ${prize}`, en: `Your certificate of the prize “${prize}”` };

/** Tells whoever is named on a certificate that it was issued, revoked or replaced. */
@Injectable()
export class CertificateNotices {
  constructor(
    private readonly database: Database,
    private readonly notices: NoticeService,
  ) {}

  /** Not of one that does not hold any more when this is delivered: that is told by itself. */
  @OnEvent('certificate.tellIssued', 'certificate.issued')
  tellIssued(delivered: OfCertificate): Promise<void> {
    return this.tell(delivered, { kind: 'certificate.issued', state: 'VALID' }, (found) => ({
      vi: {
        subject: `Đã cấp giấy chứng nhận: ${found.initiative}`,
        text: `${called(found).vi} đã được cấp theo Quyết định số ${found.decisionNumber} ngày ${shownDay(found.decidedOn)}. Mời Ông/Bà tải giấy chứng nhận tại trang của sáng kiến.`,
      },
      en: {
        subject: `Your certificate was issued: ${found.initiative}`,
        text: `${called(found).en} was issued; it rests on decision ${found.decisionNumber} of ${shownDay(found.decidedOn, 'en')}. It can be saved from the page of the initiative.`,
      },
    }));
  }

  @OnEvent('certificate.tellRevoked', 'certificate.revoked')
  tellRevoked(delivered: OfCertificate): Promise<void> {
    return this.tell(delivered, { kind: 'certificate.revoked', state: 'REVOKED' }, (found) => ({
      vi: {
        subject: `Giấy chứng nhận bị thu hồi: ${found.initiative}`,
        text: `${called(found).vi} bị thu hồi theo Quyết định số ${found.endNumber ?? ''}. Lý do: ${found.endReason ?? ''}`,
      },
      en: {
        subject: `Your certificate was revoked: ${found.initiative}`,
        text: `${called(found).en} was revoked by decision ${found.endNumber ?? ''}. Reason: ${found.endReason ?? ''}`,
      },
    }));
  }

  @OnEvent('certificate.tellReplaced', 'certificate.replaced')
  tellReplaced(delivered: OfCertificate): Promise<void> {
    return this.tell(delivered, { kind: 'certificate.replaced', state: 'REPLACED' }, (found) => ({
      vi: {
        subject: `Giấy chứng nhận được thay bằng giấy mới: ${found.initiative}`,
        text: `${called(found).vi} được thay bằng giấy mới theo Quyết định số ${found.endNumber ?? ''}; giấy cũ không còn hiệu lực. Lý do: ${found.endReason ?? ''}`,
      },
      en: {
        subject: `Your certificate was replaced: ${found.initiative}`,
        text: `${called(found).en} was replaced by decision ${found.endNumber ?? ''}; the old one does not hold any more. Reason: ${found.endReason ?? ''}`,
      },
    }));
  }

  private async tell(
    { id, payload }: OfCertificate,
    { kind, state }: { readonly kind: NoticeKind; readonly state: CertificateState },
    wording: (found: Found) => Told['wording'],
  ): Promise<void> {
    const found = await this.database.first(sql<Found>`
      select x.person_id as "personId", ${INITIATIVE_ID} as "initiativeId", x.fields->>'initiative' as initiative, x.fields->>'prize' as prize,
        ${CERTIFICATE_STATE} as state, x.fields->>'decisionNumber' as "decisionNumber", x.fields->>'decidedOn' as "decidedOn",
        x.end_number as "endNumber", x.end_reason as "endReason"
      from certificate x ${GROUND} where x.id = ${payload.certificateId}`);
    if (found?.state !== state) return;
    const path = `/initiatives/${found.initiativeId}`;
    await this.notices.tell(SYSTEM, { people: [found.personId], kind, wording: wording(found), path, dedupeKey: `${kind}:${id}` });
  }
}
