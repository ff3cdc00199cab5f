import { randomId } from '#lib/kernel';
import { type District } from './factories.js';
import { type RunningContest } from './harness.js';
import { aHead } from './heads.js';
import { aProcedure } from './procedures.js';
import { mutation } from './sign-in.js';
import { type Twice } from './twice.js';

const PARTS = 'procedures { procedure { id } occasion } units { id }';
const MODEL = `id version kind title startsOn endsOn inForce rollout { id } canEdit entersFor ${PARTS}`;
const HANDOVER = `id version day venue byLevel askedFor letter outcome attempt previousId followed occasion correctionReason voidedOn voidReason
  mayBeAskedToRate canFollow whyNotChange { code }`;
export const TEMPLATE = `id version kind number state text signerPosition authorName approvedByName approvedOn asksWhoIsNamed usable whyNotApprove { code }`;
const act = (name: string, of: string): string => mutation(name, `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`, `... on ${of}`);
export const modelAct = (name: string): string => act(name, `ServiceModel { ${MODEL} }`);
export const handoverAct = (name: string): string => act(name, `Handover { ${HANDOVER} }`);
export const templateAct = (name: string): string => act(name, `LetterTemplate { ${TEMPLATE} }`);
export const HANDOVERS = `query ($unitId: ID, $month: LocalDate, $waiting: Boolean) { handovers(first: 50, unitId: $unitId, month: $month, waiting: $waiting) {
  totalCount edges { node { ${HANDOVER} unit { id } } } } }`;
export const COUNTS = `query ($month: LocalDate!) { handoverCounts(first: 50, month: $month) { edges { node { unit { nameVi } handed home ceremonies absent declined
  firstTries handedFirstTry congratulations condolences } } } }`;
export const TEMPLATES = `query ($unitId: ID) { letterTemplates(first: 50, unitId: $unitId) { edges { node { ${TEMPLATE} unit { id } } } } }`;
export const LETTER = `query ($letterTemplateId: ID!, $recipient: String!, $named: String, $day: LocalDate!, $format: LetterFormat!) {
  letter(letterTemplateId: $letterTemplateId, recipient: $recipient, named: $named, day: $day, format: $format) { fileName contentType content } }`;

export const A_MODEL = {
  kind: 'AT_HOME',
  title: 'Trả kết quả hộ tịch tại nhà',
  decisionText: 'Kế hoạch số 45/KH-UBND',
  howToAsk: 'Nói với công chức khi nộp hồ sơ.',
  startsOn: '2026-01-01',
  endsOn: null,
};

/** How a result of a birth is handed over at home. */
export const AT_HOME = {
  day: '2026-03-02',
  venue: 'HOME',
  byLevel: 'COMMUNE_LEADER',
  askedFor: true,
  letter: 'CONGRATULATION',
  outcome: 'HANDED',
};

export const A_TEXT = 'Kính chúc {người nhận} cùng gia đình.\n{đơn vị} xin chúc mừng cháu {người được nhắc đến}.';

/** Procedures on a birth, a marriage and a death. */
export async function threeProcedures(contest: RunningContest): Promise<{ birth: string; marriage: string; death: string }> {
  const of = async (code: string, name: string) => (await aProcedure(contest, { code, name, field: 'Hộ tịch' })).procedureId;
  return {
    birth: await of('1.001193', 'Đăng ký khai sinh'),
    marriage: await of('1.000894', 'Đăng ký kết hôn'),
    death: await of('1.000656', 'Đăng ký khai tử'),
  };
}

/** A model of the district whose acts the gates try, with what hangs on it. */
export async function theirHandovers(contest: RunningContest, { units, people }: District): Promise<Readonly<Record<string, string>>> {
  const [modelId, handoverId, letterTemplateId] = [randomId(), randomId(), randomId()];
  const { procedureId } = await aProcedure(contest, { code: '1.001193', name: 'Đăng ký khai sinh', field: 'Hộ tịch' });
  const rows = (statement: string, values: unknown[]) => contest.em().getConnection().execute(statement, values);
  await rows(
    `insert into service_model (id, host_id, kind, title, decision, how_to_ask, starts_on, ends_on, illustrative)
     values (?, ?, 'AT_HOME', 'Trả tại nhà', 'Kế hoạch số 1', 'Nói khi nộp hồ sơ.', '2020-01-01', null, true)`,
    [modelId, units.district],
  );
  await rows(`insert into service_model_unit (id, model_id, unit_id) select gen_random_uuid(), ?, id from unit where id in (?, ?)`, [
    modelId,
    units.anKhanh,
    units.sonDong,
  ]);
  await rows(`insert into service_model_procedure (id, model_id, procedure_id, occasion) values (gen_random_uuid(), ?, ?, 'BIRTH')`, [
    modelId,
    procedureId,
  ]);
  await rows(
    `insert into handover (id, model_id, unit_id, procedure_id, occasion, day, venue, by_level, asked_for, letter, outcome, attempt)
     values (?, ?, ?, ?, 'BIRTH', ?, 'HOME', 'OFFICER', true, 'NONE', 'ABSENT', 1)`,
    [handoverId, modelId, units.anKhanh, procedureId, new Date(contest.clock.now().getTime() - 5 * 86_400_000).toISOString().slice(0, 10)],
  );
  await rows(
    `insert into letter_template (id, unit_id, kind, number, text, signer_position, state, author_id, illustrative)
     values (?, ?, 'CONGRATULATION', 1, 'Kính chúc {người nhận}.', 'Chủ tịch', 'PROPOSED', ?, true)`,
    [letterTemplateId, units.anKhanh, people.communeOfficer],
  );
  return { modelId, handoverId, letterTemplateId, handedProcedureId: procedureId };
}

/** Every mutation on handovers and letters, each sent twice. */
export async function playHandovers(contest: RunningContest, twice: Twice, { people, units }: District): Promise<void> {
  const day = contest.clock.now().toISOString().slice(0, 10);
  const send = (name: string, input: Record<string, unknown>, by = people.organiser): Promise<any> => twice.send(by, name, input, 10);
  const { birth, death } = await threeProcedures(contest);
  const parts = { procedures: [{ procedureId: birth, occasion: 'BIRTH' }], unitIds: [units.anKhanh] };
  const model = await send('addServiceModel', { ...A_MODEL, ...parts, hostUnitId: units.district });
  const more = { procedures: [...parts.procedures, { procedureId: death, occasion: 'DEATH' }] };
  await send('editServiceModel', { ...A_MODEL, ...parts, ...more, modelId: model.id, version: model.version });
  const of = { modelId: model.id, unitId: units.anKhanh, procedureId: birth };
  const entered = await send('enterHandover', { ...AT_HOME, ...of, day }, people.communeOfficer);
  const said = { ...AT_HOME, day, letter: 'NONE', handoverId: entered.id };
  const corrected = await send('correctHandover', { ...said, version: entered.version, reason: 'TYPED_WRONG' });
  await send('voidHandover', { handoverId: entered.id, version: corrected.version, reason: 'ENTERED_TWICE' });
  const written = { unitId: units.anKhanh, kind: 'CONGRATULATION', text: A_TEXT, signerPosition: 'Chủ tịch UBND xã' };
  const template = await send('writeLetterTemplate', written, people.communeOfficer);
  const { id: head } = await aHead(contest, units.anKhanh, 'Nguyễn Thị Ký Thư');
  await send('approveLetterTemplate', { letterTemplateId: template.id, version: template.version }, head);
}
