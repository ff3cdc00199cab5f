import { Trans, useLingui } from '@lingui/react/macro';
import { type VirtualItem } from '@tanstack/react-virtual';
import { classes } from '../../../ui/classes';
import { named } from '../../../ui/format';
import { shortName } from '../../../ui/tile-map';
import { NAMED, gridStyles } from '../../../ui/virtual-grid';
import { type Group, type MatrixColumn, runsOf } from './columns';
import styles from './matrix-grid.module.css';

interface HeadProps {
  readonly columns: readonly MatrixColumn[];
  readonly items: readonly VirtualItem[];
  /** The column that has the focus. */
  readonly washed: number | undefined;
  readonly isNew: boolean;
}

/** Names of the units, and above them what they are today. */
export function MatrixHead({ columns, items, washed, isNew }: HeadProps) {
  const { t } = useLingui();
  const hasGroups = columns.some(({ group }) => group !== null);
  return (
    <div role="rowgroup" className={gridStyles.head}>
      {hasGroups && <Groups columns={columns} items={items} />}
      <div role="row" aria-rowindex={hasGroups ? 2 : 1} className={classes(gridStyles.names, styles.names)}>
        <div className={classes(gridStyles.aside, gridStyles.corner)}>
          <div role="columnheader" aria-colindex={1} className={gridStyles.cornerName}>
            <Trans>Sáng kiến</Trans>
          </div>
          <div role="columnheader" aria-colindex={2} className={gridStyles.cornerTotal}>
            <Trans>Đang dùng</Trans>
          </div>
        </div>
        {items.map(({ index, start, size }) => {
          const column = columns[index];
          return (
            <div
              key={index}
              role="columnheader"
              aria-colindex={index + NAMED + 1}
              title={column?.unit ? named(column.unit) : undefined}
              className={classes(
                styles.columnName,
                index > 0 && columns[index - 1]?.group?.id !== column?.group?.id && styles.begins,
                washed === index && styles.washed,
              )}
              style={{ left: start, width: size }}
            >
              <span>{column?.unit ? (isNew ? named(column.unit) : shortName(column.unit)) : t`Chia về nhiều đơn vị`}</span>
            </div>
          );
        })}
      </div>
    </div>
  );
}

function Groups({ columns, items }: Pick<HeadProps, 'columns' | 'items'>) {
  const { t } = useLingui();
  const [one] = items;
  const size = one?.size ?? 0;
  const zero = one ? one.start - one.index * size : 0;
  const words = (group: Group | null, count: number) => {
    if (group === null) return '';
    if (group.name === null) return t`chia về nhiều đơn vị`;
    return count < 3 ? group.name : t`nay là ${group.name}`;
  };
  return (
    <div role="row" aria-rowindex={1} className={styles.groups}>
      <div className={classes(gridStyles.aside, gridStyles.corner)} role="presentation" />
      {runsOf(columns).map(({ group, from, count }) => (
        <div
          key={from}
          role="columnheader"
          aria-colindex={from + 3}
          aria-colspan={count}
          className={classes(styles.group, from > 0 && styles.begins)}
          style={{ left: zero + from * size, width: count * size }}
        >
          <span>{words(group, count)}</span>
        </div>
      ))}
    </div>
  );
}
