import { figureOf } from './handover-figures.js';
import {
  type HandoverFrame,
  type HandoverSaid,
  mayBeAskedToRate,
  problemsOfHandover,
  problemsOfModel,
  whyNotChange,
} from './handover-policy.js';
import { asksWhoIsNamed, lettered, problemOfTemplate, whyNotApprove } from './letter.js';

const SAID: HandoverSaid = {
  ...{ day: '2026-03-02', venue: 'HOME', byLevel: 'COMMUNE_LEADER', askedFor: true, letter: 'CONGRATULATION', outcome: 'HANDED' },
};
const FRAME: HandoverFrame = {
  ...{ kind: 'AT_HOME', startsOn: '2026-01-01', endsOn: null, occasion: 'BIRTH', attempt: 1, earlierDay: null, today: '2026-03-03' },
};
const codes = (said: Partial<HandoverSaid>, frame: Partial<HandoverFrame> = {}): string[] =>
  problemsOfHandover({ ...SAID, ...said }, { ...FRAME, ...frame }).map(({ code }) => code);

describe('Services, section 5: handovers', () => {
  test('a paper of a birth is brought home with a letter of congratulation', () => {
    expect(codes({})).toEqual([]);
  });

  test('after a death there is a letter of condolence or none, and elsewhere never one of condolence', () => {
    expect(codes({ letter: 'CONGRATULATION' }, { occasion: 'DEATH' })).toEqual(['HANDOVER_LETTER_OTHER']);
    expect(codes({ letter: 'CONDOLENCE' }, { occasion: 'DEATH' })).toEqual([]);
    expect(codes({ letter: 'NONE' }, { occasion: 'DEATH' })).toEqual([]);
    expect(codes({ letter: 'CONDOLENCE' })).toEqual(['HANDOVER_LETTER_OTHER']);
  });

  test('spouses sign in person: what is about a marriage is neither brought home nor posted', () => {
    expect(codes({}, { occasion: 'MARRIAGE' })).toEqual(['HANDOVER_MARRIAGE_IN_PERSON']);
    expect(codes({ venue: 'POST', byLevel: 'POSTAL' }, { occasion: 'MARRIAGE' })).toEqual(['HANDOVER_MARRIAGE_IN_PERSON']);
    expect(codes({ venue: 'CEREMONY' }, { occasion: 'MARRIAGE', kind: 'CEREMONY' })).toEqual([]);
    const procedures = [{ procedureId: 'm', occasion: 'MARRIAGE' as const }];
    const said = { title: 'Trả tại nhà', decision: 'KH', howToAsk: 'Nói.', startsOn: '2026-01-01', endsOn: null };
    expect(problemsOfModel({ ...said, kind: 'AT_HOME' }, procedures, ['u'])).toMatchObject([
      { code: 'MODEL_MARRIAGE_AT_HOME', path: 'procedures.0.occasion' },
    ]);
    expect(problemsOfModel({ ...said, kind: 'CEREMONY' }, procedures, ['u'])).toEqual([]);
  });

  test('home only where it was asked for and the model brings home', () => {
    expect(codes({ askedFor: false })).toEqual(['HANDOVER_HOME_NOT_ASKED']);
    expect(codes({}, { kind: 'CEREMONY' })).toEqual(['HANDOVER_HOME_NOT_OF_MODEL']);
  });

  test('after nobody was there twice the next is at the office', () => {
    expect(codes({}, { attempt: 2, earlierDay: '2026-03-01' })).toEqual([]);
    expect(codes({}, { attempt: 3, earlierDay: '2026-03-01' })).toEqual(['HANDOVER_NOW_AT_OFFICE']);
    expect(codes({ venue: 'OFFICE' }, { attempt: 3, earlierDay: '2026-03-01' })).toEqual([]);
  });

  test('not ahead, not before the time before, not outside the model, not older than figures are restated for', () => {
    expect(codes({ day: '2026-03-04' })).toEqual(['DATE_IN_FUTURE']);
    expect(codes({}, { attempt: 2, earlierDay: '2026-03-03' })).toEqual(['HANDOVER_BEFORE_EARLIER']);
    expect(codes({}, { startsOn: '2026-03-03' })).toEqual(['HANDOVER_OUTSIDE_MODEL']);
    expect(codes({ day: '2026-01-15' }, { today: '2026-03-18' })).toEqual([]);
    expect(codes({ day: '2026-01-15' }, { today: '2026-03-19' })).toEqual(['HANDOVER_TOO_OLD']);
  });

  test('a letter goes with what is handed over, and by post the post hands over', () => {
    expect(codes({ outcome: 'ABSENT' })).toEqual(['HANDOVER_LETTER_NOT_HANDED']);
    expect(codes({ venue: 'POST' })).toEqual(['HANDOVER_POST_BY_POST']);
    expect(codes({ byLevel: 'POSTAL' })).toEqual(['HANDOVER_POST_BY_POST']);
  });

  test('what is voided, tried again since, old or of others is not changed', () => {
    const facts = { enters: true, voided: false, followed: false, day: '2026-03-02', today: '2026-03-03' };
    expect(whyNotChange(facts)).toBeNull();
    expect(whyNotChange({ ...facts, enters: false })).toMatchObject({ code: 'HANDOVER_OF_UNIT' });
    expect(whyNotChange({ ...facts, voided: true })).toMatchObject({ code: 'HANDOVER_VOIDED' });
    expect(whyNotChange({ ...facts, followed: true })).toMatchObject({ code: 'HANDOVER_FOLLOWED' });
    expect(whyNotChange({ ...facts, today: '2026-05-04' })).toMatchObject({ code: 'HANDOVER_TOO_OLD', path: null });
  });

  test('after a death nobody is asked to rate, whether or not a letter went with it', () => {
    expect(mayBeAskedToRate('BIRTH', SAID)).toBe(true);
    expect(mayBeAskedToRate('BIRTH', { ...SAID, outcome: 'ABSENT' })).toBe(false);
    expect(mayBeAskedToRate('DEATH', { letter: 'CONDOLENCE', outcome: 'HANDED' })).toBe(false);
    expect(mayBeAskedToRate('DEATH', { letter: 'NONE', outcome: 'HANDED' })).toBe(false);
  });
});

describe('Services, section 5: figures and letters', () => {
  const parts = { home: 3, ceremonies: 0, firstTries: 5, handedFirstTry: 4 };

  test('a sum, also of none; a share of first tries, but not of none', () => {
    expect(figureOf('handover.home', 'SUM', parts)).toEqual({ value: '3', numerator: null, denominator: null });
    expect(figureOf('handover.ceremonies', 'SUM', parts)).toMatchObject({ value: '0' });
    expect(figureOf('handover.first-try', 'RATIO', parts)).toEqual({ value: null, numerator: '4', denominator: '5' });
    expect(figureOf('handover.first-try', 'RATIO', { ...parts, firstTries: 0, handedFirstTry: 0 })).toBeNull();
    expect(figureOf('handover.home', 'LAST', parts)).toBeNull();
  });

  test('a template is to somebody, and has no field but those that are filled in', () => {
    expect(problemOfTemplate('Kính chúc {người nhận}.')).toBeNull();
    expect(problemOfTemplate('Kính chúc gia đình.')).toMatchObject({ code: 'LETTER_WITHOUT_RECIPIENT' });
    expect(problemOfTemplate('{người nhận} ở {địa chỉ}')).toMatchObject({ code: 'LETTER_FIELD_UNKNOWN' });
    expect(problemOfTemplate('{người nhận} {')).toMatchObject({ code: 'LETTER_FIELD_UNKNOWN' });
    expect(asksWhoIsNamed('{người nhận}, cháu {người được nhắc đến}')).toBe(true);
  });

  test('what is filled in stands as it was typed, and is never read as a field', () => {
    const fields = { recipient: 'anh {ngày}', named: null, unit: 'Xã An Khánh', day: '02/03/2026', signer: 'Trần Văn Ký' };
    expect(lettered('Kính gửi {người nhận}.\n\n{đơn vị}, {ngày}.', fields)).toEqual(['Kính gửi anh {ngày}.', 'Xã An Khánh, 02/03/2026.']);
  });

  test('the head approves what somebody else wrote, once', () => {
    expect(whyNotApprove({ state: 'PROPOSED', heads: true, wrote: false })).toBeNull();
    expect(whyNotApprove({ state: 'PROPOSED', heads: true, wrote: true })).toMatchObject({ code: 'LETTER_BY_ITS_AUTHOR' });
    expect(whyNotApprove({ state: 'PROPOSED', heads: false, wrote: false })).toMatchObject({ code: 'LETTER_APPROVED_BY_HEAD' });
    expect(whyNotApprove({ state: 'APPROVED', heads: true, wrote: false })).toMatchObject({ code: 'LETTER_TEMPLATE_STATE' });
  });
});
