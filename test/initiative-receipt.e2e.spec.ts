import { OutboxEvent } from '#lib/platform';
import { Initiative, InitiativeVersion, Screening } from '#domain/initiative';
import { PhaseService } from '#lib/contest';
import { SubmissionService } from '#lib/initiative';
import { SYSTEM } from '#lib/kernel';
import { type RunningYear, aContest } from './support/contests.js';
import { type District, aDistrict } from './support/factories.js';
import { type Client, type RunningContest, startContest } from './support/harness.js';
import { aDraft, aSubmitted, allDeclared, refusal, soleAuthor, tell, texts } from './support/initiatives.js';

let contest: RunningContest;
let district: District;
let submitter: Client;
let organiser: Client;

beforeAll(async () => {
  contest = await startContest();
  district = await aDistrict(contest);
  submitter = await contest.as(district.people.submitter);
  organiser = await contest.as(district.people.organiser);
});

afterAll(() => contest.stop());

test('of twenty who send one initiative at once, one does; the receipts of a contest leave no number out', async () => {
  const free = await aContest(contest, district, { headConfirms: false });
  const drafts = await Promise.all([1, 2, 3].map(() => aDraft(contest, district, free)));
  const [first] = drafts;
  const input = { initiativeId: first!.id, version: first!.version };

  const replies = await Promise.all(Array.from({ length: 20 }, () => tell(submitter, 'submitInitiative', input)));
  expect(replies.filter(({ state }) => state === 'SUBMITTED').length).toBe(1);
  expect(new Set(replies.filter(({ code }) => code).map(({ code }) => code))).toEqual(new Set(['INITIATIVE_TRANSITION']));
  expect(await contest.em().count(InitiativeVersion, { initiative: first!.id })).toBe(1);

  await Promise.all(drafts.slice(1).map(({ id, version }) => tell(submitter, 'submitInitiative', { initiativeId: id, version })));
  const numbers = await contest.em().find(Initiative, { contest: free.id });
  expect(numbers.map(({ receiptNumber }) => receiptNumber).sort()).toEqual([1, 2, 3]);
});

test('receipts are counted by host and year, over all its contests and what comes on paper: none is given twice, none is left out', async () => {
  const years = [await aContest(contest, district, { headConfirms: false }), await aContest(contest, district, { headConfirms: false })];
  const drafts = await Promise.all(Array.from({ length: 16 }, (_, at) => aDraft(contest, district, years[at % 2]!)));
  const incomplete = await Promise.all([0, 1].map((at) => aDraft(contest, district, years[at]!, { effect: '' })));
  const paper = (year: RunningYear) => ({
    ...{ contestId: year.id, areaId: year.areaId, ownerUnitId: district.units.laPhu, ...texts },
    ...{ authors: soleAuthor(district.people.communeOfficer), receivedAt: contest.clock.now().toISOString() },
  });
  const before = await numbersOf(2026);

  const replies = await Promise.all([
    ...[...drafts, ...incomplete].map(({ id, version }) => tell(submitter, 'submitInitiative', { initiativeId: id, version })),
    ...[...years, ...years].map((year) => tell(organiser, 'enterPaperInitiative', paper(year))),
  ]);

  expect(replies.filter(({ code }) => code).map(({ code, path }) => [code, path])).toEqual(Array(2).fill(['TEXT_MISSING', 'effect']));
  const after = await numbersOf(2026);
  expect(after.slice(before.length)).toEqual(Array.from({ length: 20 }, (_, at) => before.length + 1 + at));
  const elsewhen = await aContest(contest, district, { headConfirms: false, year: 2027 });
  expect((await aSubmitted(contest, district, elsewhen)).receiptNumber).toBe('2027-001');

  // One contest's number, given again by another of the same host and year.
  const [one, other] = await Promise.all(
    years.map(({ id }) =>
      contest.em().findOneOrFail(Initiative, { contest: id, receiptYear: 2026 }, { orderBy: { receiptNumber: 'asc' } }),
    ),
  );
  await expect(contest.em().nativeUpdate(Initiative, { id: other!.id }, { receiptNumber: one!.receiptNumber })).rejects.toThrow(
    'initiative_receipt_of_host_once',
  );
});

/** The numbers that were given of a year, in their order. */
async function numbersOf(receiptYear: number): Promise<(number | null)[]> {
  const given = await contest.em().find(Initiative, { receiptYear, receiptHost: district.units.district });
  return given.map(({ receiptNumber }) => receiptNumber).sort((a, b) => Number(a) - Number(b));
}

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
  expect(await tell(organiser, 'screenInitiative', { ...after, verdict: 'ELIGIBLE', reason: 'Đủ' })).toEqual(
    refusal('INITIATIVE_TRANSITION'),
  );
  expect(await contest.em().count(Screening, { initiative: sent.id })).toBe(0);

  const eligible = await aSubmitted(contest, district, free);
  const found = await tell(organiser, 'screenInitiative', {
    initiativeId: eligible.id,
    version: eligible.version,
    verdict: 'ELIGIBLE',
    reason: 'Đủ hồ sơ',
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
  expect(kept).toMatchObject({ state: 'DRAFT', title: 'Muộn nhưng không mất', receiptNumber: null });

  await contest.get(PhaseService).advancePhase(SYSTEM, { contestId: free.id });
  await expect(contest.get(PhaseService).advancePhase(SYSTEM, { contestId: free.id })).rejects.toMatchObject({
    code: 'SCREENING_UNFINISHED',
  });
  const declared = await tell(submitter, 'declareInitiative', { initiativeId: back.id, version: back.version, ...allDeclared });
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

test('the secretariat enters what came on paper; what came before the contest opened, or late, is not taken', async () => {
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
  expect(entered).toMatchObject({ state: 'SUBMITTED', receiptNumber: expect.stringMatching(/^2026-\d{3}$/) });
  const next = `2026-${String(Number(entered.receiptNumber.slice(5)) + 1).padStart(3, '0')}`;
  expect(await tell(organiser, 'enterPaperInitiative', { ...input, receivedAt: new Date(now.getTime() + 1).toISOString() })).toEqual(
    refusal('PAPER_NOT_YET', 'receivedAt'),
  );
  const early = new Date(now.getTime() - 1).toISOString();
  expect(await tell(organiser, 'enterPaperInitiative', { ...input, receivedAt: early })).toEqual(
    refusal('PAPER_BEFORE_OPENING', 'receivedAt'),
  );
  contest.clock.set(new Date(free.deadline.getTime() + 2 * 86_400_000));
  const late = new Date(free.deadline.getTime() + 3_600_000).toISOString();
  expect(await tell(organiser, 'enterPaperInitiative', { ...input, receivedAt: late })).toEqual(refusal('PAPER_LATE', 'receivedAt'));
  const inTime = new Date(free.deadline.getTime() - 3_600_000).toISOString();
  expect(await tell(organiser, 'enterPaperInitiative', { ...input, receivedAt: inTime })).toMatchObject({
    state: 'SUBMITTED',
    receiptNumber: next,
  });
  contest.clock.set(now);
  expect(await contest.em().count(Initiative, { contest: free.id })).toBe(2);
  await expect(contest.get(SubmissionService).recordPastInitiative(SYSTEM, { ...input, title: 'Cũ' })).rejects.toMatchObject({
    code: 'CONTEST_NOT_RECORDED',
  });
});
