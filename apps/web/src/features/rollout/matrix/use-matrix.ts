import { useMemo } from 'react';
import { type Asked, useAsk } from '../../../api/ask';
import { MATRIX, MATRIX_TODAY, type Matrix, matrixThen, matrixToday } from './matrix.query';
import { type MatrixSearch } from './matrix-search';

/** What the address asks for: on the communes of the time, or on the units of today. */
export function useMatrix(search: MatrixSearch): Asked<Matrix> {
  const { asOf = null, year = null, area: areaId = null, state = null, overdue = null, disputed = null, after = null } = search;
  const order = { asOf, year, areaId, state, overdue, disputed, after };
  const isToday = search.units === 'today';
  const then = useAsk(MATRIX, order, { pause: isToday });
  const today = useAsk(MATRIX_TODAY, order, { pause: !isToday });
  const [readThen, readToday] = [then.data?.rolloutMatrix, today.data?.rolloutMatrix];
  const data = useMemo(() => {
    if (isToday) return readToday && matrixToday(readToday);
    return readThen && matrixThen(readThen);
  }, [isToday, readThen, readToday]);
  return { ...(isToday ? today : then), data };
}
