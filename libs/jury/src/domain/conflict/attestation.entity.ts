import { defineEntity, p } from '@mikro-orm/core';
import { Person } from '#domain/identity';
import { Initiative } from '#domain/initiative';
import { newId } from '#lib/kernel';

const AttestationSchema = defineEntity({
  name: 'Attestation',
  tableName: 'attestation',
  uniques: [{ name: 'attestation_once', properties: ['initiative', 'judge'] }],
  properties: {
    id: p.uuid().primary(),
    initiative: () => p.manyToOne(Initiative).lazyRef(),
    judge: () => p.manyToOne(Person).lazyRef(),
    attestedAt: p.datetime(),
  },
});

/** A judge's word that nothing ties them to an initiative. Before it no dossier opens and no card is signed. */
export class Attestation extends AttestationSchema.class {
  static of(initiative: Initiative, judge: Person, at: Date): Attestation {
    const attestation = new Attestation();
    Object.assign(attestation, { id: newId(), initiative, judge, attestedAt: at });
    return attestation;
  }
}
AttestationSchema.setClass(Attestation);
