import { Trans } from '@lingui/react/macro';
import { ADOPTION_STATES, AdoptionMark, useAdoptionWords } from '../../../ui/adoption-mark';
import { named, number } from '../../../ui/format';
import { type InUseChoices, type InUseMatrix, type InUseRow } from '../in-use.query';
import styles from './units-of-today.module.css';

interface UnitsProps {
  readonly row: InUseRow;
  readonly units: InUseMatrix['units'];
  readonly choices: InUseChoices | undefined;
}

/** The units of today: each with the communes that went into it, counted by state. One commune's state is never made the whole unit's. */
export function UnitsOfToday({ row, units, choices }: UnitsProps) {
  const split = row.cells.find(({ unitId }) => unitId === null);
  return (
    <div>
      <ul className={styles.units}>
        {units.map((unit) => (
          <li key={unit.id} className={styles.unit}>
            <h3>{named(unit)}</h3>
            <ComesFrom unitId={unit.id} choices={choices} />
            <States counts={row.cells.find(({ unitId }) => unitId === unit.id)?.counts ?? []} />
          </li>
        ))}
        {split && (
          <li className={styles.unit}>
            <h3>
              <Trans>Xã, thị trấn chia cho nhiều đơn vị</Trans>
            </h3>
            <p className="caption">
              <Trans>Không tính cho đơn vị nào.</Trans>
            </p>
            <States counts={split.counts ?? []} />
          </li>
        )}
      </ul>
      <p className={styles.caption}>
        <Trans>
          Sơ đồ, không phải bản đồ địa giới. Số trong mỗi đơn vị là số xã, thị trấn cũ theo từng tình trạng; tình trạng của một xã không
          thành tình trạng của cả đơn vị.
        </Trans>
      </p>
    </div>
  );
}

function ComesFrom({ unitId, choices }: { readonly unitId: string; readonly choices: InUseChoices | undefined }) {
  const units = choices?.publicUnits ?? [];
  const names = new Map(units.map((unit) => [unit.id, named(unit)]));
  const from = units.find(({ id }) => id === unitId)?.cameFrom ?? [];
  if (from.length === 0) return null;
  return (
    <p className="caption">
      <Trans>Từ:</Trans>{' '}
      {from.map(({ unitId: id, kind }, at) => (
        <span key={id}>
          {at > 0 && ', '}
          {names.get(id)}
          {kind !== 'WHOLE' && (
            <>
              {' '}
              <Trans>(một phần)</Trans>
            </>
          )}
        </span>
      ))}
    </p>
  );
}

function States({ counts }: { readonly counts: NonNullable<InUseRow['cells'][number]['counts']> }) {
  const words = useAdoptionWords();
  const ordered = [...counts].sort((one, other) => ADOPTION_STATES.indexOf(one.state) - ADOPTION_STATES.indexOf(other.state));
  if (ordered.length === 0)
    return (
      <p className="secondary">
        <Trans>Không có xã, thị trấn cũ nào phải áp dụng.</Trans>
      </p>
    );
  return (
    <ul className={styles.states}>
      {ordered.map(({ state, count }) => (
        <li key={state}>
          <AdoptionMark state={state} /> {words[state]} <strong className="num">{number(count)}</strong>
        </li>
      ))}
    </ul>
  );
}
