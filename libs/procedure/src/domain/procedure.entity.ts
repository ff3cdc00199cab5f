import { defineEntity, p } from '@mikro-orm/core';
import { newId } from '#lib/kernel';
import {
  PROCEDURE_LEVELS,
  type DossierItem,
  type ProcedureLevel,
  type ProcedureSaid,
  type VersionSaid,
  type Way,
} from './procedure-policy.js';

const ProcedureSchema = defineEntity({
  name: 'Procedure',
  tableName: 'procedure',
  indexes: [
    { name: 'procedure_in_order', expression: 'create index procedure_in_order on procedure (name collate "vi-VN-x-icu", id)' },
    { name: 'procedure_of_field', expression: 'create index procedure_of_field on procedure (field, name collate "vi-VN-x-icu", id)' },
    {
      name: 'procedure_name',
      expression: 'create index procedure_name on procedure using gin (fold_marks(name) gin_trgm_ops, fold_text(name) gin_trgm_ops)',
    },
  ],
  checks: [
    { name: 'procedure_code_plain', expression: "code ~ '^[0-9]\\.[0-9]{6}(\\.[0-9A-Z]{2,3}){0,5}$'" },
    { name: 'procedure_level', expression: `level in (${PROCEDURE_LEVELS.map((level) => `'${level}'`).join(', ')})` },
    { name: 'procedure_source_of_state', expression: "source_url ~ '^https://([a-z0-9-]+\\.)*gov\\.vn(/|$)'" },
  ],
  properties: {
    id: p.uuid().primary(),
    code: p.text().unique('procedure_code_once'),
    name: p.text(),
    field: p.text(),
    level: p.text().$type<ProcedureLevel>(),
    sourceUrl: p.text(),
    /** When somebody last held it against the portal. */
    checkedOn: p.date(),
    illustrative: p.boolean(),
    // Moved on with its versions too.
    version: p.integer().default(1),
  },
});

/** An administrative procedure, as the national portal of public services names it. */
export class Procedure extends ProcedureSchema.class {
  static of(said: ProcedureSaid, illustrative: boolean): Procedure {
    const procedure = new Procedure();
    procedure.id = newId();
    procedure.code = said.code;
    procedure.illustrative = illustrative;
    procedure.version = 1;
    procedure.describe(said);
    return procedure;
  }

  describe({ name, field, level, sourceUrl, checkedOn }: ProcedureSaid): void {
    Object.assign(this, { name, field, level, sourceUrl, checkedOn });
  }

  facts(): Omit<ProcedureSaid, 'code'> {
    const { name, field, level, sourceUrl, checkedOn } = this;
    return { name, field, level, sourceUrl, checkedOn };
  }

  countEdit(): void {
    this.version += 1;
  }
}
ProcedureSchema.setClass(Procedure);

const ProcedureVersionSchema = defineEntity({
  name: 'ProcedureVersion',
  tableName: 'procedure_version',
  indexes: [
    {
      name: 'procedure_version_one_at_a_time',
      expression: `alter table procedure_version add constraint procedure_version_one_at_a_time exclude using gist (procedure_id with =, daterange(starts_on, ends_on, '[]') with &&)`,
    },
  ],
  checks: [{ name: 'procedure_version_ends_after_it_begins', expression: 'ends_on >= starts_on' }],
  properties: {
    id: p.uuid().primary(),
    procedure: () => p.manyToOne(Procedure).lazyRef().index('procedure_version_procedure'),
    decision: p.text(),
    startsOn: p.date(),
    endsOn: p.date().strictNullable(),
    steps: p.json<readonly string[]>(),
    ways: p.json<readonly Way[]>(),
    items: p.json<readonly DossierItem[]>(),
    basis: p.json<readonly string[]>(),
  },
});

/** What a decision says of a procedure from a day on; no two of them on one day. */
export class ProcedureVersion extends ProcedureVersionSchema.class {
  static of(procedure: Procedure, said: VersionSaid): ProcedureVersion {
    const version = new ProcedureVersion();
    version.id = newId();
    version.procedure = procedure;
    version.say(said);
    return version;
  }

  say({ decision, startsOn, endsOn, steps, ways, items, basis }: VersionSaid): void {
    Object.assign(this, { decision, startsOn, endsOn, steps, ways, items, basis });
  }

  endOn(day: string): void {
    this.endsOn = day;
  }

  facts(): VersionSaid {
    const { decision, startsOn, endsOn, steps, ways, items, basis } = this;
    return { decision, startsOn, endsOn, steps, ways, items, basis };
  }
}
ProcedureVersionSchema.setClass(ProcedureVersion);
