import { useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import { ADOPTION_STATES, useAdoptionWords } from '../../../ui/adoption-mark';
import { type MatrixCell } from './matrix.query';

type Facts = Pick<MatrixCell, 'state' | 'basis' | 'confirmed' | 'overdue' | 'disputed' | 'counts' | 'exempt'>;

/** Use that nothing fresh shows. */
export const isUnconfirmed = ({ state, basis, confirmed }: Pick<Facts, 'state' | 'basis' | 'confirmed'>): boolean =>
  state !== null && basis !== 'EXEMPT' && confirmed === false;

/** In the order of the ladder. */
export const inOrder = (counts: NonNullable<Facts['counts']>) =>
  ADOPTION_STATES.flatMap((state) => counts.filter((one) => one.state === state));

/** All that a cell shows, in words. */
export function useCellWords(): (cell: Facts | undefined) => string {
  const { t } = useLingui();
  const words = useAdoptionWords();
  const texts = useMemo(
    () => ({
      none: t`Không thuộc danh sách áp dụng`,
      exempt: t`Được miễn`,
      unconfirmed: t`chờ xác nhận lại`,
      overdue: t`quá hạn`,
      disputed: t`số liệu chưa thống nhất`,
    }),
    [t],
  );
  return useMemo(
    () => (cell) => {
      if (!cell) return texts.none;
      const { state, basis, overdue, disputed, counts, exempt } = cell;
      const stands =
        state === null
          ? [
              ...inOrder(counts ?? []).map((one) => `${words[one.state]}: ${String(one.count)}`),
              ...(exempt ? [`${texts.exempt}: ${String(exempt)}`] : []),
            ]
          : [basis === 'EXEMPT' ? texts.exempt : words[state]];
      const marks = [isUnconfirmed(cell) && texts.unconfirmed, overdue && texts.overdue, disputed && texts.disputed];
      return [...stands, ...marks.filter((mark) => mark !== false)].join(', ');
    },
    [texts, words],
  );
}
