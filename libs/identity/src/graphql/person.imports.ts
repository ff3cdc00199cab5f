import { Injectable, type OnModuleInit } from '@nestjs/common';
import { nameKey } from '#domain/units';
import { type Actor, Refused, type Role, type Words, allRefused, localDate, refuseIf } from '#lib/kernel';
import { type Act, type ImportRun, Imports, type RowOutcome, RowProblems, type SheetRow, UnitOfWork } from '#lib/platform';
import { findUnit } from '#lib/units';
import { AccountService } from '../application/account.service.js';
import { AdmissionService } from '../application/admission.service.js';
import { IMPORT_NAMES, holdsAhead } from '../application/import-names.js';
import { GrantService } from '../application/grant.service.js';
import { personWithin } from '../application/person.scope.js';
import { PersonService } from '../application/person.service.js';
import { plainAddress } from '../domain/address.js';
import { Person, Position } from '../domain/person.entity.js';
import { ROLE_WORDS } from '../domain/rights.js';
import { needsSecondPerson } from '../domain/second-person.js';
import { PERSON_COLUMNS } from './person.columns.js';
import { AddPositionInput, CreatePersonInput, EditPersonInput, GrantRoleInput, InvitePersonInput } from './person.types.js';

const PERMISSION = 'account:manage';

const AT_PERSON = { fullName: 'fullName', email: 'email', phone: 'phone', unitId: 'unit', EMAIL_TAKEN: 'email', EMAIL_MISSING: 'email' };
const AT_POSITION = { titleVi: 'position', titleEn: 'positionEn', from: 'positionFrom', unitId: 'unit' };
const AT_ROLE = {
  ...{ role: 'role', unitId: 'roleUnit', validFrom: 'roleFrom', validTo: 'roleTo', GRANT_ENDS_BEFORE_IT_BEGINS: 'roleTo' },
  ...{ 'decision.number': 'decision', 'decision.decidedOn': 'decidedOn', personId: 'fullName', GRANT_PROPOSED: 'role' },
};

type Values = SheetRow['values'];

/** What a row says of somebody, as entering them takes it, and the units it names for them and their role. */
interface Named {
  readonly facts: CreatePersonInput;
  readonly unitId: string | null;
  readonly roleUnitId: string;
}

interface Found {
  readonly person: Person;
  readonly steps: Words[];
  readonly isNew: boolean;
}

/** People of a sheet, with their positions and roles. */
@Injectable()
export class PersonImports implements OnModuleInit {
  constructor(
    private readonly imports: Imports,
    private readonly work: UnitOfWork,
    private readonly people: PersonService,
    private readonly accounts: AccountService,
    private readonly admission: AdmissionService,
    private readonly grants: GrantService,
  ) {}

  onModuleInit(): void {
    this.imports.nameBy(IMPORT_NAMES);
    this.imports.kind({
      name: 'people',
      title: { vi: 'Người dùng, chức vụ và vai trò', en: 'People, positions and roles' },
      fileName: 'mau-nhap-nguoi-dung',
      context: 'account',
      permission: PERMISSION,
      unitIs: { vi: 'Đơn vị của các dòng không ghi đơn vị', en: 'The unit of people for whom the sheet names none' },
      columns: PERSON_COLUMNS,
      run: async (run) => {
        for (const row of run.rows) await run.row(row, () => this.bring(run, row.values));
      },
      names:
        (run) =>
        ({ values }) =>
          this.named(run.act, run, values),
    });
  }

  private bring(run: ImportRun, values: Values): Promise<RowOutcome> {
    return this.work.act(run.act.actor, 'import.person', async (act) => {
      const { facts, unitId, roleUnitId } = await this.named(act, run, values);
      const { person, steps, isNew } = await this.personOf(act, run, { values, facts });
      if (values.position) steps.push(...(await this.positionOf(act, run, { person, values, unitId })));
      if (values.role) steps.push(...(await this.roleOf(act, run, { person, values, unitId: roleUnitId })));
      return { fate: isNew ? 'MAKE' : steps.length > 0 ? 'CHANGE' : 'LEAVE', subject: person.fullName, steps };
    });
  }

  /** Which units a row names, for the person and for the role; refuses together those that are not there, what cannot be written of a person, and what is left out beside what is written. */
  private async named(act: Act, run: ImportRun, values: Values): Promise<Named> {
    const problems = new RowProblems();
    const unitId = await problems.of(() => this.unitOf(act, run, 'unit', values));
    const roleUnitId = values.role && values.roleUnit ? await problems.of(() => this.unitOf(act, run, 'roleUnit', values)) : null;
    const { fullName = '', email = null, phone = null } = values;
    const facts = await problems.of(() =>
      run.at(AT_PERSON, () => run.input(CreatePersonInput, { fullName, email, phone, unitId, external: unitId === null })),
    );
    await problems.of(() => {
      refuseIf(allRefused(leftOut(values).map(missing)));
    });
    problems.refuse();
    if (!facts) throw new Refused('NOT_FOUND');
    return { facts, unitId, roleUnitId: roleUnitId ?? unitId ?? run.unitId };
  }

  /** Who has the address; without one, who works there under the name. What is written of somebody who is there already is added, and nothing is taken away. */
  private async personOf(act: Act, run: ImportRun, { values, facts }: { values: Values; facts: CreatePersonInput }): Promise<Found> {
    const { actor } = act;
    const { unitId = null, fullName, email = null, phone = null } = facts;
    const known = await this.known(act, values, unitId);
    if (!known) {
      if (values.invite) {
        const invitation = { fullName, email: email ?? '', phone, unitId, external: unitId === null };
        const invited = await run.at(AT_PERSON, () => run.input(InvitePersonInput, invitation));
        return { person: await run.at(AT_PERSON, () => this.admission.invitePerson(actor, invited)), steps: [STEPS.invite], isNew: true };
      }
      const person = await run.at(AT_PERSON, () => this.people.createPerson(actor, facts));
      return { person, steps: [email ? STEPS.account : STEPS.person], isNew: true };
    }
    if (nameKey(known.fullName) !== nameKey(fullName)) throw new Refused('IMPORT_PERSON_OTHER', { name: known.fullName }, 'email');
    if (phone === null || phone === known.phone) return { person: known, steps: [], isNew: false };
    const { id: personId, version, locale } = known;
    const edit = await run.at(AT_PERSON, () => run.input(EditPersonInput, { personId, version, fullName: known.fullName, phone, locale }));
    await run.at(AT_PERSON, () => this.accounts.editPerson(actor, edit));
    return { person: known, steps: [STEPS.phone], isNew: false };
  }

  /** Of whom the actor may know; of another nothing is said but what making them refuses. */
  private async known(act: Act, { email, fullName = '' }: Values, unitId: string | null): Promise<Person | null> {
    const { em } = act;
    const found = email
      ? await em.find(Person, { email: plainAddress(email) })
      : (await em.find(Person, { unit: unitId })).filter((one) => nameKey(one.fullName) === nameKey(fullName));
    const [person, another] = found;
    if (!person) return null;
    if (another) throw new Refused('IMPORT_PERSON_UNCLEAR', { name: fullName }, 'fullName');
    try {
      return await personWithin(act, PERMISSION, person.id);
    } catch (error) {
      if (error instanceof Refused && error.code === 'NOT_FOUND') return null;
      throw error;
    }
  }

  private async positionOf(act: Act, run: ImportRun, of: { person: Person; values: Values; unitId: string | null }): Promise<Words[]> {
    const { person, values, unitId } = of;
    const { position: titleVi = '', positionEn: titleEn = titleVi, positionFrom: from = '', heads } = values;
    if (unitId === null) throw missing('unit');
    if ((await act.em.count(Position, { person: person.id, unit: unitId, titleVi, from })) > 0) return [];
    const order = { personId: person.id, unitId, titleVi, titleEn, heads: Boolean(heads), from };
    const input = await run.at(AT_POSITION, () => run.input(AddPositionInput, order));
    await run.at(AT_POSITION, () => this.people.addPosition(act.actor, input));
    return [{ vi: `Ghi chức vụ: ${titleVi}`, en: `Notes the position: ${titleEn}` }];
  }

  private async roleOf(act: Act, run: ImportRun, of: { person: Person; values: Values; unitId: string }): Promise<Words[]> {
    const { person, values, unitId } = of;
    const role = values.role as Role;
    if (await holdsAhead(act.em, { personId: person.id, role, unitId, day: localDate(act.at) })) return [];
    const decision = values.decision ? { number: values.decision, decidedOn: values.decidedOn } : null;
    const order = { personId: person.id, role, unitId, validFrom: values.roleFrom ?? null, validTo: values.roleTo ?? null, decision };
    const input = await run.at(AT_ROLE, () => run.input(GrantRoleInput, order));
    await run.at(AT_ROLE, () => this.grants.grantRole(act.actor, input));
    const { vi, en } = ROLE_WORDS[role];
    return [
      needsSecondPerson(role)
        ? { vi: `Đề nghị cấp vai trò ${vi}, chờ người thứ hai xác nhận`, en: `Proposes the role of ${en}, for a second person to confirm` }
        : { vi: `Cấp vai trò ${vi}`, en: `Gives the role of ${en}` },
    ];
  }

  private async unitOf({ em, actor, at }: Act, run: ImportRun, column: 'unit' | 'roleUnit', values: Values): Promise<string | null> {
    const named = values[column];
    if (!named) return values.external ? null : run.unitId;
    const among = unitsOf(actor, column);
    return (await run.at(column, () => findUnit(em, named, { among, day: localDate(at) }))).id;
  }
}

/** The cells that are empty beside one that is of no use without them. */
function leftOut({ position, positionFrom, role, decision, decidedOn }: Values): string[] {
  return [...(position && !positionFrom ? ['positionFrom'] : []), ...(role && decision && !decidedOn ? ['decidedOn'] : [])];
}

const unitsOf = (actor: Actor, column: 'unit' | 'roleUnit'): string[] => actor.unitsFor(column === 'unit' ? PERMISSION : 'grant:manage');

const missing = (key: string): Refused =>
  new Refused('IMPORT_CELL_MISSING', { column: PERSON_COLUMNS.find((column) => column.key === key)?.head ?? key }, key);

const STEPS = {
  person: { vi: 'Thêm người, chưa có tài khoản', en: 'Enters the person, without an account' },
  account: { vi: 'Thêm người và mở tài khoản', en: 'Enters the person and opens an account' },
  invite: { vi: 'Thêm người, mở tài khoản và gửi thư mời', en: 'Enters the person, opens an account and mails the invitation' },
  phone: { vi: 'Sửa số điện thoại', en: 'Changes the telephone number' },
} satisfies Readonly<Record<string, Words>>;
