import { Trans } from '@lingui/react/macro';
import { useId } from 'react';
import { Button } from './button';
import styles from './column-choice.module.css';
import { type Column } from './data-table';
import { Icon } from './icon';
import { Grid } from './icons';

/** The columns in force: those that the address names, e.g. `unit,state`, else all that are not `away`. What names the row always stays. */
export function shownColumns<Row>(columns: readonly Column<Row>[], chosen: string | undefined): readonly Column<Row>[] {
  const keys = chosen?.split(',');
  return columns.filter(({ key, names, fixed, away }) => names || fixed || (keys ? keys.includes(key) : !away));
}

/** Which columns a table shows; `chosen` stands in the address, and is nothing where they are the usual ones. */
export function ColumnChoice<Row>({
  columns,
  chosen,
  onChange,
}: {
  readonly columns: readonly Column<Row>[];
  readonly chosen: string | undefined;
  readonly onChange: (chosen: string | undefined) => void;
}) {
  const id = useId();
  const free = columns.filter(({ names, fixed }) => !names && !fixed);
  const shown = new Set(shownColumns(columns, chosen).map(({ key }) => key));
  const usual = free.filter(({ away }) => !away).map(({ key }) => key);
  const choose = (key: string, on: boolean) => {
    const next = free.map((column) => column.key).filter((each) => (each === key ? on : shown.has(each)));
    onChange(next.join() === usual.join() ? undefined : next.join());
  };
  return (
    <>
      <Button size="small" popoverTarget={id} className={styles.open}>
        <Icon of={Grid} />
        <Trans>Cột</Trans>
      </Button>
      <div id={id} popover="auto" className={styles.box}>
        {free.map(({ key, head }) => (
          <label key={key} className={styles.choice}>
            <input
              type="checkbox"
              checked={shown.has(key)}
              onChange={(event) => {
                choose(key, event.target.checked);
              }}
            />
            {head}
          </label>
        ))}
      </div>
    </>
  );
}
