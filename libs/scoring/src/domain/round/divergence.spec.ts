import { callFurther, divergent } from './divergence.js';

const first = (initiativeId: string, ...totals: string[]) => ({ initiativeId, judgeIds: ['a', 'b'], totals });

test('divergent is what is further apart than the threshold, not what is at it', () => {
  const three = [first('i', '80', '60'), first('j', '80', '59.5'), first('k', '80')];
  expect(divergent(three, '20').map(({ initiativeId }) => initiativeId)).toEqual(['j']);
  expect(divergent(three, null)).toEqual([]);
});

test('the least loaded of those who are free is called, and carries it', () => {
  const judges = [
    { judgeId: 'a', load: 0, room: 9 },
    { judgeId: 'c', load: 2, room: 9 },
    { judgeId: 'd', load: 2, room: 1 },
    { judgeId: 'e', load: 1, room: 9 },
  ];
  const isBarred = ({ judgeId }: { judgeId: string }) => judgeId === 'e';
  expect(callFurther([first('i'), first('j'), first('k'), first('l')], judges, isBarred).map(({ judgeId }) => judgeId)).toEqual([
    'c',
    'd',
    'c',
    'c',
  ]);
  expect(callFurther([first('i')], judges, () => true)).toEqual([]);
});
