import { type EntityManager } from '@mikro-orm/postgresql';
import { LockMode } from '@mikro-orm/core';
import { Injectable } from '@nestjs/common';
import { Award } from '#domain/award';
import { Contest } from '#domain/contest';
import { Person } from '#domain/identity';
import { Recognition } from '#domain/recognition';
import { type Actor, Refused, localDate, refuseIf } from '#lib/kernel';
import { type Act, UnitOfWork } from '#lib/platform';
import { fieldsBy, signerOf } from '../domain/certificate-fields.js';
import { Certificate, type Corrected, type EndedBy, type RestsOn, whyNotStands } from '../domain/certificate.entity.js';
import { CERTIFICATE_KINDS } from '../domain/paper-kinds.js';
import { PaperTemplate } from '../domain/paper-template.entity.js';
import { dueOfPrizes, dueOfRecognitions } from './certificates-due.js';

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

/** Certificates of prizes that are published and of recognitions by decision: issued to all authors at once, revoked, or replaced by one with what was wrong put right. */
@Injectable()
export class CertificateService {
  constructor(private readonly work: UnitOfWork) {}

  /**
   * To each author of a prize or, by a template of those, of a recognition that stands, who has none of it yet: asked again, only what is missing
   * is issued. Answers with how many.
   */
  issueCertificates(actor: Actor, { contestId, templateId }: IssueCertificatesOrder): Promise<number> {
    return this.work.act(actor, 'issueCertificates', async ({ em, at, record, emit }) => {
      const contest = await em.findOneOrFail(Contest, { id: contestId, ...reach(actor) });
      const template = await em.findOneOrFail(PaperTemplate, { id: templateId, kind: { $in: CERTIFICATE_KINDS }, unit: contest.host.id });
      const due = template.kind === 'CERTIFICATE' ? await dueOfPrizes(em, contestId) : await dueOfRecognitions(em, contestId);
      const signer = signerOf(template);
      if (!signer) throw new Refused('CERTIFICATE_UNSIGNED', {}, 'templateId');
      const by = personOf(em, actor);
      const issued = due.map(({ awardId, recognitionId, personId, ...earned }) =>
        Certificate.issue(
          {
            ...{ contest, template, person: em.getReference(Person, personId) },
            award: awardId ? em.getReference(Award, awardId) : null,
            recognition: recognitionId ? em.getReference(Recognition, recognitionId) : null,
            fields: fieldsBy(template, signer, earned, localDate(at)),
          },
          { by, at },
        ),
      );
      em.persist(issued);
      const certificates = issued.map(({ id, fieldsHash }) => ({ id, fieldsHash }));
      if (issued.length > 0) record({ subject: { type: 'Contest', id: contestId }, after: { templateId, certificates } });
      for (const { id: certificateId } of issued) emit({ type: 'certificate.issued', payload: { certificateId } });
      await em.flush();
      return issued.length;
    });
  }

  /** By a decision: from then on whoever looks it up is told so. */
  revokeCertificate(actor: Actor, { certificateId, version, ...by }: RevokeCertificateOrder): Promise<Certificate> {
    return this.work.act(actor, 'revokeCertificate', async (act) => {
      const certificate = await this.held(act, { certificateId, version });
      certificate.revoke(by, act.at);
      const { decisionNumber, decidedOn, reason } = by;
      act.record({
        subject: subject(certificate),
        before: { state: 'VALID' },
        after: { state: 'REVOKED', decisionNumber, decidedOn },
        reason,
      });
      act.emit({ type: 'certificate.revoked', payload: { certificateId } });
      await act.em.flush();
      return certificate;
    });
  }

  /** By a decision: the old paper says that it was replaced, the new one has a code of its own. Refuses one whose prize or recognition is revoked. Answers with the new one. */
  replaceCertificate(actor: Actor, order: ReplaceCertificateOrder): Promise<Certificate> {
    return this.work.act(actor, 'replaceCertificate', async (act) => {
      const { em, at, record, emit } = act;
      const old = await this.held(act, order);
      const shared = { lockMode: LockMode.PESSIMISTIC_READ } as const;
      const award = old.award && (await em.findOneOrFail(Award, { id: old.award.id }, shared));
      const recognition = old.recognition && (await em.findOneOrFail(Recognition, { id: old.recognition.id }, shared));
      refuseIf(whyNotStands({ award, recognition }));
      const { name, unitName, decisionNumber, decidedOn, reason } = order;
      const of = {
        ...{ contest: em.getReference(Contest, old.contest.id), award, recognition, person: em.getReference(Person, old.person.id) },
        template: em.getReference(PaperTemplate, old.template.id),
      };
      const made = { by: personOf(em, actor), at };
      const replacement = old.replace(
        of,
        { name: name.trim(), unitName: unitName.trim(), ...restsOn(recognition) },
        { decisionNumber, decidedOn, reason },
        made,
      );
      em.persist(replacement);
      const after = { state: 'REPLACED', decisionNumber, decidedOn, replacedBy: replacement.id, fieldsHash: replacement.fieldsHash };
      record({ subject: subject(old), before: { state: 'VALID', fieldsHash: old.fieldsHash }, after, reason });
      emit({ type: 'certificate.replaced', payload: { certificateId: old.id } });
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

/** The number and the day of a recognition may have been put right since its certificate was issued. */
const restsOn = (recognition: Recognition | null): Partial<RestsOn> =>
  recognition?.recognitionNumber && recognition.recognisedOn
    ? { decisionNumber: recognition.recognitionNumber, decidedOn: recognition.recognisedOn }
    : {};
