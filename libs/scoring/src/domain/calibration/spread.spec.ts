import { type CriterionRule } from '#domain/contest';
import { whyNotFinish, whyNotSetSamples, whyNotSignSample } from './policies.js';
import { sampleSpread } from './spread.js';

const criterion = (key: string): CriterionRule => ({
  ...{ key, nameVi: key, nameEn: key, guidanceVi: null, guidanceEn: null, max: '50', step: '0.5' },
  ...{ knockOutMinimum: null, commentRequired: false, bands: [], children: [] },
});
const rubric = [criterion('novelty'), { ...criterion('effect'), children: [criterion('effect.economic')] }];
const card = (novelty: string, economic: string, total: string) => ({
  total,
  marks: [
    { criterion: 'novelty', points: novelty, comment: null },
    { criterion: 'effect.economic', points: economic, comment: 'Có số liệu' },
  ],
});

test('the spread of a sample is of what is marked, in the order of the rubric, and says nothing of who', () => {
  const cards = [card('20', '30.5', '50.5'), card('25', '40', '65'), card('40', '35', '75')];

  expect(sampleSpread(rubric, cards)).toEqual({
    signed: 3,
    total: { lowest: '50.5', highest: '75', mean: '63.5' }, // 190.5 / 3
    criteria: [
      { criterion: 'novelty', lowest: '20', highest: '40', mean: '28.33' }, // 85 / 3
      { criterion: 'effect.economic', lowest: '30.5', highest: '40', mean: '35.17' }, // 105.5 / 3
    ],
  });
});

test('of a sample that nobody has scored there is no range', () => {
  expect(sampleSpread(rubric, [])).toEqual({ signed: 0, total: null, criteria: [] });
});

const facts = { asked: true, roundState: 'PLANNED', running: true } as const;

test('samples are scored before the round opens, while it is open and while it settles, not after', () => {
  const codes = (['PLANNED', 'OPEN', 'SETTLING', 'CLOSED'] as const).map(
    (roundState) => whyNotSignSample({ ...facts, roundState, signed: false })?.code ?? null,
  );
  expect(codes).toEqual([null, null, null, 'ROUND_CLOSED']);
  expect(whyNotSignSample({ ...facts, signed: true })?.code).toBe('CALIBRATION_SIGNED');
  expect(whyNotSignSample({ ...facts, asked: false, signed: false })?.code).toBe('CALIBRATION_NOT_ASKED');
  expect(whyNotSignSample({ ...facts, running: false, signed: false })?.code).toBe('CONTEST_NOT_JUDGING');
});

test('samples are written for a planned round until somebody has scored one', () => {
  expect(whyNotSetSamples({ ...facts, begun: false })).toBeNull();
  expect(whyNotSetSamples({ ...facts, begun: true })?.code).toBe('CALIBRATION_BEGUN');
  expect(whyNotSetSamples({ ...facts, roundState: 'OPEN', begun: false })?.code).toBe('ROUND_OPENED');
  expect(whyNotSetSamples({ ...facts, roundState: 'CLOSED', begun: false })?.code).toBe('ROUND_CLOSED');
  expect(whyNotSetSamples({ ...facts, asked: false, begun: false })?.code).toBe('CALIBRATION_NOT_ASKED');
});

test('the spread is seen once both samples are scored', () => {
  expect(whyNotFinish({ ...facts, ownSigned: 2 })).toBeNull();
  expect(whyNotFinish({ ...facts, ownSigned: 1 })).toMatchObject({ code: 'CALIBRATION_UNSIGNED', detail: { open: 1 } });
});
