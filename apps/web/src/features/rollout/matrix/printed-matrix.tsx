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

/** As many communes as stand beside each other on a sheet and can still be read. */
const COLUMNS_A_PART = 24;

/**
 * The whole table on paper: who printed it and when, what is shown as a sentence, then all rows. Where the columns do not fit on a sheet they
 * come in parts, one after another, each with the names of the initiatives and its own head, which comes again on each page.
 */
export function PrintedMatrix({ matrix: { rows }, columns, choices }: PrintedProps) {
  const isPrinting = usePrinting();
  const sentence = useFilterSentence(choices);
  const { person } = useMe();
  if (!isPrinting) return null;
  const parts = partsOf(columns);
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
      {parts.map((part, at) => (
        <PrintedPart
          key={part[0]?.id ?? ''}
          rows={rows}
          columns={part}
          place={parts.length > 1 ? { part: at + 1, parts: parts.length, all: columns.length } : null}
        />
      ))}
    </div>
  );
}

/** Which part it is, on each of its pages. */
function PartHead({ part, parts, all, count }: NonNullable<PartProps['place']> & { readonly count: number }) {
  const before = (part - 1) * COLUMNS_A_PART;
  const [from, to] = [before + 1, before + count];
  return (
    <tr>
      <td colSpan={count + 2} className={styles.place}>
        <Trans>
          Phần {part}/{parts}: đơn vị thứ {from} đến {to} trong {all}
        </Trans>
      </td>
    </tr>
  );
}

const partsOf = (columns: readonly MatrixColumn[]): readonly (readonly MatrixColumn[])[] =>
  Array.from({ length: Math.max(1, Math.ceil(columns.length / COLUMNS_A_PART)) }, (_, at) =>
    columns.slice(at * COLUMNS_A_PART, (at + 1) * COLUMNS_A_PART),
  );

interface PartProps {
  readonly rows: Matrix['rows'];
  readonly columns: readonly MatrixColumn[];
  /** Null: it is the whole. */
  readonly place: { readonly part: number; readonly parts: number; readonly all: number } | null;
}

function PrintedPart({ rows, columns, place }: PartProps) {
  const words = useCellWords();
  const hasGroups = columns.some(({ group }) => group !== null);
  const begins = (at: number) => (at === 0 || columns[at - 1]?.group?.id !== columns[at]?.group?.id ? styles.begins : undefined);
  return (
    <table className={place ? styles.part : undefined} style={place ? { width: `${String(67 + 8.9 * columns.length)}mm` } : undefined}>
      <colgroup>
        <col className={styles.first} />
        <col className={styles.second} />
        {columns.map(({ id }) => (
          <col key={id ?? ''} className={styles.column} />
        ))}
      </colgroup>
      <thead>
        {place && <PartHead {...place} count={columns.length} />}
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
            <tr key={row.rollout.id}>
              <th scope="row">
                {row.year} {titled(row.rollout)}
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
  );
}
