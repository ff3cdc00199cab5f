import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { SYSTEM, addMonths, localDate } from '#lib/kernel';
import { type Act, Every, UnitOfWork } from '#lib/platform';
import { CONTACTS_KEPT_MONTHS } from '../domain/licence.entity.js';

/** How holders are reached is forgotten 24 months after the last day of a licence, or after it was renewed or over; a successor has it for itself. */
@Injectable()
export class ContactsSweep {
  constructor(private readonly work: UnitOfWork) {}

  @Every('procedure.forget', 3600)
  async forget(): Promise<void> {
    await this.work.act(SYSTEM, 'job:procedure.forget', async ({ em, at, record }) => {
      const licences = await forgetContacts(em, addMonths(localDate(at), -CONTACTS_KEPT_MONTHS), at);
      if (licences > 0) record({ subject: { type: 'Sweep', id: 'procedure' }, after: { licences } });
    });
  }
}

/** Also in what the log keeps apart of them; the chain holds its salted hash, and the salt goes too. */
async function forgetContacts(em: Act['em'], before: string, at: Date): Promise<number> {
  const { rows } = await sql<{ licences: number }>`
    with over as (
      update licence set contact = null, phone = null, email = null, address = null, version = version + 1
      where coalesce(renewed_on, ended_on, expires_on) < ${before}::date and num_nonnulls(contact, phone, email, address) > 0
      returning id::text
    ), told as (
      update audit_personal p set value = null, salt = '', erased_at = ${at} from audit_entry e, over
      where e.seq = p.seq and p.erased_at is null and e.subject_type = 'Licence' and e.subject_id = over.id
    )
    select count(*)::int as licences from over`.execute(em.getKysely());
  return rows[0]?.licences ?? 0;
}
