import { AuditEntry, OutboxEvent } from '#lib/platform';
import { Initiative, InitiativeVersion, Screening } from '#domain/initiative';
import { Mail, Notice } from '#domain/notice';
import { PhaseService, SeatService } from '#lib/contest';
import { SubmissionService } from '#lib/initiative';
import { SYSTEM } from '#lib/kernel';
import { type RunningYear, aContest } from './support/contests.js';
import { type District, aDistrict, aPerson } from './support/factories.js';
import { type Client, type RunningContest, startContest } from './support/harness.js';
import { aDraft, aSubmitted, soleAuthor, texts } from './support/initiatives.js';

const refusal = (code: string, path: string | null = null) => ({ __typename: 'Refusal', code, path });

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

/** Sends a mutation of one input and returns its one field. */
function tell(client: Client, mutation: string, input: object): Promise<any> {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  return client.ask(`mutation ($input: ${INPUTS[mutation] ?? type}!) { ${mutation}(input: $input) { ${OUT} } }`, { input });
}

const INPUTS: Record<string, string> = {
  submitInitiative: 'InitiativeInput',
  confirmInitiative: 'InitiativeInput',
  withdrawInitiative: 'ReasonedInitiativeInput',
  disqualifyInitiative: 'ReasonedInitiativeInput',
};
const OUT = `__typename ... on Initiative { id version state receipt: code title } ... on Refusal { code path }`;

const all = { ownWork: true, notPrizedElsewhere: true, nobodyOnJury: true };
const order = () => ({ contestId: year.id, areaId: year.areaId, ownerUnitId: district.units.finance });

test('from the first word to the verdict: drafted, saved, declared, confirmed, sent, returned, sent again, found eligible', async () => {
  const head = await contest.as(district.people.head);
  const draft = await tell(submitter, 'draftInitiative', { ...order(), title: 'Nhắc hạn' });
  expect(draft).toEqual({ __typename: 'Initiative', id: draft.id, version: 1, state: 'DRAFT', receipt: null, title: 'Nhắc hạn' });
  const initiativeId = draft.id as string;
  const at = (row: { version: number }) => ({ initiativeId, version: row.version });

  const saved = await tell(submitter, 'saveDraft', { ...at(draft), ...texts });
  const authors = [
    { personId: district.people.submitter, share: '66.67', lead: true },
    { personId: district.people.communeOfficer, share: '33.33', lead: false },
  ];
  const named = await tell(submitter, 'setAuthors', { ...at(saved), authors });
  const declared = await tell(submitter, 'declareInitiative', { ...at(named), ...all });
  expect(await tell(submitter, 'submitInitiative', at(declared))).toEqual(refusal('HEAD_NOT_CONFIRMED'));
  expect(await tell(submitter, 'confirmInitiative', at(declared))).toEqual(refusal('NOT_HEAD'));
  const confirmed = await tell(head, 'confirmInitiative', at(declared));
  const sent = await tell(submitter, 'submitInitiative', at(confirmed));
  expect(sent).toMatchObject({ state: 'SUBMITTED', receipt: '2026-001' });

  const returned = await tell(organiser, 'returnInitiative', {
    ...at(sent),
    dueAt: '2026-06-01T10:00:00Z',
    reason: 'Thiếu số liệu về hiệu quả.',
  });
  expect(returned.state).toBe('RETURNED');
  const completed = await tell(submitter, 'saveDraft', { ...at(returned), effect: 'Trong 6 tháng, 1.355 lượt nhắc.' });
  const again = await tell(head, 'confirmInitiative', at(completed));
  const resent = await tell(submitter, 'submitInitiative', at(again));
  expect(resent).toMatchObject({ state: 'SUBMITTED', receipt: '2026-001' });
  expect(await tell(organiser, 'screenInitiative', { ...at(resent), verdict: 'ELIGIBLE', reasons: 'Đủ hồ sơ.' })).toMatchObject({
    state: 'ELIGIBLE',
  });

  const whole = await submitter.ask(
    `query ($id: ID!) { initiative(id: $id) { authors { personId share lead } versions { number hash } screenings { verdict reasons } canEdit canSubmit canWithdraw canScreen whyNotSubmit { code } } }`,
    { id: initiativeId },
  );
  expect(whole).toEqual({
    authors,
    versions: [
      { number: 1, hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
      { number: 2, hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
    ],
    screenings: [
      { verdict: 'RETURNED', reasons: 'Thiếu số liệu về hiệu quả.' },
      { verdict: 'ELIGIBLE', reasons: 'Đủ hồ sơ.' },
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
    'Đã tiếp nhận sáng kiến 2026-001',
    'Đề nghị bổ sung sáng kiến 2026-001',
    'Đã tiếp nhận sáng kiến 2026-001',
    'Sáng kiến 2026-001 hợp lệ',
  ]);
  expect(await contest.em().count(Mail, { path: `/initiatives/${initiativeId}`, person: district.people.submitter })).toBe(4);
});

test('an autosave on an old version is stale, and changes nothing', async () => {
  const draft = await aDraft(contest, district, year);
  const saved = await tell(submitter, 'saveDraft', { initiativeId: draft.id, version: draft.version, title: 'Tên mới' });

  expect(await tell(submitter, 'saveDraft', { initiativeId: draft.id, version: draft.version, title: 'Tên cũ' })).toEqual(refusal('STALE'));
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
  const kept = await submitter.ask(`query ($id: ID!) { initiative(id: $id) { version authors { personId share } } }`, { id: draft.id });
  expect(kept).toEqual({ version: draft.version, authors: [{ personId: district.people.submitter, share: '100' }] });
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
    ...all,
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
  expect(await tell(organiser, 'screenInitiative', { ...input, verdict: 'ELIGIBLE', reasons: 'Đủ' })).toEqual(refusal('NOT_FOUND'));
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

test('of twenty who send one initiative at once, one does; the receipts of a contest leave no number out', async () => {
  const free = await aContest(contest, district, { headConfirms: false });
  const drafts = await Promise.all([1, 2, 3].map(() => aDraft(contest, district, free)));
  const [first] = drafts;
  const input = { initiativeId: first!.id, version: first!.version };

  const replies = await Promise.all(Array.from({ length: 20 }, () => tell(submitter, 'submitInitiative', input)));
  expect(replies.filter(({ state }) => state === 'SUBMITTED').length).toBe(1);
  expect(new Set(replies.filter(({ code }) => code).map(({ code }) => code))).toEqual(new Set(['STALE']));
  expect(await contest.em().count(InitiativeVersion, { initiative: first!.id })).toBe(1);

  await Promise.all(drafts.slice(1).map(({ id, version }) => tell(submitter, 'submitInitiative', { initiativeId: id, version })));
  const numbers = await contest.em().find(Initiative, { contest: free.id });
  expect(numbers.map(({ receiptNumber }) => receiptNumber).sort()).toEqual([1, 2, 3]);
});

test('sent twice under one key it is taken once, with the same outcome', async () => {
  const free = await aContest(contest, district, { headConfirms: false });
  const draft = await aDraft(contest, district, free);
  const input = { initiativeId: draft.id, version: draft.version, clientMutationId: 'submit-0001' };

  const [one, two] = [await tell(submitter, 'submitInitiative', input), await tell(submitter, 'submitInitiative', input)];
  expect(two).toEqual(one);
  expect(one.state).toBe('SUBMITTED');
  const events = await contest.em().find(OutboxEvent, { type: 'initiative.submitted' });
  expect(events.filter(({ payload }) => (payload as { initiativeId: string }).initiativeId === draft.id).length).toBe(1);
});

test('withdrawn with a reason, it stays so; rejected and disqualified likewise', async () => {
  const free = await aContest(contest, district, { headConfirms: false });
  const sent = await aSubmitted(contest, district, free);
  const input = { initiativeId: sent.id, version: sent.version };

  expect(await tell(submitter, 'withdrawInitiative', { ...input, reason: ' ' })).toEqual(refusal('REASON_MISSING', 'reason'));
  expect(await tell(organiser, 'disqualifyInitiative', { ...input, reason: 'Sao chép' })).toEqual(refusal('INITIATIVE_TRANSITION'));
  const withdrawn = await tell(submitter, 'withdrawInitiative', { ...input, reason: 'Trùng với đề tài khác.' });
  expect(withdrawn.state).toBe('WITHDRAWN');
  const after = { initiativeId: sent.id, version: withdrawn.version };
  expect(await tell(organiser, 'screenInitiative', { ...after, verdict: 'ELIGIBLE', reasons: 'Đủ' })).toEqual(
    refusal('INITIATIVE_TRANSITION'),
  );
  expect(await contest.em().count(Screening, { initiative: sent.id })).toBe(0);

  const eligible = await aSubmitted(contest, district, free);
  const found = await tell(organiser, 'screenInitiative', {
    initiativeId: eligible.id,
    version: eligible.version,
    verdict: 'ELIGIBLE',
    reasons: 'Đủ hồ sơ',
  });
  const out = await tell(organiser, 'disqualifyInitiative', {
    initiativeId: eligible.id,
    version: found.version,
    reason: 'Phát hiện sao chép.',
  });
  expect(out.state).toBe('DISQUALIFIED');
});

test('after the deadline and its grace nothing is taken: the draft is kept, and goes on being saved; what was returned has its own date', async () => {
  const now = contest.clock.now();
  const free = await aContest(contest, district, { headConfirms: false, graceMinutes: 15 });
  const [late, graceful, returned] = [
    await aDraft(contest, district, free),
    await aDraft(contest, district, free),
    await aSubmitted(contest, district, free),
  ];
  const dueAt = new Date(free.deadline.getTime() + 5 * 86_400_000);
  const back = await tell(organiser, 'returnInitiative', {
    initiativeId: returned.id,
    version: returned.version,
    dueAt: dueAt.toISOString(),
    reason: 'Thiếu minh chứng.',
  });

  contest.clock.set(new Date(free.deadline.getTime() + 14 * 60_000));
  expect(await tell(submitter, 'submitInitiative', { initiativeId: graceful.id, version: graceful.version })).toMatchObject({
    state: 'SUBMITTED',
  });
  contest.clock.set(new Date(free.deadline.getTime() + 15 * 60_000 + 1));
  expect(await tell(submitter, 'submitInitiative', { initiativeId: late.id, version: late.version })).toEqual(refusal('SUBMISSION_CLOSED'));
  const kept = await tell(submitter, 'saveDraft', { initiativeId: late.id, version: late.version, title: 'Muộn nhưng không mất' });
  expect(kept).toMatchObject({ state: 'DRAFT', title: 'Muộn nhưng không mất', receipt: null });

  await contest.get(PhaseService).advancePhase(SYSTEM, { contestId: free.id });
  await expect(contest.get(PhaseService).advancePhase(SYSTEM, { contestId: free.id })).rejects.toMatchObject({
    code: 'SCREENING_UNFINISHED',
  });
  const declared = await tell(submitter, 'declareInitiative', { initiativeId: back.id, version: back.version, ...all });
  contest.clock.set(new Date(dueAt.getTime() + 1));
  expect(await tell(submitter, 'submitInitiative', { initiativeId: back.id, version: declared.version })).toEqual(
    refusal('RETURN_OVERDUE'),
  );
  contest.clock.set(dueAt);
  expect(await tell(submitter, 'submitInitiative', { initiativeId: back.id, version: declared.version })).toMatchObject({
    state: 'SUBMITTED',
  });
  contest.clock.set(now);
});

test('the secretariat enters what came on paper; what came late is not taken', async () => {
  const free = await aContest(contest, district, { headConfirms: true });
  const input = {
    ...texts,
    contestId: free.id,
    areaId: free.areaId,
    ownerUnitId: district.units.laPhu,
    authors: soleAuthor(district.people.communeOfficer),
  };
  const now = contest.clock.now();

  const entered = await tell(organiser, 'enterPaperInitiative', { ...input, receivedAt: now.toISOString() });
  expect(entered).toMatchObject({ state: 'SUBMITTED', receipt: '2026-001' });
  expect(await tell(organiser, 'enterPaperInitiative', { ...input, receivedAt: new Date(now.getTime() + 1).toISOString() })).toEqual(
    refusal('PAPER_NOT_YET', 'receivedAt'),
  );
  contest.clock.set(new Date(free.deadline.getTime() + 2 * 86_400_000));
  const late = new Date(free.deadline.getTime() + 3_600_000).toISOString();
  expect(await tell(organiser, 'enterPaperInitiative', { ...input, receivedAt: late })).toEqual(refusal('SUBMISSION_CLOSED', 'receivedAt'));
  const inTime = new Date(free.deadline.getTime() - 3_600_000).toISOString();
  expect(await tell(organiser, 'enterPaperInitiative', { ...input, receivedAt: inTime })).toMatchObject({
    state: 'SUBMITTED',
    receipt: '2026-002',
  });
  contest.clock.set(now);
  expect(await contest.em().count(Initiative, { contest: free.id })).toBe(2);
  await expect(contest.get(SubmissionService).recordPastInitiative(SYSTEM, { ...input, title: 'Cũ' })).rejects.toMatchObject({
    code: 'CONTEST_NOT_RECORDED',
  });
});
