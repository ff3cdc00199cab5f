import { Trans } from '@lingui/react/macro';
import { type ReactNode } from 'react';
import { AdoptionShape, type AdoptionState, adoptionTone, useAdoptionWords } from './adoption-mark';
import { classes } from './classes';
import { named } from './format';
import styles from './tile-map.module.css';

/** Row and column of each of the twenty communes, by the code of the statistics office: roughly where they lie. */
const PLACES: Readonly<Record<string, readonly [number, number]>> = {
  '09838': [1, 1],
  '09835': [1, 2],
  '09841': [2, 1],
  '09847': [2, 2],
  '09832': [2, 3],
  '09853': [2, 4],
  '09850': [3, 1],
  '09859': [3, 2],
  '09844': [3, 3],
  '09862': [3, 4],
  '09856': [4, 1],
  '09865': [4, 2],
  '09868': [4, 3],
  '09871': [5, 1],
  '09874': [5, 2],
  '09877': [5, 3],
  '09889': [5, 4],
  '09883': [6, 1],
  '09880': [6, 2],
  '09892': [6, 3],
};

export interface Tile {
  readonly unit: { readonly id: string; readonly statisticsCode: string | null; readonly nameVi: string; readonly nameEn: string };
  readonly state: AdoptionState;
  /** Under its name: a figure, a mark. */
  readonly more?: ReactNode;
}

/** `Xã An Khánh` in a small place that holds communes only. */
export const shortName = (unit: Pick<Tile['unit'], 'nameVi' | 'nameEn'>): string =>
  named(unit).replace(/^(Xã|Thị trấn|Phường) | (Commune|Township|Ward)$/gi, '');

/** The communes as tiles, in word, shape and tone. Those that have no place of their own come after. */
export function TileMap({
  tiles,
  label,
  onOpen,
}: {
  readonly tiles: readonly Tile[];
  readonly label: string;
  /** Where there is more to read of a commune. */
  readonly onOpen?: (unitId: string) => void;
}) {
  const words = useAdoptionWords();
  const placed = tiles.map((tile) => ({ ...tile, place: PLACES[tile.unit.statisticsCode ?? ''] }));
  const ordered = placed.sort((one, other) => orderOf(one.place) - orderOf(other.place));
  return (
    <figure>
      <ul className={styles.tiles} aria-label={label}>
        {ordered.map(({ unit, state, place, more }) => (
          <li
            key={unit.id}
            className={classes(
              styles.tile,
              adoptionTone(state),
              place && styles[`row${String(place[0])}`],
              place && styles[`column${String(place[1])}`],
            )}
          >
            <AdoptionShape state={state} />
            {onOpen ? (
              <button
                type="button"
                className={styles.open}
                onClick={() => {
                  onOpen(unit.id);
                }}
              >
                {shortName(unit)}
              </button>
            ) : (
              shortName(unit)
            )}
            <span className="visually-hidden">: {words[state]}</span>
            {more}
          </li>
        ))}
      </ul>
      <figcaption className={styles.caption}>
        <Trans>Sơ đồ, không phải bản đồ địa giới: mỗi ô một đơn vị, vị trí chỉ gần đúng.</Trans>
      </figcaption>
    </figure>
  );
}

const orderOf = (place: readonly [number, number] | undefined): number => (place ? place[0] * 10 + place[1] : 1000);
