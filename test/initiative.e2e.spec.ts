import { AuditEntry } from '#lib/platform';
import { Initiative, InitiativeVersion } from '#domain/initiative';
import { Mail, Notice } from '#domain/notice';
import { SeatService } from '#lib/contest';
import { SYSTEM } from '#lib/kernel';
import { type RunningYear, aContest } from './support/contests.js';
import { type District, aDistrict, aPerson } from './support/factories.js';
import { type Client, type RunningContest, startContest } from './support/harness.js';
import { aDraft, aSubmitted, allDeclared, refusal, soleAuthor, tell, texts } from './support/initiatives.js';

let contest: RunningContest;
let district: District;
let year: RunningYear;
let submitter: Client;
let organiser: Client;

beforeAll(async () => {
  contest = await startContest();
  district = await aDistrict(contest);
  year = await aContest(contest, district, { headConfirms: true });
  submitter = await contest.as(district.people.submitter);
  organiser = await contest.as(district.people.organiser);
});

afterAll(() => contest.stop());

const order = () => ({ contestId: year.id, areaId: year.areaId, ownerUnitId: district.units.finance });

test('the head is told when nothing is missing but their word, and again when a confirmed one was changed or one came back', async () => {
  const head = await contest.as(district.people.head);
  const own = await aContest(contest, district, { headConfirms: true });
  const draft = await tell(submitter, 'draftInitiative', { ...order(), contestId: own.id, areaId: own.areaId, ...texts });
  const at = (row: { version: number }) => ({ initiativeId: draft.id as string, version: row.version });
  const told = async () => {
    await contest.drain();
    const notices = await contest.em().find(Notice, { kind: 'initiative.awaitsHead', path: `/initiatives/${String(draft.id)}` });
    expect(new Set(notices.map(({ person }) => person.id)).size).toBeLessThan(2);
    return notices.filter(({ person }) => person.id === district.people.head).length;
  };
  expect(await told()).toBe(0);
  const half = await tell(submitter, 'declareInitiative', { ...at(draft), ...allDeclared, ownWork: false });
  expect(await told()).toBe(0);
  const declared = await tell(submitter, 'declareInitiative', { ...at(half), ...allDeclared });
  const typed = await tell(submitter, 'saveDraft', { ...at(declared), effect: 'Đúng hạn 98%.' });
  expect(await told()).toBe(1);

  const confirmed = await tell(head, 'confirmInitiative', at(typed));
  const changed = await tell(submitter, 'saveDraft', { ...at(confirmed), effect: 'Đúng hạn 97%.' });
  expect(await told()).toBe(2);
  const sent = await tell(submitter, 'submitInitiative', at(await tell(head, 'confirmInitiative', at(changed))));
  const returned = await tell(organiser, 'returnInitiative', { ...at(sent), dueAt: '2026-06-01T10:00:00Z', reason: 'Thiếu số liệu.' });
  expect(await told()).toBe(2);
  contest.clock.set(new Date(contest.clock.now().getTime() + 1000));
  const first = await tell(submitter, 'saveDraft', { ...at(returned), effect: 'Đúng hạn 96%.' });
  contest.clock.set(new Date(contest.clock.now().getTime() + 1000));
  await tell(submitter, 'saveDraft', { ...at(first), effect: 'Đúng hạn 95%.' });
  expect(await told()).toBe(3);
});

test('from the first word to the verdict: drafted, saved, declared, confirmed, sent, returned, sent again, found eligible', async () => {
  const head = await contest.as(district.people.head);
  const draft = await tell(submitter, 'draftInitiative', { ...order(), title: 'Nhắc hạn' });
  expect(draft).toEqual({ __typename: 'Initiative', id: draft.id, version: 1, state: 'DRAFT', receiptNumber: null, title: 'Nhắc hạn' });
  const initiativeId = draft.id as string;
  const at = (row: { version: number }) => ({ initiativeId, version: row.version });

  const saved = await tell(submitter, 'saveDraft', { ...at(draft), ...texts });
  const authors = [
    { personId: district.people.submitter, share: '66.67', lead: true },
    { personId: district.people.communeOfficer, share: '33.33', lead: false },
  ];
  const named = await tell(submitter, 'setAuthors', { ...at(saved), authors });
  const declared = await tell(submitter, 'declareInitiative', { ...at(named), ...allDeclared });
  expect(await tell(submitter, 'submitInitiative', at(declared))).toEqual(refusal('HEAD_NOT_CONFIRMED'));
  expect(await tell(submitter, 'confirmInitiative', at(declared))).toEqual(refusal('NOT_HEAD'));
  const confirmed = await tell(head, 'confirmInitiative', at(declared));
  const sent = await tell(submitter, 'submitInitiative', at(confirmed));
  expect(sent).toMatchObject({ state: 'SUBMITTED', receiptNumber: '2026-002' });

  const returned = await tell(organiser, 'returnInitiative', {
    ...at(sent),
    dueAt: '2026-06-01T10:00:00Z',
    reason: 'Thiếu số liệu về hiệu quả.',
  });
  expect(returned.state).toBe('RETURNED');
  const completed = await tell(submitter, 'saveDraft', { ...at(returned), effect: 'Trong 6 tháng, 1.355 lượt nhắc.' });
  const again = await tell(head, 'confirmInitiative', at(completed));
  const resent = await tell(submitter, 'submitInitiative', at(again));
  expect(resent).toMatchObject({ state: 'SUBMITTED', receiptNumber: '2026-002' });
  expect(await tell(organiser, 'screenInitiative', { ...at(resent), verdict: 'ELIGIBLE', reason: 'Đủ hồ sơ.' })).toMatchObject({
    state: 'ELIGIBLE',
  });

  const whole = await submitter.ask(
    `query ($id: ID!) { initiative(id: $id) { authors { person { id } share lead } versions { number hash } screenings { verdict reason } canEdit canSubmit canWithdraw canScreen whyNotSubmit { code } } }`,
    { id: initiativeId },
  );
  expect(whole).toEqual({
    authors: authors.map(({ personId, ...said }) => ({ person: { id: personId }, ...said })),
    versions: [
      { number: 1, hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
      { number: 2, hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
    ],
    screenings: [
      { verdict: 'RETURNED', reason: 'Thiếu số liệu về hiệu quả.' },
      { verdict: 'ELIGIBLE', reason: 'Đủ hồ sơ.' },
    ],
    canEdit: false,
    canSubmit: false,
    canWithdraw: true,
    canScreen: false,
    whyNotSubmit: null,
  });
  const version = await contest.em().findOneOrFail(InitiativeVersion, { initiative: initiativeId, number: 1 });
  expect(await submitter.ask(`query ($id: ID!) { initiativeVersion(id: $id) { effect authors { share } } }`, { id: version.id })).toEqual({
    effect: texts.effect,
    authors: [{ share: '66.67' }, { share: '33.33' }],
  });

  await contest.drain();
  const notices = await contest
    .em()
    .find(Notice, { path: `/initiatives/${initiativeId}`, person: district.people.communeOfficer }, { orderBy: { id: 'asc' } });
  expect(notices.map(({ subjectVi }) => subjectVi)).toEqual([
    'Đã tiếp nhận sáng kiến 2026-002',
    'Đề nghị bổ sung sáng kiến 2026-002',
    'Đã tiếp nhận sáng kiến 2026-002',
    'Sáng kiến 2026-002 hợp lệ',
  ]);
  expect(await contest.em().count(Mail, { path: `/initiatives/${initiativeId}`, person: district.people.submitter })).toBe(4);
});

test('an autosave on an old version is stale, and changes nothing', async () => {
  const draft = await aDraft(contest, district, year);
  const saved = await tell(submitter, 'saveDraft', { initiativeId: draft.id, version: draft.version, title: 'Tên mới' });

  expect(await tell(submitter, 'saveDraft', { initiativeId: draft.id, version: draft.version, title: 'Tên cũ' })).toEqual(
    refusal('STALE', 'version'),
  );
  expect(await contest.em().findOneOrFail(Initiative, { id: draft.id })).toMatchObject({ title: 'Tên mới', version: saved.version });
});

test.each([
  [
    'shares that do not sum to 100',
    [
      ['submitter', '50', true],
      ['head', '49.99', false],
    ],
    'SHARES_NOT_100',
    'authors',
  ],
  [
    'a share with three decimals',
    [
      ['submitter', '50.001', true],
      ['head', '49.999', false],
    ],
    'SHARE_TOO_FINE',
    'authors.0.share',
  ],
  ['nobody', [], 'AUTHORS_MISSING', 'authors'],
  [
    'somebody twice',
    [
      ['submitter', '50', true],
      ['submitter', '50', false],
    ],
    'AUTHOR_TWICE',
    'authors.1.personId',
  ],
  [
    'two leads',
    [
      ['submitter', '50', true],
      ['head', '50', true],
    ],
    'LEAD_AUTHOR_NOT_ONE',
    'authors',
  ],
])('the authors are refused: %s', async (_, named, code, path) => {
  const draft = await aDraft(contest, district, year);
  const authors = named.map(([who, share, lead]) => ({ personId: district.people[who as 'submitter'], share, lead }));

  expect(await tell(submitter, 'setAuthors', { initiativeId: draft.id, version: draft.version, authors })).toEqual(refusal(code, path));
  const kept = await submitter.ask(`query ($id: ID!) { initiative(id: $id) { version authors { person { id } share } } }`, {
    id: draft.id,
  });
  expect(kept).toEqual({ version: draft.version, authors: [{ person: { id: district.people.submitter }, share: '100' }] });
});

test('shares that do not sum to 100 are not kept by the database either', async () => {
  const draft = await aDraft(contest, district, year);

  await expect(
    contest.em().getConnection().execute(`update initiative_author set share = 60 where initiative_id = '${draft.id}'`),
  ).rejects.toThrow('sum to 60');
});

test('who has a seat is not an author, and an author is not seated', async () => {
  const judge = await aPerson(contest, { unitId: district.units.culture, role: 'JUDGE' });
  await contest.get(SeatService).seat(SYSTEM, { contestId: year.id, personId: judge, kind: 'JUDGE' });
  const before = await contest.em().count(Initiative);

  expect(await tell(submitter, 'draftInitiative', { ...order(), authors: soleAuthor(judge) })).toEqual(
    refusal('AUTHOR_HAS_SEAT', 'authors.0.personId'),
  );
  expect(await contest.em().count(Initiative)).toBe(before);

  const author = await aPerson(contest, { unitId: district.units.culture });
  await aDraft(contest, district, year, { authors: soleAuthor(author) });
  await expect(contest.get(SeatService).seat(SYSTEM, { contestId: year.id, personId: author, kind: 'JUDGE' })).rejects.toMatchObject({
    code: 'PERSON_IS_AUTHOR',
  });
});

test('a unit off the roster, an area the contest does not take, and another unit are refused', async () => {
  const other = await aContest(contest, district);
  const before = await contest.em().count(Initiative);

  expect(await tell(submitter, 'draftInitiative', { ...order(), areaId: other.areaId })).toEqual(refusal('AREA_NOT_IN_CONTEST', 'areaId'));
  expect(await tell(submitter, 'draftInitiative', { ...order(), ownerUnitId: district.units.culture })).toEqual(
    refusal('NOT_FOUND', 'ownerUnitId'),
  );
  expect(await contest.em().count(Initiative)).toBe(before);
});

test.each([
  ['a text is missing', { words: { effect: ' ' } }, 'TEXT_MISSING', 'effect'],
  ['a declaration is missing', { declarations: { nobodyOnJury: false } }, 'DECLARATION_MISSING', 'nobodyOnJury'],
])('it is not taken where %s', async (_, changes: { words?: object; declarations?: object }, code, path) => {
  const draft = await aDraft(contest, district, year);
  const saved = await tell(submitter, 'saveDraft', { initiativeId: draft.id, version: draft.version, ...changes.words });
  const declared = await tell(submitter, 'declareInitiative', {
    initiativeId: draft.id,
    version: saved.version,
    ...allDeclared,
    ...changes.declarations,
  });
  const input = { initiativeId: draft.id, version: declared.version };

  expect(await tell(submitter, 'submitInitiative', input)).toEqual(refusal(code, path));
  expect(await contest.em().findOneOrFail(Initiative, { id: draft.id })).toMatchObject({ state: 'DRAFT', receiptNumber: null });
});

test('another unit finds nothing: not to read, to save, to send; nor does a draft exist for the office', async () => {
  const stranger = await contest.as(await aPerson(contest, { unitId: district.units.culture, role: 'SUBMITTER' }));
  const draft = await aDraft(contest, district, year);
  const input = { initiativeId: draft.id, version: draft.version };

  expect(await stranger.ask(`query ($id: ID!) { initiative(id: $id) { id } }`, { id: draft.id })).toBeNull();
  expect(await organiser.ask(`query ($id: ID!) { initiative(id: $id) { id } }`, { id: draft.id })).toBeNull();
  expect(await tell(stranger, 'saveDraft', { ...input, title: 'Của tôi' })).toEqual(refusal('NOT_FOUND'));
  expect(await tell(stranger, 'submitInitiative', input)).toEqual(refusal('NOT_FOUND'));
  expect(await tell(organiser, 'screenInitiative', { ...input, verdict: 'ELIGIBLE', reason: 'Đủ' })).toEqual(refusal('NOT_FOUND'));
  expect(await contest.em().findOneOrFail(Initiative, { id: draft.id })).toMatchObject({ version: draft.version, state: 'DRAFT' });
});

test('what is confidential is read by its owner and the secretariat, not by the leader; reading for the office is logged', async () => {
  const free = await aContest(contest, district, { headConfirms: false });
  const { id } = await aSubmitted(contest, district, free, { confidential: 'Tên nhà cung cấp' });
  const read = `query ($id: ID!) { initiative(id: $id) { confidential } }`;
  const logged = () => contest.em().count(AuditEntry, { operation: 'readInitiative', subjectId: id });

  expect(await submitter.ask(read, { id })).toEqual({ confidential: 'Tên nhà cung cấp' });
  expect(await logged()).toBe(0);
  expect(await organiser.ask(read, { id })).toEqual({ confidential: 'Tên nhà cung cấp' });
  expect(await (await contest.as(district.people.leader)).ask(read, { id })).toEqual({ confidential: null });
  expect(await logged()).toBe(2);
});
