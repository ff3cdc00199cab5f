import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { type GrantState, ROLE_WORDS } from '#domain/identity';
import { Clock, type Role, SYSTEM, localDate, shownDay } from '#lib/kernel';
import { Database, type Delivered, Every, OnEvent, Pieces } from '#lib/platform';
import { type Wordings } from '../domain/wording.js';
import { NoticeService } from './notice.service.js';

/** `ENDING`: somebody asked that a leader's role end; `KEPT`: and it goes on. */
type Became = GrantState | 'ENDING' | 'KEPT';

/** What is said of a role; `TO_COME`: it is confirmed and begins later. */
type Said = Became | 'TO_COME';

interface Changed {
  readonly grantId: string;
  readonly state: Became;
}

interface Found {
  readonly personId: string;
  readonly fullName: string;
  readonly role: Role;
  readonly unitVi: string;
  readonly unitEn: string;
  readonly validFrom: string;
  readonly decisionNumber: string | null;
  /** Who may confirm it, if it waits. */
  readonly deciders: string[];
}

const WHAT: Readonly<Record<Said, { vi: string; en: string }>> = {
  PROPOSED: { vi: 'được đề nghị cấp và đang chờ người thứ hai xác nhận', en: 'was proposed for you and waits for a second person' },
  IN_FORCE: { vi: 'đã có hiệu lực', en: 'is in force for you' },
  TO_COME: { vi: 'đã được cấp, có hiệu lực từ ngày {from}', en: 'was given to you and begins on {from}' },
  KEPT: { vi: 'không bị thu hồi: đề nghị thu hồi không được chấp nhận', en: 'stays yours: that it end was not confirmed' },
  REFUSED: { vi: 'không được xác nhận', en: 'was not confirmed for you' },
  WITHDRAWN: { vi: 'không còn được đề nghị', en: 'is no longer proposed for you' },
  ENDING: {
    vi: 'được đề nghị thu hồi; vai trò vẫn có hiệu lực cho đến khi người thứ hai hoặc chính Ông/Bà đồng ý',
    en: 'is to be taken from you; it holds until a second person or you yourself agree',
  },
  RESTING: { vi: 'tạm ngừng vì hồ sơ đã được gộp', en: 'rests, since the record was merged' },
  REVOKED: { vi: 'đã bị thu hồi', en: 'was taken from you' },
};

/** Tells people of every role that is proposed for them, given or taken, and those who may confirm what waits. What the system grants is laid out, not told. */
@Injectable()
export class GrantNotices {
  constructor(
    private readonly database: Database,
    private readonly notices: NoticeService,
    private readonly clock: Clock,
    private readonly pieces: Pieces,
  ) {}

  @OnEvent('notice.tellGrant', 'identity.grantChanged')
  async tellGrant({ id, payload: { grantId, state, by } }: Delivered<Changed & { by: string }>): Promise<void> {
    if (by === SYSTEM.id) return;
    const found = await this.found(grantId);
    if (!found) return;
    const toCome = state === 'IN_FORCE' && found.validFrom > localDate(this.clock.now());
    await this.tellOwn(found, toCome ? 'TO_COME' : state, toCome ? toComeKey(grantId) : `identity.grantChanged:${id}`);
    if (state !== 'PROPOSED' && state !== 'ENDING') return;
    await this.notices.tell(SYSTEM, {
      people: found.deciders.filter((decider) => decider !== by && decider !== found.personId),
      kind: 'identity.grantWaits',
      wording: decidersWords(found, state),
      path: '/grants',
      dedupeKey: `identity.grantWaits:${id}`,
    });
  }

  /** The operator of the machine gave a role without anybody's confirmation: whoever could have confirmed it is told too. */
  @OnEvent('notice.tellRescued', 'identity.rescued')
  async tellRescued({ id, payload: { grantId } }: Delivered<{ grantId: string }>): Promise<void> {
    const found = await this.found(grantId);
    if (!found) return;
    const people = [...found.deciders, found.personId];
    await this.notices.tell(SYSTEM, {
      people,
      kind: 'identity.rescued',
      wording: rescuedWords(found),
      path: '/me',
      dedupeKey: `identity.rescued:${id}`,
    });
  }

  /** Of a role that was told to begin later, on the day on which it does. */
  @Every('notice.tellGrantsBegun', 3600)
  async tellGrantsBegun(signal?: AbortSignal): Promise<void> {
    const begun = await this.database.rows(sql<{ id: string }>`
      select g.id from role_grant g where g.state = 'IN_FORCE' and g.valid_from <= ${localDate(this.clock.now())}::date
        and exists (select 1 from notice n where n.person_id = g.person_id and n.dedupe_key = ${TO_COME} || g.id)
        and not exists (select 1 from notice n where n.person_id = g.person_id and n.dedupe_key = ${BEGUN} || g.id) order by g.id`);
    const pieces = begun.map(({ id }) => [id, () => this.tellBegun(id)] as const);
    await this.pieces.each('notice.tellGrantsBegun', signal, pieces);
  }

  private async tellBegun(grantId: string): Promise<void> {
    const found = await this.found(grantId);
    if (found) await this.tellOwn(found, 'IN_FORCE', `${BEGUN}${grantId}`);
  }

  private tellOwn(found: Found, said: Said, dedupeKey: string): Promise<void> {
    const wording = ownWords(found, said);
    return this.notices.tell(SYSTEM, { people: [found.personId], kind: 'identity.grantChanged', wording, path: '/me', dedupeKey });
  }

  private found(grantId: string): Promise<Found | null> {
    return this.database.first(sql<Found>`
      with recursive above (id, parent_id) as (
        select u.id, u.parent_id from unit u join role_grant g on g.unit_id = u.id where g.id = ${grantId}
        union select u.id, u.parent_id from unit u join above on above.parent_id = u.id)
      select g.person_id as "personId", p.full_name as "fullName", g.role, u.name_vi as "unitVi", u.name_en as "unitEn", g.valid_from::text as "validFrom", g.decision_number as "decisionNumber",
        array(select distinct d.person_id::text from role_grant d join above on above.id = d.unit_id
          where d.role in ('ADMIN', 'LEADER') and d.state = 'IN_FORCE' and (d.valid_to is null or d.valid_to >= ${localDate(this.clock.now())}::date)) as deciders
      from role_grant g join person p on p.id = g.person_id join unit u on u.id = g.unit_id where g.id = ${grantId}`);
  }
}

const TO_COME = 'identity.grantToCome:';
const BEGUN = 'identity.grantBegun:';
const toComeKey = (grantId: string) => `${TO_COME}${grantId}`;

function ownWords({ role, unitVi, unitEn, validFrom }: Found, said: Said): Wordings {
  const what = { vi: WHAT[said].vi.replace('{from}', shownDay(validFrom)), en: WHAT[said].en.replace('{from}', shownDay(validFrom, 'en')) };
  return {
    vi: {
      subject: `Vai trò ${ROLE_WORDS[role].vi}: ${unitVi}`,
      text: `Vai trò ${ROLE_WORDS[role].vi} của Ông/Bà đối với ${unitVi} ${what.vi}.`,
    },
    en: { subject: `The role of ${ROLE_WORDS[role].en}: ${unitEn}`, text: `The role of ${ROLE_WORDS[role].en} for ${unitEn} ${what.en}.` },
  };
}

function decidersWords({ fullName, role, unitVi, unitEn }: Found, state: 'PROPOSED' | 'ENDING'): Wordings {
  if (state === 'ENDING') {
    const subject = {
      vi: `Đề nghị xác nhận thu hồi vai trò ${ROLE_WORDS[role].vi}: ${fullName}`,
      en: `A role to end: ${ROLE_WORDS[role].en}, ${fullName}`,
    };
    return {
      vi: {
        subject: subject.vi,
        text: `Có đề nghị thu hồi vai trò ${ROLE_WORDS[role].vi} của ${fullName} đối với ${unitVi}. Vai trò vẫn có hiệu lực cho đến khi một người thứ hai xác nhận.`,
      },
      en: {
        subject: subject.en,
        text: `Somebody asked that the role of ${ROLE_WORDS[role].en} of ${fullName} for ${unitEn} end. It holds until a second person has confirmed it.`,
      },
    };
  }
  return {
    vi: {
      subject: `Đề nghị xác nhận vai trò ${ROLE_WORDS[role].vi}: ${fullName}`,
      text: `Có đề nghị cấp vai trò ${ROLE_WORDS[role].vi} đối với ${unitVi} cho ${fullName}. Vai trò chỉ có hiệu lực sau khi một người thứ hai xác nhận.`,
    },
    en: {
      subject: `A role to confirm: ${ROLE_WORDS[role].en}, ${fullName}`,
      text: `The role of ${ROLE_WORDS[role].en} for ${unitEn} is proposed for ${fullName}. It begins only when a second person has confirmed it.`,
    },
  };
}

function rescuedWords({ fullName, role, unitVi, unitEn, decisionNumber }: Found): Wordings {
  return {
    vi: {
      subject: `Người vận hành máy chủ đã cấp vai trò ${ROLE_WORDS[role].vi}: ${fullName}`,
      text: `Người vận hành máy chủ đã cấp trực tiếp vai trò ${ROLE_WORDS[role].vi} đối với ${unitVi} cho ${fullName} theo Quyết định số ${decisionNumber ?? ''}, không qua người thứ hai xác nhận. Việc này đã được ghi nhật ký.`,
    },
    en: {
      subject: `The operator of the machine gave the role of ${ROLE_WORDS[role].en}: ${fullName}`,
      text: `The operator of the machine gave ${fullName} the role of ${ROLE_WORDS[role].en} for ${unitEn} by decision ${decisionNumber ?? ''}, without a second person. It stands in the audit log.`,
    },
  };
}
