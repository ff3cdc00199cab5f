import { GraphQLSchemaHost, TypeMetadataStorage } from '@nestjs/graphql';
import { getMetadataStorage, validateSync } from 'class-validator';
import { getNamedType, isInputObjectType, isListType, isNonNullType } from 'graphql';
import { Initiative } from '#domain/initiative';
import { textKindOf } from '#lib/platform';
import { type RunningYear, aContest } from './support/contests.js';
import { type District, PASSWORD, aDistrict, aPerson } from './support/factories.js';
import { type Client, type RunningContest, startContest } from './support/harness.js';
import { allDeclared, refusal, soleAuthor, tell, texts } from './support/initiatives.js';
import { ME, SIGN_IN, mutation, signIn, someone } from './support/sign-in.js';

const UNIT = mutation('createUnit', 'CreateUnitInput', '... on Unit { id nameVi nameEn statisticsCode }');
const PERSON = mutation('createPerson', 'CreatePersonInput', '... on Person { id fullName email }');
const DRAFTED = `query ($id: ID!) { initiative(id: $id) { title problem solution } }`;

let contest: RunningContest;
let district: District;
let year: RunningYear;
let admin: Client;
let submitter: Client;

beforeAll(async () => {
  contest = await startContest();
  district = await aDistrict(contest);
  year = await aContest(contest, district, { headConfirms: false });
  [admin, submitter] = [await contest.as(district.people.admin), await contest.as(district.people.submitter)];
});
afterAll(() => contest.stop());

const unit = (more: object) => ({
  kind: 'COMMUNE',
  nameEn: 'A commune',
  parentId: district.units.district,
  validFrom: '2021-01-01',
  ...more,
});
const draft = (more: object) => ({
  ...{ contestId: year.id, areaId: year.areaId, ownerUnitId: district.units.finance, authors: soleAuthor(district.people.submitter) },
  ...texts,
  ...more,
});

test('what is typed with combining marks is composed, and a paste from Word is one line in a name', async () => {
  const made = await admin.ask(UNIT, {
    input: unit({ nameVi: ' Xã\u000bVân\u00a0 Canh\u200b '.normalize('NFD'), nameEn: 'Vân\u2028Canh', statisticsCode: ' 09\u00ad999 ' }),
  });
  expect(made).toMatchObject({ __typename: 'Unit', nameVi: 'Xã Vân Canh', nameEn: 'Vân Canh', statisticsCode: '09999' });
});

test('a text of several lines keeps them, a title has one', async () => {
  const made = await tell(submitter, 'draftInitiative', draft({ title: 'Một\u000bcửa', problem: '\u2028Dài\u000bvà\r\nrộng\u00a0 ' }));
  expect(await submitter.ask(DRAFTED, { id: made.id })).toEqual({ title: 'Một cửa', problem: 'Dài\nvà\nrộng', solution: texts.solution });
});

test.each(['\u200b', '\u3164', '\u2800', '\u00ad\u2060', ' \u00a0\n', '\u0000'])(
  'texts of nothing that can be seen are missing, and get no receipt (%j)',
  async (nothing) => {
    const blank = Object.fromEntries(Object.keys(texts).map((field) => [field, nothing]));
    const { id, version } = await tell(submitter, 'draftInitiative', draft(blank));
    const declared = await tell(submitter, 'declareInitiative', { initiativeId: id, version, ...allDeclared });
    expect(await tell(submitter, 'submitInitiative', { initiativeId: id, version: declared.version })).toEqual(
      refusal('TEXT_MISSING', 'title'),
    );
    expect((await contest.em().findOneOrFail(Initiative, { id })).receiptNumber).toBeNull();
  },
);

test('an e-mail address is taken without what cannot be seen in it, in its plain letters, and once', async () => {
  const made = await admin.ask(PERSON, { input: { fullName: 'Lê\u200b Thị  Mơ', email: '\ufeffMo@example.vn\u200b', unitId: null } });
  expect(made).toMatchObject({ fullName: 'Lê Thị Mơ', email: 'mo@example.vn' });
  for (const email of ['mo@example.vn\u00a0', 'ＭＯ@example.vn'])
    expect(await admin.ask(PERSON, { input: { fullName: 'Lê Mơ', email, unitId: null } })).toMatchObject({ code: 'EMAIL_TAKEN' });
});

test('who signs in may type the address with combining marks and blanks, and the password in either form', async () => {
  const { email, id } = await someone(contest, district);
  const secret = ' Mật\u200b khẩu\u00a0dài\u0007 ';
  const changed = await (
    await contest.as(id)
  ).ask(mutation('changePassword', 'ChangePasswordInput', '... on Session { id }'), {
    input: { present: PASSWORD, password: secret.normalize('NFD') },
  });
  expect(changed.__typename).toBe('Session');

  expect((await signIn(contest, ` ${email}\u200b`, secret.normalize('NFC'))).body.__typename).toBe('Session');
  expect((await signIn(contest, email.replace('@', '＠'), secret.normalize('NFC'))).body.__typename).toBe('Session');
  expect((await signIn(contest, email, secret.normalize('NFD'))).body.__typename).toBe('Session');
  for (const other of [secret.trim(), secret.replace('\u200b', ''), secret.replace('\u00a0', ' '), secret.replace('\u0007', '')])
    expect((await signIn(contest, email, other)).body.code).toBe('SIGN_IN_FAILED');
});

test('a mutation sent again in the other form of Unicode is the same', async () => {
  const input = unit({ nameVi: 'Xã Đắc Sở', clientMutationId: 'khoá của Đắc Sở' });
  const first = await admin.ask(UNIT, { input });
  const again = await admin.ask(UNIT, { input: JSON.parse(JSON.stringify(input).normalize('NFD')) });
  expect([first.__typename, again]).toEqual(['Unit', first]);
});

test('a file is kept under a name that can be seen, composed', async () => {
  const { id } = await tell(submitter, 'draftInitiative', draft({}));
  const REQUEST = mutation('requestUpload', 'RequestUploadInput', '... on FileUpload { id }');
  const fileName = ' Minh chứng\u200b\u202e lần\u00a01.pdf '.normalize('NFD');
  const made = await submitter.ask(REQUEST, {
    input: { ownerType: 'initiative', ownerId: id, fileName, contentType: 'application/pdf', size: 100 },
  });
  const [row] = await contest
    .em()
    .getConnection()
    .execute<{ name: string }[]>('select file_name as name from stored_file where id = ?', [made.id]);
  expect(row).toEqual({ name: 'Minh chứng lần 1.pdf' });
});

test('no text of any operation makes PostgreSQL fail, not even in an id', async () => {
  const { errors } = await admin.send('query ($id: ID!) { unit(id: $id) { id } }', { id: 'a\u0000b' });
  expect(errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
  expect((await admin.send(ME)).errors).toBeUndefined();
  expect((await contest.client().ask(SIGN_IN, { input: { email: 'a\ud800@b.vn\u0000', password: '\u0000\ud800' } })).code).toBe(
    'SIGN_IN_FAILED',
  );
  await aPerson(contest, { unitId: null });
});

/** Required texts that may be of nothing, or are held against a rule of their own; each says which. */
const EMPTY_IS_SAID_ELSEWHERE: Readonly<Record<string, string>> = {
  'ConfirmEmailInput.token': 'a link without it is refused as one that holds no longer',
  'RequestUploadInput.contentType': 'browsers know none for some files',
  'CreateContestInput.objectives': 'may be written later',
  'EditContestInput.objectives': 'may be written later',
  'RecordPastContestInput.objectives': 'may be written later',
  'ReasonedInitiativeInput.reason': 'REASON_MISSING, once the state allows it',
  'ReturnInitiativeInput.reason': 'REASON_MISSING, once the state allows it',
  'AskInput.words': 'REASON_MISSING, once the state allows it',
  'SendBackInitiativeInput.words': 'REASON_MISSING, once the state allows it',
  'DeclineAuthorshipInput.reason': 'REASON_MISSING, once the state allows it',
  'GiveNoSubmissionReasonInput.reason': 'REASON_MISSING, once the state allows it',
  'MoveReturnDueInput.reason': 'REASON_MISSING, once the state allows it',
  'RefuseExceptionInput.reason': 'REASON_MISSING, once the state allows it',
  'SaveNoteInput.text': 'to take the notes away',
  'RequestExceptionInput.reason': 'REASON_MISSING, once the state allows it',
  'ScreenInitiativeInput.reason': 'REASON_MISSING where it is not eligible',
  'MarkInput.criterion': 'MARK_NOT_IN_RUBRIC',
  'AcceptFirstAdministratorInput.token': 'LINK_INVALID',
  'ResetPasswordInput.token': 'LINK_INVALID',
};

/** `RULE_BOOK_KEY` and `RULE_BOOK_NAME`, each with its place in the book. */
const RULE_BOOK = /^(Band|(Sub|Leaf)?CriterionRule|RoundRule)Input\.(key|nameVi|nameEn|vi|en)$/;

interface TextField {
  readonly place: string;
  readonly required: boolean;
  readonly refusesNothing: boolean;
  readonly longest: number;
  readonly kind: string;
}

/** The texts of all inputs, as the schema and their classes have them. */
function textFields(): TextField[] {
  const { schema } = contest.app.get(GraphQLSchemaHost, { strict: false });
  const classes = new Map(TypeMetadataStorage.getInputTypesMetadata().map(({ name, target }) => [name, target]));
  return Object.values(schema.getTypeMap())
    .filter(isInputObjectType)
    .flatMap((type) =>
      Object.values(type.getFields())
        .filter((field) => getNamedType(field.type).name === 'String' && !isListType(field.type))
        .map((field) => {
          const target = classes.get(type.name) as new () => object;
          const given = Object.assign(new target(), { [field.name]: '' });
          const longest = getMetadataStorage()
            .getTargetValidationMetadatas(target, '', false, false)
            .filter(({ propertyName, name }) => propertyName === field.name && ['isLength', 'maxLength'].includes(name ?? ''))
            .map(({ constraints }) => Number(constraints.at(-1)));
          return {
            place: `${type.name}.${field.name}`,
            required: isNonNullType(field.type) && field.defaultValue === undefined,
            refusesNothing: validateSync(given).some(({ property }) => property === field.name),
            longest: Math.max(0, ...longest),
            kind: textKindOf(field),
          };
        }),
    );
}

test('every required text refuses to be of nothing; what is said elsewhere is named', () => {
  const open = textFields().filter(({ required, refusesNothing, kind }) => required && !refusesNothing && kind !== 'SECRET');
  expect(open.map(({ place }) => place).filter((place) => !(place in EMPTY_IS_SAID_ELSEWHERE || RULE_BOOK.test(place)))).toEqual([]);
});

test('every long text may have several lines, every short one has one, and a password is neither', () => {
  const fields = textFields();
  const wrong = fields.filter(({ place, longest, kind }) =>
    /\.(password|present)$/.test(place) ? kind !== 'SECRET' : longest >= 1000 && kind !== 'LINES',
  );
  expect(wrong).toEqual([]);
  expect(fields.filter(({ place, kind }) => /\.\w*(title|name|number|email|code|key)$/i.test(place) && kind !== 'LINE')).toEqual([]);
  expect(fields.length).toBeGreaterThan(150);
});
