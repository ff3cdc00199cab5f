import { type Asked } from '../api/ask';
import { type Connection } from './data-table';

/** All rows of a short list, as one page of it. */
export const whole = <Row>(rows: readonly Row[]): Connection<Row> => ({
  edges: rows.map((node) => ({ node })),
  pageInfo: { hasNextPage: false },
});

/** Rows that came with another answer, as a table takes them. */
export const given = <Row>(rows: readonly Row[]): Asked<Connection<Row>> => ({
  data: whole(rows),
  busy: false,
  error: undefined,
  again: () => undefined,
});
