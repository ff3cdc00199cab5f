import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { SYSTEM, addMonths, localDate } from '#lib/kernel';
import { type Act, Every, UnitOfWork } from '#lib/platform';
import { CONTACTS_GRACE_MONTHS, CONTACTS_KEPT_MONTHS } from '../domain/licence.entity.js';

/** How holders are reached is forgotten 24 months after the last day of a licence, or after it was renewed or over, once nothing was written of it for a month; a successor has it for itself. */
@Injectable()
export class ContactsSweep {
  constructor(private readonly work: UnitOfWork) {}

  @Every('procedure.forget', 86_400)
  async forget(): Promise<void> {
    await this.work.act(SYSTEM, 'job:procedure.forget', async ({ em, at, record }) => {
      const { licences, entries } = await forgetContacts(em, at);
      if (licences + entries > 0) record({ subject: { type: 'Sweep', id: 'procedure' }, after: { licences, entries } });
    });
  }
}

/** Also in what the log keeps apart of them, where a contact was taken out before; the chain holds its salted hash, and the salt goes too. */
async function forgetContacts(em: Act['em'], at: Date): Promise<{ licences: number; entries: number }> {
  const before = addMonths(localDate(at), -CONTACTS_KEPT_MONTHS);
  const settled = addMonths(localDate(at), -CONTACTS_GRACE_MONTHS);
  const { rows } = await sql<{ licences: number; entries: number }>`
    with over as (
      select l.id from licence l where coalesce(l.renewed_on, l.ended_on, l.expires_on) < ${before}::date
        and not exists (select 1 from audit_entry e where e.subject_id = l.id::text and e.at >= ${settled}::date)
    ), forgotten as (
      update licence l set contact = null, phone = null, email = null, address = null, version = version + 1 from over
      where l.id = over.id and num_nonnulls(l.contact, l.phone, l.email, l.address) > 0
      returning 1
    ), told as (
      update audit_personal p set value = null, salt = '', erased_at = ${at} from audit_entry e join over on e.subject_id = over.id::text
      where e.seq = p.seq and p.erased_at is null and e.subject_type = 'Licence'
      returning 1
    )
    select (select count(*) from forgotten)::int as licences, (select count(*) from told)::int as entries`.execute(em.getKysely());
  return rows[0] ?? { licences: 0, entries: 0 };
}
