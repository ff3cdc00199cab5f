import { type RoundRule, type RuleBookContent } from '#domain/contest';
import { tryRuleBook } from './trial.js';

const round = (key: string, more: Partial<RoundRule> = {}): RoundRule => ({
  key,
  nameVi: key,
  nameEn: key,
  rubric: [
    {
      key: 'all',
      nameVi: 'all',
      nameEn: 'all',
      guidanceVi: null,
      guidanceEn: null,
      max: '100',
      step: '1',
      knockOutMinimum: null,
      commentRequired: false,
      bands: [],
      children: [],
    },
  ],
  judgesPerInitiative: 3,
  minimumCards: 2,
  aggregation: { kind: 'MEAN', trimming: 'SHEETS' },
  divergenceThreshold: null,
  cutOff: { score: null, top: null },
  ...more,
});

const book = (rounds: RoundRule[], more: Partial<RuleBookContent> = {}): RuleBookContent => ({
  rounds,
  combination: { kind: 'FINAL_ONLY' },
  rounding: { places: 2 },
  tieBreak: [],
  edition: 2,
  ...more,
});

/** Marks of the judges 0, 1, 2 and of the further one, the same in every round. */
const MARKS: Readonly<Record<string, readonly number[]>> = { a: [90, 90, 90], b: [80, 80, 80, 75], c: [95, 85, 30, 88] };

const play = (content: RuleBookContent) =>
  tryRuleBook(content, {
    initiatives: ['a', 'b', 'c'],
    further: 3,
    markOf: ({ initiative, judge }) => String(MARKS[initiative]?.[judge] ?? 0),
  });

const ranking = ({ final }: ReturnType<typeof play>) => final.map(({ initiativeId, rank, score }) => [initiativeId, rank, Number(score)]);

test('the same marks rank otherwise by the median than by the mean', () => {
  const byMean = play(book([round('r')]));
  const byMedian = play(book([round('r', { aggregation: { kind: 'MEDIAN', trimming: 'SHEETS' } })]));

  expect(ranking(byMean)).toEqual([
    ['a', 1, 90],
    ['b', 2, 80],
    ['c', 3, 70],
  ]);
  expect(ranking(byMedian)).toEqual([
    ['a', 1, 90],
    ['c', 2, 85],
    ['b', 3, 80],
  ]);
});

test('where the first judges diverge a further one marks, and counts as the rule says', () => {
  const { rounds, final } = play(book([round('r', { divergenceThreshold: '20', furtherMark: 'DECIDES' })]));

  expect(
    rounds[0]?.cards.map(({ initiative, cards }) => [initiative, cards.map(({ total, extra, counts }) => [total, extra, counts])]),
  ).toEqual([
    ['a', ['90', '90', '90'].map((total) => [total, false, true])],
    ['b', ['80', '80', '80'].map((total) => [total, false, true])],
    [
      'c',
      [
        ['95', false, false],
        ['85', false, false],
        ['30', false, false],
        ['88', true, true],
      ],
    ],
  ]);
  expect(final.map(({ initiativeId, score }) => [initiativeId, score])).toEqual([
    ['a', '90'],
    ['c', '88'],
    ['b', '80'],
  ]);
});

test('a later round judges those alone that passed the one before', () => {
  const { rounds, final } = play(book([round('first', { cutOff: { score: '75', top: null } }), round('last')]));

  expect(rounds[1]?.cards.map(({ initiative }) => initiative)).toEqual(['a', 'b']);
  expect(final.map(({ initiativeId, rank, state }) => [initiativeId, rank, state])).toEqual([
    ['a', 1, 'FINALIST'],
    ['b', 2, 'FINALIST'],
    ['c', 3, 'BELOW_FINAL'],
  ]);
});
