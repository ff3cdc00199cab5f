import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Person } from '#domain/identity';
import { Unit } from '#domain/units';
import { unitsHeaded } from '#lib/feedback';
import { type Actor, localDate, refuseIf } from '#lib/kernel';
import { UnitOfWork } from '#lib/platform';
import { reach } from '#lib/rollout';
import { type LetterKind } from '../domain/handover-policy.js';
import { problemOfTemplate, whyNotApprove } from '../domain/letter.js';
import { LetterTemplate } from '../domain/letter-template.entity.js';

export interface WriteTemplateOrder {
  readonly unitId: string;
  readonly kind: LetterKind;
  readonly text: string;
  readonly signerPosition: string;
  readonly illustrative?: boolean;
}

/** What a unit's letters say: one writes it, the head approves it, and it is used from then on. */
@Injectable()
export class LetterTemplateService {
  constructor(private readonly work: UnitOfWork) {}

  /** A version that waits to be approved, in place of one that did. Refuses a text as `problemOfTemplate` says. */
  writeLetterTemplate(actor: Actor, { unitId, kind, illustrative = false, ...said }: WriteTemplateOrder): Promise<LetterTemplate> {
    return this.work.act(actor, 'writeLetterTemplate', async ({ em, record }) => {
      const unit = await em.findOneOrFail(Unit, { $and: [{ id: unitId }, { id: reach(actor, 'handover:enter') }] });
      refuseIf(problemOfTemplate(said.text));
      await sql`select pg_advisory_xact_lock(hashtext(${`letter_template ${unitId} ${kind}`}))`.execute(em.getKysely());
      const [last] = await em.find(LetterTemplate, { unit, kind }, { orderBy: { number: 'desc' }, limit: 1 });
      if (last?.state === 'PROPOSED') {
        last.retire();
        await em.flush();
      }
      const of = { unit, kind, number: (last?.number ?? 0) + 1, illustrative };
      const template = LetterTemplate.of(of, said, actor.isSystem ? null : em.getReference(Person, actor.id));
      em.persist(template);
      record({ subject: subject(template), after: { unit: unitId, kind, number: of.number, ...said } });
      await em.flush();
      return template;
    });
  }

  /** By the head of the unit, who signs these letters; never by who wrote it. The one in use goes out of use. */
  approveLetterTemplate(
    actor: Actor,
    { letterTemplateId, version }: { letterTemplateId: string; version: number },
  ): Promise<LetterTemplate> {
    return this.work.act(actor, 'approveLetterTemplate', async ({ em, at, held, record }) => {
      const today = localDate(at);
      const unit = { $in: await unitsHeaded(em, actor.id, today) };
      const template = await held(await em.findOneOrFail(LetterTemplate, { id: letterTemplateId, unit }), version);
      refuseIf(whyNotApprove({ state: template.state, heads: true, wrote: template.author?.id === actor.id }));
      const inUse = await em.findOne(LetterTemplate, { unit: template.unit.id, kind: template.kind, state: 'APPROVED' });
      inUse?.retire();
      await em.flush();
      template.approve(em.getReference(Person, actor.id), today);
      record({ subject: subject(template), before: { state: 'PROPOSED' }, after: { state: 'APPROVED', inPlaceOf: inUse?.id ?? null } });
      await em.flush();
      return template;
    });
  }
}

const subject = ({ id }: LetterTemplate) => ({ type: 'LetterTemplate', id });
