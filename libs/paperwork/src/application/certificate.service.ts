import { type EntityManager } from '@mikro-orm/postgresql';
import { LockMode } from '@mikro-orm/core';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Award, AwardDecision } from '#domain/award';
import { Contest } from '#domain/contest';
import { Person } from '#domain/identity';
import { type Actor, Refused, localDate } from '#lib/kernel';
import { type Act, UnitOfWork } from '#lib/platform';
import { type Earned, fieldsBy, signerOf } from '../domain/certificate-fields.js';
import { Certificate, type Corrected, type EndedBy } from '../domain/certificate.entity.js';
import { PaperTemplate } from '../domain/paper-template.entity.js';

export interface IssueCertificatesOrder {
  readonly contestId: string;
  readonly templateId: string;
}

interface OnCertificate {
  readonly certificateId: string;
  readonly version: number;
}

export type RevokeCertificateOrder = OnCertificate & EndedBy;
export type ReplaceCertificateOrder = OnCertificate & EndedBy & Corrected;

interface Missing extends Earned {
  readonly awardId: string;
  readonly personId: string;
}

/** Certificates of prizes that are published: issued to all authors at once, revoked, or replaced by one with what was wrong put right. */
@Injectable()
export class CertificateService {
  constructor(private readonly work: UnitOfWork) {}

  /** To each author of a prize that stands, who has none of it yet: asked again, only what is missing is issued. Answers with how many. */
  issueCertificates(actor: Actor, { contestId, templateId }: IssueCertificatesOrder): Promise<number> {
    return this.work.act(actor, 'issueCertificates', async ({ em, at, record }) => {
      const contest = await em.findOneOrFail(Contest, { id: contestId, ...reach(actor) });
      const template = await em.findOneOrFail(PaperTemplate, { id: templateId, kind: 'CERTIFICATE', unit: contest.host.id });
      // Held until the act ends: no prize of it is revoked meanwhile, and nobody else issues.
      const decision = await em.findOne(AwardDecision, { contest: contestId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
      if (decision?.state !== 'PUBLISHED') throw new Refused('CERTIFICATES_NOT_YET');
      const signer = signerOf(template);
      if (!signer) throw new Refused('CERTIFICATE_UNSIGNED', {}, 'templateId');
      const by = personOf(em, actor);
      const issued = (await missing(em, decision.id)).map(({ awardId, personId, ...earned }) =>
        Certificate.issue(
          {
            ...{ contest, template, award: em.getReference(Award, awardId), person: em.getReference(Person, personId) },
            fields: fieldsBy(template, signer, earned, localDate(at)),
          },
          { by, at },
        ),
      );
      em.persist(issued);
      const certificates = issued.map(({ id, fieldsHash }) => ({ id, fieldsHash }));
      if (issued.length > 0) record({ subject: { type: 'Contest', id: contestId }, after: { templateId, certificates } });
      await em.flush();
      return issued.length;
    });
  }

  /** By a decision: from then on whoever looks it up is told so. */
  revokeCertificate(actor: Actor, { certificateId, version, ...by }: RevokeCertificateOrder): Promise<Certificate> {
    return this.work.act(actor, 'revokeCertificate', async (act) => {
      const certificate = await this.held(act, { certificateId, version });
      certificate.revoke(by, act.at);
      const { reason, ...decision } = by;
      act.record({ subject: subject(certificate), before: { state: 'VALID' }, after: { state: 'REVOKED', ...decision }, reason });
      await act.em.flush();
      return certificate;
    });
  }

  /** By a decision: the old paper says that it was replaced, the new one has a code of its own. Refuses one whose prize is revoked. Answers with the new one. */
  replaceCertificate(actor: Actor, order: ReplaceCertificateOrder): Promise<Certificate> {
    return this.work.act(actor, 'replaceCertificate', async (act) => {
      const { em, at, record } = act;
      const old = await this.held(act, order);
      const award = await em.findOneOrFail(Award, { id: old.award.id }, { lockMode: LockMode.PESSIMISTIC_READ });
      if (award.revokedAt) throw new Refused('CERTIFICATE_PRIZE_REVOKED');
      const { name, unitName, decisionNumber, decidedOn, reason } = order;
      const of = {
        ...{ contest: em.getReference(Contest, old.contest.id), award, person: em.getReference(Person, old.person.id) },
        template: em.getReference(PaperTemplate, old.template.id),
      };
      const made = { by: personOf(em, actor), at };
      const replacement = old.replace(of, { name: name.trim(), unitName: unitName.trim() }, { decisionNumber, decidedOn, reason }, made);
      em.persist(replacement);
      const after = { state: 'REPLACED', decisionNumber, decidedOn, replacedBy: replacement.id, fieldsHash: replacement.fieldsHash };
      record({ subject: subject(old), before: { state: 'VALID', fieldsHash: old.fieldsHash }, after, reason });
      await em.flush();
      return replacement;
    });
  }

  /** Takes the name of its holder off, who asked for it: the page says that it is withheld. There is no way back. */
  withholdCertificateName(actor: Actor, order: OnCertificate & { readonly reason: string }): Promise<Certificate> {
    return this.work.act(actor, 'withholdCertificateName', async (act) => {
      const certificate = await this.held(act, order);
      certificate.withhold(act.at);
      // The reason may say whose it was.
      act.record({ subject: subject(certificate), after: { withheld: true }, personal: { reason: order.reason } });
      await act.em.flush();
      return certificate;
    });
  }

  private async held({ em, actor, held }: Act, { certificateId, version }: OnCertificate): Promise<Certificate> {
    return held(await em.findOneOrFail(Certificate, { id: certificateId, contest: reach(actor) }), version);
  }
}

const reach = (actor: Actor) => (actor.isSystem ? {} : { host: { $in: actor.unitsFor('paper:manage') } });
const personOf = (em: EntityManager, actor: Actor): Person | null => (actor.isSystem ? null : em.getReference(Person, actor.id));
const subject = ({ id }: Certificate) => ({ type: 'Certificate', id });

/** Authors of prizes of a decision that stand, who have no certificate of it; in the order of the prizes. */
async function missing(em: EntityManager, decisionId: string): Promise<Missing[]> {
  const { rows } = await sql<Missing>`
    select w.id as "awardId", ia.person_id as "personId", p.full_name as name, coalesce(own.name_vi, u.name_vi) as "unitName", t.name_vi as prize,
      i.title as initiative, c.title as contest, coalesce(w.replacement_number, d.number) as "decisionNumber",
      coalesce(w.replacement_decided_on, d.decided_on)::text as "decidedOn", (i.illustrative or c.illustrative) as illustrative
    from award w join award_decision d on d.id = w.decision_id join contest c on c.id = d.contest_id
      join initiative i on i.id = w.initiative_id join unit u on u.id = i.owner_id join prize_tier t on t.id = w.tier_id
      join initiative_author ia on ia.initiative_id = i.id join person p on p.id = ia.person_id left join unit own on own.id = p.unit_id
    where d.id = ${decisionId} and w.revoked_at is null and ia.answer is distinct from 'DECLINED'
      and not exists (select 1 from certificate x where x.award_id = w.id and x.person_id = ia.person_id)
    order by t."order", w.rank nulls last, w.id, ia."order"`.execute(em.getKysely());
  return rows;
}
