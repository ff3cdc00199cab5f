import { jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { Initiative } from '#domain/initiative';
import { UnitQueries } from '#lib/units';
import { changed, content } from './support/content.js';
import { type District, aDistrict } from './support/factories.js';
import { type RunningContest, startContest } from './support/harness.js';
import { marksOf } from './support/judging.js';
import { operationsOf } from './support/operations.js';
import { type World, aWorld, done } from './support/world.js';

let contest: RunningContest;
let district: District;
let world: World;
let documents: Map<string, string>;
let closedPeriodId: string;
let sentVersion: number;

beforeAll(async () => {
  contest = await startContest();
  documents = new Map(
    operationsOf(contest.app.get(GraphQLSchemaHost, { strict: false }).schema).map(({ name, document }) => [name, document]),
  );
  district = await aDistrict(contest);
  world = await aWorld(contest, district);
  const organiser = await contest.as(district.people.organiser);
  const window = { startsOn: '2023-12-15', endsOn: '2024-02-20', dueOn: '2026-12-20' };
  const period = await done(organiser, 'openReportingPeriod', {
    hostUnitId: district.units.district,
    key: 'CLOSED',
    nameVi: 'Kỳ đã khóa',
    nameEn: 'Closed',
    ...window,
  });
  sentVersion = (await contest.em().findOneOrFail(Initiative, { id: world.sentId! })).version;
  closedPeriodId = period.id;
  await done(organiser, 'closePeriod', { periodId: closedPeriodId, version: period.version });
});
afterAll(() => contest.stop());

type Person = 'submitter' | 'organiser' | 'communeOfficer' | 'admin' | 'theJudge';
type Bad = [what: string, by: Person, operation: string, input: () => Record<string, unknown>, code: string, path: string | null];

const upload = (changes: Record<string, unknown>) => () => ({
  ownerType: 'initiative',
  ownerId: world.draftId,
  fileName: 'a.pdf',
  contentType: 'application/pdf',
  size: 100,
  ...changes,
});
const marked = (marks: unknown) => () => ({ scorecardId: world.scorecardId, version: 3, marks });
const unit = (nameVi: string) => () => ({
  kind: 'COMMUNE',
  nameVi,
  nameEn: 'Van Canh',
  parentId: district.units.district,
  validFrom: '2021-01-01',
});
const author = (personId: string, share: string, lead: boolean) => ({ personId, share, lead });

const BAD: Bad[] = [
  [
    'shares that do not sum to 100',
    'submitter',
    'setAuthors',
    () => ({
      initiativeId: world.draftId,
      version: 3,
      authors: [author(district.people.submitter, '60', true), author(district.people.head, '30', false)],
    }),
    'SHARES_NOT_100',
    'authors',
  ],
  [
    'a judge who is an author',
    'organiser',
    'seatPerson',
    () => ({ contestId: world.openContestId, personId: district.people.submitter, kind: 'JUDGE' }),
    'PERSON_IS_AUTHOR',
    'personId',
  ],
  ['a mark out of range', 'theJudge', 'saveScorecard', marked(marksOf('30.5', '1', '1')), 'MARK_OUT_OF_RANGE', 'marks.0.points'],
  ['a mark off its step', 'theJudge', 'saveScorecard', marked(marksOf('1', '1.3', '1')), 'MARK_OFF_STEP', 'marks.1.points'],
  [
    'a mark for a criterion that is not there',
    'theJudge',
    'saveScorecard',
    marked([{ criterion: 'style', points: '1' }]),
    'MARK_NOT_IN_RUBRIC',
    'marks.0.criterion',
  ],
  ['a mark that is missing', 'theJudge', 'signScorecard', marked(marksOf('1', '1', '1').slice(1)), 'MARK_MISSING', 'marks'],
  [
    'an edit of an old version',
    'admin',
    'editUnit',
    () => ({ unitId: district.units.laPhu, version: 99, kind: 'COMMUNE', nameVi: 'Xã La Phù', nameEn: 'La Phu' }),
    'STALE',
    'version',
  ],
  [
    'a reason of blanks alone',
    'organiser',
    'holdPhase',
    () => ({ contestId: world.openContestId, version: 99, reason: '    ' }),
    'REASON_MISSING',
    'reason',
  ],
  [
    'a reason that is too short without the blanks around it',
    'organiser',
    'setConflict',
    () => ({ initiativeId: world.sentId, personId: district.people.organiser, type: 'FAMILY', reason: ' a  ' }),
    'INPUT_INVALID',
    'reason',
  ],
  ['a file too large', 'submitter', 'requestUpload', upload({ size: 1_000_000_000 }), 'FILE_TOO_LARGE', 'size'],
  ['a file that is empty', 'submitter', 'requestUpload', upload({ size: 0 }), 'FILE_EMPTY', 'size'],
  ['a file of a false type', 'submitter', 'requestUpload', upload({ fileName: 'a.png' }), 'FILE_TYPE_FALSE', 'fileName'],
  [
    'a file with a name from another system',
    'submitter',
    'requestUpload',
    upload({ fileName: 'C:\\Users\\a.pdf' }),
    'FILE_NAME_INVALID',
    'fileName',
  ],
  [
    'a transition that the state table has not',
    'organiser',
    'disqualifyInitiative',
    () => ({ initiativeId: world.sentId, version: sentVersion, reason: 'Sao chép.' }),
    'INITIATIVE_TRANSITION',
    null,
  ],
  [
    'a figure for a closed period',
    'communeOfficer',
    'saveReport',
    () => ({
      periodId: closedPeriodId,
      unitId: district.units.anKhanh,
      version: 0,
      figures: [{ indicatorId: world.indicatorId, value: '1' }],
    }),
    'PERIOD_CLOSED',
    null,
  ],
  ['a name of blanks alone', 'admin', 'createUnit', unit(' \u00a0\u3000'), 'INPUT_INVALID', 'nameVi'],
  ['a name of which nothing can be seen', 'admin', 'createUnit', unit('\u200b\u00ad\u3164\u0007'), 'INPUT_INVALID', 'nameVi'],
];

async function as(person: Person, language: string) {
  const id = person === 'theJudge' ? world.judgeId! : district.people[person];
  return contest.client({ ...(await contest.headersOf(id)), 'accept-language': language });
}

test.each(BAD)('%s is refused with its code and path, in the language of the reader, and nothing is written', async (...bad) => {
  const [, by, operation, input, code, path] = bad;
  const readers = [await as(by, 'vi'), await as(by, 'en')];
  const before = await content(contest, ['session']);

  const [vi, en] = await Promise.all(readers.map((reader) => reader.ask(documents.get(operation)!, { input: input() })));

  expect(vi).toEqual({ __typename: 'Refusal', refusalCode: code, refusalPath: path, message: expect.not.stringMatching(/[{}]|^[A-Z_]+$/) });
  expect(en).toEqual({ ...vi, message: expect.not.stringMatching(/[{}]|^[A-Z_]+$|[ăâđêôơưạảấầậắằặẹếềệịọốồộớờợụứừựỳỹ]/) });
  expect(changed(before, await content(contest, ['session']))).toEqual([]);
});

test('all fields that do not fit are told at once, each with its path, those of what is nested too', async () => {
  const submitter = await as('submitter', 'en');
  const asked = `mutation ($input: SetAuthorsInput!) { setAuthors(input: $input) { ... on Refusal { code path problems { code path } } } }`;
  const author = { personId: 'nobody', share: '50', lead: true };
  const ended = `mutation ($input: EndSeatInput!) { endSeat(input: $input) { ... on Refusal { problems { code path } } } }`;

  expect(
    await submitter.ask(asked, { input: { initiativeId: 'none', version: 1, authors: [author, author], clientMutationId: 'short' } }),
  ).toEqual({
    code: 'INPUT_INVALID',
    path: 'authors.0.personId',
    problems: ['authors.0.personId', 'authors.1.personId', 'clientMutationId', 'initiativeId'].map((path) => ({
      code: 'INPUT_INVALID',
      path,
    })),
  });
  expect(await (await as('organiser', 'vi')).ask(ended, { input: { seatId: 'none', reason: '  ' } })).toEqual({
    problems: [
      { code: 'INPUT_INVALID', path: 'seatId' },
      { code: 'REASON_MISSING', path: 'reason' },
    ],
  });
});

test('an unexpected error is logged under the id that the client gets, and its message stays here', async () => {
  const logged = jest.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);
  jest.spyOn(contest.get(UnitQueries), 'unit').mockRejectedValueOnce(new Error('password of the database'));

  const { errors } = await (await as('organiser', 'vi')).send('query ($id: ID!) { unit(id: $id) { id } }', { id: district.units.district });

  const id = String(errors?.[0]?.extensions.id);
  expect(errors).toEqual([
    expect.objectContaining({
      message: expect.stringContaining(id),
      extensions: { code: 'INTERNAL', id, messages: { vi: expect.stringContaining(id), en: expect.stringContaining(id) } },
    }),
  ]);
  expect(logged).toHaveBeenCalledWith(
    expect.objectContaining({ id, error: expect.stringContaining('password of the database') }),
    expect.stringContaining(id),
  );
  logged.mockRestore();
});
