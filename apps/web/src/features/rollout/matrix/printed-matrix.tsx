import { Trans } from '@lingui/react/macro';
import { useMe } from '../../../api/session';
import { dayAndClock, named, titled } from '../../../ui/format';
import { shortName } from '../../../ui/tile-map';
import { usePrinting } from '../../../ui/use-printing';
import { CellMark } from './cell-mark';
import { useCellWords } from './cell-words';
import { type MatrixColumn, runsOf } from './columns';
import { useFilterSentence } from './matrix-filters';
import { type Matrix, type MatrixChoices } from './matrix.query';
import styles from './printed-matrix.module.css';

interface PrintedProps {
  readonly matrix: Matrix;
  readonly columns: readonly MatrixColumn[];
  readonly choices: MatrixChoices | undefined;
}

/** The whole table on paper: who printed it and when, what is shown as a sentence, then all rows; the head comes again on each page. */
export function PrintedMatrix({ matrix: { rows }, columns, choices }: PrintedProps) {
  const isPrinting = usePrinting();
  const sentence = useFilterSentence(choices);
  const words = useCellWords();
  const { person } = useMe();
  if (!isPrinting) return null;
  const hasGroups = columns.some(({ group }) => group !== null);
  const begins = (at: number) => (at === 0 || columns[at - 1]?.group?.id !== columns[at]?.group?.id ? styles.begins : undefined);
  return (
    <div className={styles.paper}>
      <div className={styles.said}>
        <p>
          {person.unit && <strong>{named(person.unit)}. </strong>}
          {sentence}
        </p>
        <p>
          <Trans>
            In lúc {dayAndClock(new Date())} · {person.fullName}
          </Trans>
        </p>
      </div>
      <table>
        <colgroup>
          <col className={styles.first} />
          <col className={styles.second} />
          {columns.map(({ id }) => (
            <col key={id ?? ''} />
          ))}
        </colgroup>
        <thead>
          {hasGroups && (
            <tr>
              <td colSpan={2} />
              {runsOf(columns).map(({ group, from, count }) => (
                <th key={from} scope="colgroup" colSpan={count} className={styles.begins}>
                  {group && (group.name === null ? <Trans>chia về nhiều đơn vị</Trans> : <Trans>nay là {group.name}</Trans>)}
                </th>
              ))}
            </tr>
          )}
          <tr>
            <th scope="col">
              <Trans>Sáng kiến</Trans>
            </th>
            <th scope="col">
              <Trans>Đang dùng</Trans>
            </th>
            {columns.map(({ id, unit }, at) => (
              <th key={id ?? ''} scope="col" className={begins(at)}>
                {unit ? shortName(unit) : <Trans>Chia về nhiều đơn vị</Trans>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const cells = new Map(row.cells.map((cell) => [cell.unitId, cell]));
            return (
              <tr key={row.rolloutId}>
                <th scope="row">
                  {row.year} {titled(row)}
                </th>
                <td className={styles.total}>
                  {row.inUse}/{row.expected}
                </td>
                {columns.map(({ id, unit }, at) => {
                  const cell = cells.get(id);
                  return (
                    <td key={id ?? ''} className={begins(at)} aria-label={`${unit ? named(unit) : ''} ${words(cell)}`}>
                      {cell && <CellMark of={cell} />}
                    </td>
                  );
                })}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
