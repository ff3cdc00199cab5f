import { Initiative } from '#domain/initiative';
import { type District, aDistrict } from './support/factories.js';
import { type Client, type RunningContest, startContest } from './support/harness.js';
import { type World, aWorld } from './support/world.js';

let contest: RunningContest;
let district: District;
let world: World;
let organiser: Client;

beforeAll(async () => {
  contest = await startContest();
  district = await aDistrict(contest);
  world = await aWorld(contest, district);
  organiser = await contest.as(district.people.organiser);
});
afterAll(() => contest.stop());

/** Sends the same three times, so that it is executed interpreted and compiled; `next` says the variables of each time. */
async function thrice(client: Client, document: string, next: () => Promise<Record<string, unknown>>): Promise<any[]> {
  const replies: any[] = [];
  for (let time = 0; time < 3; time += 1) replies.push(await client.ask(document, await next()));
  return replies;
}

const draftOf = async (id: string) => contest.em().findOneOrFail(Initiative, { id });

const SAVE = `mutation ($id: ID!, $v: Int!, $t: String, $c: String, $d: LocalDate) {
  saveDraft(input: { initiativeId: $id, version: $v, title: $t, confidential: $c, firstAppliedOn: $d }) { __typename ... on Initiative { version } ... on Refusal { code path } } }`;

test('a draft keeps what was not sent, and loses what was sent as null, compiled as interpreted', async () => {
  const submitter = await contest.as(district.people.submitter);
  const id = world.draftId!;
  const version = async () => (await draftOf(id)).version;
  await submitter.ask(SAVE, { id, v: await version(), t: 'Tên', c: 'Số tài khoản', d: '2025-03-01' });

  await thrice(submitter, SAVE, async () => ({ id, v: await version(), t: 'Tên mới' }));
  expect(await draftOf(id)).toMatchObject({ title: 'Tên mới', confidential: 'Số tài khoản', firstAppliedOn: '2025-03-01' });

  await thrice(submitter, SAVE, async () => ({ id, v: await version(), t: 'Tên mới', c: null }));
  expect(await draftOf(id)).toMatchObject({ title: 'Tên mới', confidential: null, firstAppliedOn: '2025-03-01' });
});

test("null for an argument that has a default is said to be the sender's, and a default stands where nothing was sent", async () => {
  const ASK = 'query ($reading: UnitReading) { publicMatrix(reading: $reading) { totalCount } }';
  const anybody = contest.client();
  for (const time of ['first', 'second', 'third']) {
    const reply = await anybody.send(ASK, { reading: null });
    expect({ time, reply }).toEqual({
      time,
      reply: {
        data: { publicMatrix: null },
        errors: [
          {
            message: 'Argument "reading" of non-null type "UnitReading!" must not be null.',
            path: ['publicMatrix'],
            locations: [{ line: 1, column: 55 }],
            extensions: {
              code: 'BAD_USER_INPUT',
              messages: { vi: 'Giá trị này chưa được nhập đúng.', en: 'This value: not filled in correctly.' },
            },
          },
        ],
      },
    });
    expect(await anybody.ask(ASK)).toEqual({ totalCount: expect.any(Number) });
  }
});

test("null for the condition of a directive is said to be the sender's", async () => {
  const ASK = 'query ($show: Boolean = true) { publicContests { totalCount @include(if: $show) } __typename @skip(if: $show) }';
  for (const time of ['first', 'second', 'third']) {
    const { errors } = await contest.client().send(ASK, { show: null });
    expect({ time, codes: errors?.map(({ extensions }) => extensions.code) }).toEqual({ time, codes: ['BAD_USER_INPUT'] });
  }
});

const rows = (statement: string, value: unknown): Promise<any[]> => contest.em().getConnection().execute(statement, [value]);

const made = (name: string, type: string, input: object) =>
  organiser.ask(
    `mutation ($input: ${name.charAt(0).toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { ... on ${type} { id version } ... on Refusal { code path } } }`,
    { input },
  );

const edit = (name: string, type: string, fixed: string, { read, ...optional }: { read: string } & Record<string, string>): string => {
  const fields = Object.keys(optional).map((field) => `${field}: $${field}`);
  const declared = Object.entries(optional).map(([field, of]) => `$${field}: ${of}`);
  return `mutation ($id: ID!, $v: Int!, ${declared.join(', ')}) { ${name}(input: { ${fixed}, version: $v, ${fields.join(', ')} }) { __typename ... on ${type} { id version ${read} } ... on Refusal { refusal: code path } } }`;
};

async function held(edited: {
  client: Client;
  document: string;
  id: string;
  version: number;
  full: Record<string, unknown>;
  nulls: Record<string, unknown>;
}) {
  const { client, document, id, full, nulls } = edited;
  let v = edited.version;
  const send = async (more: Record<string, unknown>) => {
    const { version, id: same, __typename, ...rest } = await client.ask(document, { id, v, ...more });
    expect(same).toBe(id);
    expect(__typename).not.toBe('Refusal');
    v = version ?? v;
    return rest as Record<string, unknown>;
  };
  const first = await send(full);
  const left = [await send({}), await send({}), await send({})];
  const emptied = await send(nulls);
  return { first, left, emptied };
}

test('a unit keeps its codes where only its name is edited', async () => {
  const { id, version } = await made('createUnit', 'Unit', {
    kind: 'COMMUNE',
    nameVi: 'Xã Song Phương',
    nameEn: 'Song Phuong',
    parentId: district.units.district,
    validFrom: '2021-01-01',
  });
  const document = edit('editUnit', 'Unit', 'unitId: $id, kind: COMMUNE, nameVi: "Xã Song Phương", nameEn: "Song Phuong"', {
    statisticsCode: 'String',
    abbreviation: 'String',
    read: 'statisticsCode abbreviation',
  });
  const full = { statisticsCode: '09999', abbreviation: 'SP' };

  expect(await held({ client: organiser, document, id, version, full, nulls: { statisticsCode: null, abbreviation: null } })).toEqual({
    first: full,
    left: [full, full, full],
    emptied: { statisticsCode: null, abbreviation: null },
  });
});

test('a reform area keeps its source, and stays retired, where only its name is edited', async () => {
  const { id, version } = await made('createArea', 'ReformArea', { areaCode: 'LEFT_OUT', nameVi: 'Lĩnh vực', nameEn: 'Area', ordinal: 9 });
  const document = edit('editArea', 'ReformArea', 'areaId: $id, nameVi: "Lĩnh vực", nameEn: "Area", ordinal: 9', {
    source: 'String',
    retired: 'Boolean',
    read: 'source retired',
  });
  const full = { source: 'Nghị quyết 76/NQ-CP', retired: true };

  expect(await held({ client: organiser, document, id, version, full, nulls: { source: null } })).toEqual({
    first: full,
    left: [full, full, full],
    emptied: { source: null, retired: true },
  });
});

test('a person keeps the telephone where only the name is edited', async () => {
  const admin = await contest.as(district.people.admin);
  const id = district.people.communeOfficer;
  const [{ version, fullName }] = await rows('select version, full_name as "fullName" from person where id = ?', id);
  const document = edit('editPerson', 'Person', `personId: $id, fullName: ${JSON.stringify(fullName)}, locale: vi`, {
    phone: 'String',
    read: 'phone',
  });
  const full = { phone: '0912 345 678' };

  expect(await held({ client: admin, document, id, version, full, nulls: { phone: null } })).toEqual({
    first: full,
    left: [full, full, full],
    emptied: { phone: null },
  });
});

test('a roll-out keeps its plan, money and dates where only its title is edited', async () => {
  const id = world.rolloutId!;
  const [{ version, lead }] = await rows('select version, lead_unit_id as lead from rollout where id = ?', id);
  const document = edit(
    'editRollout',
    'Rollout',
    `rolloutId: $id, titleVi: "Tên", titleEn: "Title", reason: "Lý do.", leadUnitId: "${String(lead)}"`,
    {
      legalBasis: 'String',
      plan: 'String',
      resources: 'String',
      cost: 'Dong',
      dueOn: 'LocalDate',
      service: 'PlatformService',
      read: 'legalBasis plan resources cost dueOn service',
    },
  );
  const full = {
    legalBasis: 'Kế hoạch 12',
    plan: 'Ba bước.',
    resources: 'Hai người.',
    cost: 5_000_000,
    dueOn: '2027-12-31',
    service: 'HANDOVERS',
  };
  const nulls = { legalBasis: null, plan: null, resources: null, cost: null, dueOn: null, service: null };

  expect(await held({ client: organiser, document, id, version, full, nulls })).toEqual({
    first: full,
    left: [full, full, full],
    emptied: nulls,
  });
});

test('what was agreed with a judge stands where only the least number of cards is set', async () => {
  const id = world.seatId!;
  const area = (await rows('select id from reform_area limit ?', 1))[0].id as string;
  const document = edit('setJuryTerms', 'JuryMember', 'seatId: $id, loadMin: 0', {
    loadMax: 'Int',
    absentFrom: 'LocalDate',
    absentTo: 'LocalDate',
    areaIds: '[ID!]',
    read: 'loadMax absentFrom absentTo areaIds',
  });
  const terms = { loadMax: 40, absentFrom: '2026-05-01', absentTo: '2026-05-09' };
  const nulls = { loadMax: null, absentFrom: null, absentTo: null, areaIds: null };
  const kept = { ...terms, areaIds: [area] };

  expect(await held({ client: organiser, document, id, version: 0, full: { ...terms, areaIds: [area] }, nulls })).toEqual({
    first: kept,
    left: [kept, kept, kept],
    emptied: { loadMax: null, absentFrom: null, absentTo: null, areaIds: [] },
  });
});

test('a card keeps the comment of a criterion whose points alone are sent', async () => {
  const judge = await contest.as(world.judgeId!);
  const id = world.scorecardId!;
  const [{ version }] = await rows('select version from scorecard where id = ?', id);
  const document = `mutation ($id: ID!, $v: Int!, $points: Decimal, $comment: String) {
    saveScorecard(input: { scorecardId: $id, version: $v, marks: [{ criterion: "novelty", points: $points, comment: $comment }] }) {
      __typename ... on Scorecard { id version marks { criterion points comment } } ... on Refusal { code path } } }`;
  const mark = (points: string | null, comment: string | null) => ({ marks: [{ criterion: 'novelty', points, comment }] });

  expect(await held({ client: judge, document, id, version, full: { points: '20', comment: 'Mới.' }, nulls: { comment: null } })).toEqual({
    first: mark('20', 'Mới.'),
    left: Array(3).fill(mark('20', 'Mới.')),
    emptied: mark('20', null),
  });
});

test('a phase keeps its end where only its beginning is moved', async () => {
  const { id, version } = await made('createContest', 'Contest', {
    hostUnitId: district.units.district,
    year: 2030,
    titleVi: 'Cuộc thi',
    titleEn: 'Contest',
    objectives: '',
    rosterAsOf: '2025-06-30',
  });
  const document = `mutation ($id: ID!, $v: Int!, $ends: DateTime) { setPhaseDates(input: { contestId: $id, version: $v,
    phases: [{ kind: JUDGING, startsAt: "2030-05-02T00:00:00+07:00", endsAt: $ends }] }) { __typename ... on Contest { id version phases { kind endsAt } } ... on Refusal { code path } } }`;
  const ends = '2030-06-30T10:00:00.000Z';
  const of = (endsAt: string | null) => expect.objectContaining({ phases: expect.arrayContaining([{ kind: 'JUDGING', endsAt }]) });

  expect(await held({ client: organiser, document, id, version, full: { ends }, nulls: { ends: null } })).toEqual({
    first: of(ends),
    left: [of(ends), of(ends), of(ends)],
    emptied: of(null),
  });
});
