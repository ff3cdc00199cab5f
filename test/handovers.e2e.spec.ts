import request from 'supertest';
import { HandoverFigureJobs } from '#lib/handover';
import { changed, content } from './support/content.js';
import { type District, aDistrict, aPerson } from './support/factories.js';
import { A_MODEL, AT_HOME, COUNTS, HANDOVERS, handoverAct, modelAct, threeProcedures } from './support/handovers.js';
import { type Client, type RunningContest, startContest } from './support/harness.js';
import { withCalendarG } from './support/licences.js';
import { aRollout } from './support/rollouts.js';

let contest: RunningContest;
let district: District;
let organiser: Client;
let officer: Client;
let procedures: { birth: string; marriage: string; death: string };
let rolloutId: string;

const rows = (query: string, values: unknown[] = []): Promise<any[]> => contest.em().getConnection().execute(query, values);
const send = (client: Client, name: string, input: object): Promise<any> =>
  client.ask(name.endsWith('Model') ? modelAct(name) : handoverAct(name), { input });
const modelled = (more: object = {}): Promise<any> =>
  send(organiser, 'addServiceModel', {
    ...{ ...A_MODEL, hostUnitId: district.units.district, rolloutId, unitIds: [district.units.anKhanh, district.units.sonDong] },
    procedures: [
      { procedureId: procedures.birth, occasion: 'BIRTH' },
      { procedureId: procedures.death, occasion: 'DEATH' },
    ],
    ...more,
  });
const entered = (model: any, more: object = {}, by = officer): Promise<any> =>
  send(by, 'enterHandover', { ...AT_HOME, modelId: model.id, unitId: district.units.anKhanh, procedureId: procedures.birth, ...more });
const ABSENT = { outcome: 'ABSENT', letter: 'NONE' };

beforeAll(async () => {
  contest = await startContest('2026-03-03T02:00:00Z');
  district = await aDistrict(contest);
  organiser = await contest.as(district.people.organiser);
  officer = await contest.as(district.people.communeOfficer);
  await withCalendarG(contest);
  procedures = await threeProcedures(contest);
  rolloutId = (await aRollout(contest, district, organiser, { indicators: [], service: 'HANDOVERS' })).id;
});
beforeEach(async () => {
  contest.clock.set('2026-03-03T02:00:00Z');
  await rows('truncate service_model, handover, service_model_unit, service_model_procedure, figure cascade');
});
afterAll(() => contest.stop());

test('a model says which units hand over which results; what is in use stays of it', async () => {
  const model = await modelled();
  expect(model).toMatchObject({ version: 1, inForce: true, canEdit: true, rollout: { id: rolloutId } });
  expect((await officer.ask('{ serviceModels(first: 5) { edges { node { canEdit entersFor } } } }')).edges).toEqual([
    { node: { canEdit: false, entersFor: [district.units.anKhanh] } },
  ]);
  await entered(model);
  const said = { ...A_MODEL, modelId: model.id, version: 1, unitIds: [district.units.anKhanh] };
  const birth = { procedureId: procedures.birth, occasion: 'BIRTH' };
  for (const change of [
    { unitIds: [district.units.sonDong] },
    { procedures: [{ ...birth, occasion: 'OTHER' }] },
    { startsOn: '2026-03-03' },
  ])
    expect(await send(organiser, 'editServiceModel', { ...said, procedures: [birth], ...change })).toMatchObject({ code: 'MODEL_IN_USE' });
  expect(await send(organiser, 'editServiceModel', { ...said, procedures: [birth] })).toMatchObject({
    version: 2,
    units: [{ id: district.units.anKhanh }],
  });
  expect(await send(organiser, 'editServiceModel', { ...said, version: 2, procedures: [birth] })).toMatchObject({ version: 2 });
  expect(await modelled({ procedures: [{ procedureId: procedures.marriage, occasion: 'MARRIAGE' }] })).toMatchObject({
    code: 'MODEL_MARRIAGE_AT_HOME',
    path: 'procedures.0.occasion',
  });
});

test('a model keeps the units that a reorganisation took out of reach of its office, and takes in no others there', async () => {
  const model = await modelled();
  const { anKhanh, laPhu } = district.units;
  const was = await rows('select id, parent_id, root_id from unit where id in (?, ?)', [anKhanh, laPhu]);
  await rows('update unit set parent_id = null, root_id = id where id in (?, ?)', [anKhanh, laPhu]);
  const said = { ...A_MODEL, modelId: model.id, version: 1, procedures: [{ procedureId: procedures.birth, occasion: 'BIRTH' }] };
  const unitIds = model.units.map(({ id }: any) => id);
  const title = 'Trả kết quả khai sinh tại nhà';
  expect(await send(organiser, 'editServiceModel', { ...said, title, unitIds })).toMatchObject({ version: 2, title });
  expect(await send(organiser, 'editServiceModel', { ...said, version: 2, unitIds: [...unitIds, laPhu] })).toMatchObject({
    code: 'NOT_FOUND',
  });
  for (const one of was) await rows('update unit set parent_id = ?, root_id = ? where id = ?', [one.parent_id, one.root_id, one.id]);
});

test('a handover has no name, is refused with its reason, and the database holds each rule too', async () => {
  const model = await modelled();
  const before = await content(contest, []);
  const refused: [object, string][] = [
    [{ letter: 'CONDOLENCE' }, 'HANDOVER_LETTER_OTHER'],
    [{ procedureId: procedures.death }, 'HANDOVER_LETTER_OTHER'],
    [{ askedFor: false }, 'HANDOVER_HOME_NOT_ASKED'],
    [{ day: '2026-03-04' }, 'DATE_IN_FUTURE'],
    [{ day: '2025-12-31' }, 'HANDOVER_OUTSIDE_MODEL'],
    [{ procedureId: procedures.marriage }, 'HANDOVER_PROCEDURE_NOT_OF_MODEL'],
  ];
  for (const [more, code] of refused) expect(await entered(model, more)).toMatchObject({ code });
  expect(await entered(model, { unitId: district.units.laPhu }, organiser)).toMatchObject({ code: 'HANDOVER_UNIT_NOT_OF_MODEL' });
  expect(await entered(model, { unitId: district.units.sonDong })).toMatchObject({ code: 'NOT_FOUND' });
  expect(changed(before, await content(contest, []))).toEqual([]);

  expect(await entered(model)).toMatchObject({ attempt: 1, mayBeAskedToRate: true, whyNotChange: null });
  const death = await entered(model, { procedureId: procedures.death, letter: 'CONDOLENCE' });
  expect(death).toMatchObject({ occasion: 'DEATH', mayBeAskedToRate: false });
  const held: [string, string][] = [
    [`letter = 'CONGRATULATION' where occasion = 'DEATH'`, 'handover_condolence_after_death'],
    [`asked_for = false`, 'handover_home_is_asked_for'],
    [`outcome = 'ABSENT'`, 'handover_letter_with_what_is_handed'],
    [`by_level = 'POSTAL'`, 'handover_post_by_post'],
    [`occasion = 'MARRIAGE'`, 'handover_as_its_model'],
    [`day = '2025-12-31'`, 'handover_as_its_model'],
    [`unit_id = '${district.units.laPhu}'`, 'handover_as_its_model'],
    [`voided_on = '2026-03-03'`, 'handover_voided_with_reason'],
    [`attempt = 3`, 'handover_'],
  ];
  for (const [change, constraint] of held)
    await expect(rows(`update handover set ${change}`)).rejects.toMatchObject({ constraint: expect.stringContaining(constraint) });
  await expect(rows('delete from handover')).rejects.toMatchObject({ constraint: 'handover_never_deleted' });
});

test('after nobody was there twice the result waits at the office; each time follows one, once', async () => {
  const model = await modelled();
  const first = await entered(model, ABSENT);
  expect(first).toMatchObject({ canFollow: true });
  const second = await entered(model, { ...ABSENT, previousId: first.id });
  expect(second).toMatchObject({ attempt: 2, previousId: first.id });
  expect(await entered(model, { previousId: first.id })).toMatchObject({ code: 'HANDOVER_FOLLOWED' });
  expect((await officer.ask(HANDOVERS, { waiting: true })).edges.map(({ node }: any) => node.id)).toEqual([second.id]);
  expect(await entered(model, { previousId: second.id })).toMatchObject({ code: 'HANDOVER_NOW_AT_OFFICE', path: 'venue' });
  const third = await entered(model, { previousId: second.id, venue: 'OFFICE' });
  expect(third).toMatchObject({ attempt: 3, outcome: 'HANDED' });
  expect(await entered(model, { previousId: third.id })).toMatchObject({ code: 'HANDOVER_NOT_ABSENT' });
  expect(await send(officer, 'voidHandover', { handoverId: first.id, version: 1, reason: 'TYPED_WRONG' })).toMatchObject({
    code: 'HANDOVER_FOLLOWED',
  });
  await expect(rows(`update handover set outcome = 'DECLINED' where id = ?`, [first.id])).rejects.toMatchObject({
    constraint: 'handover_followed',
  });
  await expect(rows(`update handover set venue = 'HOME' where id = ?`, [third.id])).rejects.toMatchObject({
    constraint: 'handover_after_two_at_office',
  });
});

test('it is corrected and voided with a reason that is chosen, within two months, and the log tells both', async () => {
  const model = await modelled();
  const { id: handoverId } = await entered(model);
  const said = { ...AT_HOME, handoverId, version: 1, reason: 'TYPED_WRONG' };
  expect(await send(officer, 'correctHandover', said)).toMatchObject({ version: 1, correctionReason: null });
  const corrected = await send(officer, 'correctHandover', { ...said, venue: 'CEREMONY' });
  expect(corrected).toMatchObject({ version: 2, venue: 'CEREMONY', correctionReason: 'TYPED_WRONG' });
  expect(await send(officer, 'correctHandover', { ...said, venue: 'OFFICE' })).toMatchObject({ code: 'STALE' });
  expect(await send(officer, 'correctHandover', { ...said, version: 2, letter: 'CONDOLENCE' })).toMatchObject({
    code: 'HANDOVER_LETTER_OTHER',
  });
  const voided = await send(organiser, 'voidHandover', { handoverId, version: 2, reason: 'ENTERED_TWICE' });
  expect(voided).toMatchObject({ voidedOn: '2026-03-03', voidReason: 'ENTERED_TWICE', whyNotChange: { code: 'HANDOVER_VOIDED' } });
  const log = await rows(`select operation from audit_entry where subject_type = 'Handover' and subject_id = ? order by seq`, [handoverId]);
  expect(log.map(({ operation }) => operation)).toEqual(['enterHandover', 'correctHandover', 'voidHandover']);
  const { id: later } = await entered(model);
  contest.clock.set('2026-05-04T02:00:00Z');
  expect(await send(officer, 'voidHandover', { handoverId: later, version: 1, reason: 'LEARNT_LATER' })).toMatchObject({
    code: 'HANDOVER_TOO_OLD',
  });
});

test('the system counts half-months, and restates one that had settled with a reason; of what came before the first nothing is said', async () => {
  const model = await modelled({ procedures: [{ procedureId: procedures.birth, occasion: 'BIRTH' }] });
  await entered(model, { day: '2026-02-03' });
  await entered(model, { day: '2026-02-04', ...ABSENT });
  const wrong = await entered(model, { day: '2026-02-05', venue: 'CEREMONY' });
  contest.clock.set('2026-03-18T02:00:00Z');
  const counted = async (): Promise<any[]> => {
    await contest.get(HandoverFigureJobs).count();
    return rows(`select i.key, f.starts_on::text as "from", f.value::float as value, f.numerator::float as part, f.denominator::float as whole, f.restated_because is not null as restated, f.source_kind, f.unit_id
      from figure f join indicator i on i.id = f.indicator_id order by f.starts_on, i.key`);
  };
  const [unit_id, source_kind] = [district.units.anKhanh, 'SYSTEM'];
  const first = await counted();
  expect(first.slice(0, 3)).toEqual([
    { key: 'handover.ceremonies', from: '2026-02-01', value: 1, part: null, whole: null, restated: false, source_kind, unit_id },
    { key: 'handover.first-try', from: '2026-02-01', value: null, part: 2, whole: 3, restated: false, source_kind, unit_id },
    { key: 'handover.home', from: '2026-02-01', value: 1, part: null, whole: null, restated: false, source_kind, unit_id },
  ]);
  expect(first.slice(3).map(({ key, from, value }) => [key, from, value])).toEqual([
    ['handover.ceremonies', '2026-02-15', 0],
    ['handover.home', '2026-02-15', 0],
    ['handover.ceremonies', '2026-03-01', 0],
    ['handover.home', '2026-03-01', 0],
  ]);
  await send(officer, 'voidHandover', { handoverId: wrong.id, version: 1, reason: 'TYPED_WRONG' });
  expect((await counted()).slice(0, 2)).toMatchObject([
    { key: 'handover.ceremonies', value: 0, restated: true },
    { key: 'handover.first-try', part: 1, whole: 2, restated: true },
  ]);
});

test('the office reads how many each commune handed over in a month, and a commune its own', async () => {
  const model = await modelled();
  await entered(model);
  await entered(model, { ...ABSENT, day: '2026-03-01' });
  await entered(model, { procedureId: procedures.death, letter: 'CONDOLENCE', venue: 'OFFICE' });
  const none = {
    handed: 0,
    home: 0,
    ceremonies: 0,
    absent: 0,
    declined: 0,
    firstTries: 0,
    handedFirstTry: 0,
    congratulations: 0,
    condolences: 0,
  };
  const own = { ...none, handed: 2, home: 1, absent: 1, firstTries: 3, handedFirstTry: 2, congratulations: 1, condolences: 1 };
  const told = async (client: Client, month: string) =>
    (await client.ask(COUNTS, { month })).edges.map(({ node }: any) =>
      Object.fromEntries(Object.keys(none).map((key) => [key, node[key]])),
    );
  expect(await told(organiser, '2026-03-01')).toEqual([own, none]);
  expect(await told(officer, '2026-03-01')).toEqual([own]);
  expect(await told(organiser, '2026-02-01')).toEqual([none, none]);
  const other = await contest.as(await aPerson(contest, { unitId: district.units.sonDong, role: 'COMMUNE_OFFICER' }));
  expect((await other.ask(HANDOVERS)).totalCount).toBe(0);
});

test('everybody reads which communes do it and how to ask, as long as it is in force', async () => {
  await modelled();
  await modelled({ title: 'Đã hết', endsOn: '2026-03-02' });
  const query =
    '{ publicServiceModels(first: 5) { edges { node { title howToAsk procedures { procedure { name } } units { nameVi } } } } }';
  const reply = await request(contest.app.getHttpServer()).post('/graphql').send({ query });
  expect(reply.body.data.publicServiceModels.edges.map(({ node }: any) => node)).toMatchObject([
    {
      title: A_MODEL.title,
      howToAsk: A_MODEL.howToAsk,
      procedures: [{ procedure: { name: 'Đăng ký khai sinh' } }, { procedure: { name: 'Đăng ký khai tử' } }],
    },
  ]);
});
