import { defineEntity, p } from '@mikro-orm/core';
import { Award } from '#domain/award';
import { Contest } from '#domain/contest';
import { Person } from '#domain/identity';
import { Recognition } from '#domain/recognition';
import { Refused, type WhyNot, type Words, localDate, newId, refuseIf, whyNotDate } from '#lib/kernel';
import { newCertificateCode } from './certificate-code.js';
import { type CertificateFields, hashOfFields } from './certificate-fields.js';
import { PaperTemplate } from './paper-template.entity.js';

export const CERTIFICATE_STATES = ['VALID', 'REVOKED', 'REPLACED'] as const;
export type CertificateState = (typeof CERTIFICATE_STATES)[number];

export const CERTIFICATE_STATE_WORDS: Readonly<Record<CertificateState, Words>> = {
  VALID: { vi: 'có hiệu lực', en: 'valid' },
  REVOKED: { vi: 'đã thu hồi', en: 'revoked' },
  REPLACED: { vi: 'đã được thay bằng giấy khác', en: 'replaced by another' },
};

/** Once it is not valid it never is again: whoever holds the paper was told so. */
export const CERTIFICATE_TRANSITIONS: Readonly<Record<CertificateState, readonly CertificateState[]>> = {
  VALID: ['REVOKED', 'REPLACED'],
  REVOKED: [],
  REPLACED: [],
};

const ENDED = 'ended_at, end_number, end_decided_on, end_reason';
const CertificateSchema = defineEntity({
  name: 'Certificate',
  tableName: 'certificate',
  indexes: [
    { name: 'certificate_of_contest', properties: ['contest', 'id'] },
    { name: 'certificate_of_person', properties: ['person'] },
    {
      name: 'certificate_issued_once',
      expression: 'create unique index certificate_issued_once on certificate (award_id, person_id) where replaces_id is null',
    },
    {
      name: 'certificate_recognised_once',
      expression: 'create unique index certificate_recognised_once on certificate (recognition_id, person_id) where replaces_id is null',
    },
  ],
  uniques: [{ name: 'certificate_replaced_once', properties: ['replaces'] }],
  checks: [
    { name: 'certificate_of_one', expression: 'num_nonnulls(award_id, recognition_id) = 1' },
    { name: 'certificate_code_random', expression: "code ~ '^[2-9A-HJ-NP-Z]{26}$'" },
    { name: 'certificate_state', expression: `state in (${CERTIFICATE_STATES.map((state) => `'${state}'`).join(', ')})` },
    {
      name: 'certificate_ended_by_decision',
      expression: `case when state = 'VALID' then num_nonnulls(${ENDED}) = 0 else num_nulls(${ENDED}) = 0 and btrim(end_number) <> '' and btrim(end_reason) <> '' end`,
    },
    { name: 'certificate_hashed', expression: "fields_hash ~ '^[0-9a-f]{64}$'" },
    { name: 'certificate_withheld_iff_nameless', expression: "(withheld_at is null) = (fields->>'name' is not null)" },
    { name: 'certificate_printed_at_some_time', expression: 'prints >= 0 and (prints = 0) = (last_printed_at is null)' },
    { name: 'certificate_replaces_another', expression: 'replaces_id <> id' },
  ],
  properties: {
    id: p.uuid().primary(),
    code: p.text().unique('certificate_code_once'),
    contest: () => p.manyToOne(Contest).lazyRef().deleteRule('restrict').index(false),
    /** What it is of: a prize, or a recognition by law. */
    award: () => p.manyToOne(Award).lazyRef().deleteRule('restrict').index(false).strictNullable(),
    recognition: () => p.manyToOne(Recognition).lazyRef().deleteRule('restrict').index(false).strictNullable(),
    person: () => p.manyToOne(Person).lazyRef().deleteRule('restrict').index(false),
    template: () => p.manyToOne(PaperTemplate).lazyRef().deleteRule('restrict').index('certificate_template'),
    fields: p.json<CertificateFields>(),
    /** Of all that was printed, also of what is withheld since. */
    fieldsHash: p.text(),
    state: p.text().$type<CertificateState>(),
    issuedBy: () => p.manyToOne(Person).lazyRef().strictNullable().index(false),
    issuedAt: p.datetime(),
    endedAt: p.datetime().strictNullable(),
    endNumber: p.string().length(100).strictNullable(),
    endDecidedOn: p.date().$type<string>().strictNullable(),
    endReason: p.text().strictNullable(),
    /** The certificate that it is given in place of. */
    replaces: () => p.manyToOne(Certificate).lazyRef().deleteRule('restrict').index(false).strictNullable(),
    withheldAt: p.datetime().strictNullable(),
    /** How often somebody asked for it to be printed; each time stands in the log. */
    prints: p.integer(),
    lastPrintedAt: p.datetime().strictNullable(),
    version: p.integer().version(),
  },
});

/** The decision by which a certificate is revoked or replaced. `decidedOn` is its day, `YYYY-MM-DD`. */
export interface EndedBy {
  readonly decisionNumber: string;
  readonly decidedOn: string;
  readonly reason: string;
}

/** What is put right on a certificate that takes the place of another. */
export interface Corrected {
  readonly name: string;
  readonly unitName: string;
}

/** The decision that a certificate rests on, as it stands when another takes its place. */
export type RestsOn = Pick<CertificateFields, 'decisionNumber' | 'decidedOn'>;

interface Issued {
  readonly contest: Contest;
  readonly award: Award | null;
  readonly recognition: Recognition | null;
  readonly person: Person;
  readonly template: PaperTemplate;
  readonly fields: CertificateFields;
}

interface Made {
  readonly by: Person | null;
  readonly at: Date;
}

interface Ground {
  readonly award: Pick<Award, 'revokedAt'> | null;
  readonly recognition: Pick<Recognition, 'state'> | null;
}

/** Why nothing is given or printed on it any more: the prize or the recognition that it is of was revoked. */
export function whyNotStands({ award, recognition }: Ground): WhyNot {
  if (award?.revokedAt) return new Refused('CERTIFICATE_PRIZE_REVOKED');
  return recognition?.state === 'REVOKED' ? new Refused('CERTIFICATE_RECOGNITION_REVOKED') : null;
}

/** That somebody has a prize, or wrote what was recognised, on paper: found again by a code that says nothing of who has it or how many there are. */
export class Certificate extends CertificateSchema.class {
  static issue(issued: Issued, { by, at }: Made, replaces: Certificate | null = null): Certificate {
    return Object.assign(new Certificate(), {
      ...issued,
      id: newId(),
      code: newCertificateCode(),
      fieldsHash: hashOfFields(issued.fields),
      state: 'VALID' as const,
      issuedBy: by,
      issuedAt: at,
      ...{
        endedAt: null,
        endNumber: null,
        endDecidedOn: null,
        endReason: null,
        replaces,
        withheldAt: null,
        prints: 0,
        lastPrintedAt: null,
      },
    });
  }

  revoke(by: EndedBy, at: Date): void {
    this.end('REVOKED', by, at);
  }

  /** Gives another one in its place, of the same prize or recognition and template, with what is put right. Refuses one whose name is withheld. */
  replace(of: Omit<Issued, 'fields'>, corrected: Corrected & Partial<RestsOn>, by: EndedBy, made: Made): Certificate {
    refuseIf(this.whyNotShown());
    this.end('REPLACED', by, made.at);
    const fields = { ...this.fields, ...corrected, issuedOn: localDate(made.at) };
    return Certificate.issue({ ...of, fields }, made, this);
  }

  /** Takes the name off: what is kept shows no more whose it was, its hash stays. Refuses one of which it is done. */
  withhold(at: Date): void {
    refuseIf(this.whyNotShown());
    this.fields = { ...this.fields, name: null };
    this.withheldAt = at;
  }

  /** Refuses one that is not valid or has no name, and a second print without a reason. */
  print(reason: string | null, at: Date): void {
    refuseIf(this.whyNotValid());
    refuseIf(this.whyNotShown());
    if (this.prints > 0 && !reason?.trim()) throw new Refused('CERTIFICATE_REPRINT_REASON', {}, 'reason');
    this.prints += 1;
    this.lastPrintedAt = at;
  }

  whyNotValid(): WhyNot {
    return this.state === 'VALID' ? null : new Refused('CERTIFICATE_NOT_VALID', { state: CERTIFICATE_STATE_WORDS[this.state] });
  }

  private whyNotShown(): WhyNot {
    return this.withheldAt ? new Refused('CERTIFICATE_WITHHELD') : null;
  }

  private end(to: CertificateState, { decisionNumber, decidedOn, reason }: EndedBy, at: Date): void {
    refuseIf(CERTIFICATE_TRANSITIONS[this.state].includes(to) ? null : this.whyNotValid());
    refuseIf(whyNotDate('DECISION', decidedOn, { now: localDate(at), path: 'decidedOn' }));
    if (decidedOn < this.fields.decidedOn) throw new Refused('CERTIFICATE_DECISION_EARLY', {}, 'decidedOn');
    Object.assign(this, { state: to, endedAt: at, endNumber: decisionNumber, endDecidedOn: decidedOn, endReason: reason });
  }
}
CertificateSchema.setClass(Certificate);
