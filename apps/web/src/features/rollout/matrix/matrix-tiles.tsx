import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useAsk } from '../../../api/ask';
import { AdoptionLegend } from '../../../ui/adoption-legend';
import { SelectField } from '../../../ui/field';
import { day, named, number, titled } from '../../../ui/format';
import { Panel } from '../../../ui/panel';
import { TileMap } from '../../../ui/tile-map';
import { CellMark } from './cell-mark';
import { useCellWords } from './cell-words';
import { ChooseRow, useChosenRow } from './choose-row';
import { CurveChart } from './curve-chart';
import { TILE_FIGURES, TILE_INDICATORS } from './curves.query';
import { useMatrixSearch } from './matrix-filters';
import { type Matrix, type MatrixRow } from './matrix.query';
import { cellKey } from './matrix-search';
import styles from './matrix-tiles.module.css';

/** One initiative on the communes, roughly where they lie, with a figure of each; or on the units of today. */
export function MatrixTiles({ matrix }: { readonly matrix: Matrix }) {
  const { t } = useLingui();
  const chosen = useChosenRow(matrix.rows);
  const [picked, setPicked] = useState('');
  const { data: read } = useAsk(TILE_INDICATORS, { id: chosen?.rollout.id ?? '' }, { pause: !chosen });
  if (!chosen) return null;
  const indicators = read?.rollout?.id === chosen.rollout.id ? read.rollout.indicators : [];
  const indicator = indicators.find(({ id }) => id === picked);
  const shows = matrix.reading === 'OLD' ? indicators : [];
  return (
    <>
      <div className={styles.choices}>
        <ChooseRow rows={matrix.rows} chosen={chosen} />
        {shows.length > 0 && (
          <SelectField label={t`Chỉ tiêu`} name="indicator" value={indicator?.id ?? ''} onChange={setPicked}>
            <option value="">{t`Chỉ xem tình trạng`}</option>
            {shows.map((one) => (
              <option key={one.id} value={one.id}>
                {named(one)}
              </option>
            ))}
          </SelectField>
        )}
      </div>
      <div className={styles.columns}>
        <Panel>
          {matrix.reading === 'NEW' ? (
            <Today matrix={matrix} row={chosen} />
          ) : (
            <Communes matrix={matrix} row={chosen} indicator={indicator} />
          )}
        </Panel>
        <div className={styles.side}>
          <Panel title={<Trans>Tình trạng</Trans>}>
            <AdoptionLegend counts={Object.fromEntries(chosen.counts.map(({ state, count }) => [state, count]))} />
            {chosen.exempt > 0 && (
              <p className="secondary">
                <Trans>Được miễn: {number(chosen.exempt)} đơn vị</Trans>
              </p>
            )}
          </Panel>
          <Panel>
            <CurveChart rows={[chosen]} chosen={chosen} upTo={matrix.asOf} />
          </Panel>
        </div>
      </div>
    </>
  );
}

type Indicator = { readonly id: string; readonly unitVi: string; readonly unitEn: string };

interface CommunesProps {
  readonly matrix: Matrix;
  readonly row: MatrixRow;
  readonly indicator: Indicator | undefined;
}

function Communes({ matrix: { units, asOf }, row, indicator }: CommunesProps) {
  const { t } = useLingui();
  const { go } = useMatrixSearch();
  const { data } = useAsk(TILE_FIGURES, { indicatorId: indicator?.id ?? '', upTo: asOf }, { pause: !indicator });
  const figures = indicator && data?.cumulative.indicatorId === indicator.id ? data.cumulative : undefined;
  const title = titled(row.rollout);
  const tiles = units.flatMap((unit) => {
    const cell = row.cells.find(({ unitId }) => unitId === unit.id);
    if (!cell?.state) return [];
    const line = figures?.lines.find((one) => one.unit?.id === unit.id);
    const more = (
      <span className={styles.more}>
        {cell.overdue && <Trans>quá hạn</Trans>}
        {line && <Figure value={line.value} indicator={indicator} disputed={line.parts.some(({ disputed }) => disputed)} />}
      </span>
    );
    return [{ unit, state: cell.state, more }];
  });
  return (
    <>
      <TileMap
        tiles={tiles}
        label={t`Tình trạng áp dụng tại từng xã, thị trấn: ${title}`}
        onOpen={(unitId) => {
          go({ cell: cellKey(row.rollout.id, unitId) });
        }}
      />
      {figures && (
        <p className="caption">
          <Trans>
            Số liệu đã duyệt, cộng dồn {day(figures.from)} – {day(figures.upTo)}.
          </Trans>
        </p>
      )}
    </>
  );
}

function Figure({
  value,
  indicator,
  disputed,
}: {
  readonly value: string | null;
  readonly indicator: Indicator | undefined;
  readonly disputed: boolean;
}) {
  if (value === null || !indicator) return <Trans>chưa có số liệu</Trans>;
  return (
    <>
      <b className="num">{number(value)}</b> {named({ nameVi: indicator.unitVi, nameEn: indicator.unitEn })}
      {disputed && (
        <>
          {' '}
          <Trans>◆ hai nguồn</Trans>
        </>
      )}
    </>
  );
}

function Today({ matrix: { units }, row }: { readonly matrix: Matrix; readonly row: MatrixRow }) {
  const words = useCellWords();
  const { go } = useMatrixSearch();
  return (
    <ul className={styles.today}>
      {row.cells.map((cell) => {
        const unit = units.find(({ id }) => id === cell.unitId);
        return (
          <li key={cell.unitId ?? ''}>
            <button
              type="button"
              onClick={() => {
                go({ cell: cellKey(row.rollout.id, cell.unitId) });
              }}
            >
              <strong>{unit ? named(unit) : <Trans>Chia về nhiều đơn vị</Trans>}</strong>
              <CellMark of={cell} />
              <span className="visually-hidden">{words(cell)}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
