import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { AdoptionLegend } from '../../../ui/adoption-legend';
import { AdoptionTable } from '../../../ui/adoption-table';
import { day, number, titled } from '../../../ui/format';
import { Section } from '../../../ui/public-page';
import { Segments } from '../../../ui/segments';
import { DemoMark } from '../../../ui/state-mark';
import { TileMap } from '../../../ui/tile-map';
import { type InUseChoices, type InUseMatrix, type InUseRow, type InUseSearch } from '../in-use.query';
import { UnitsOfToday } from './units-of-today';
import styles from './where-in-use.module.css';

interface WhereProps {
  readonly row: InUseRow;
  readonly matrix: InUseMatrix;
  readonly choices: InUseChoices | undefined;
  readonly search: InUseSearch;
  readonly go: (next: InUseSearch) => void;
}

/** Where one initiative is in use: on the communes that took it up, or on the units that they have become. */
export function WhereInUse({ row, matrix, choices, search, go }: WhereProps) {
  const { t } = useLingui();
  const title = titled(row.rollout);
  const isIllustrative = choices?.publicRollouts.edges.some(({ node }) => node.id === row.rollout.id && node.illustrative) ?? false;
  return (
    <Section
      id="where"
      title={
        <>
          {title} {isIllustrative && <DemoMark />}
        </>
      }
    >
      <Told row={row} asOf={matrix.asOf} />
      <div className={styles.choice}>
        <Segments
          label={t`Xem theo`}
          value={search.units ?? 'then'}
          choices={[
            { value: 'then', label: <Trans>Xã, thị trấn cũ</Trans> },
            { value: 'today', label: <Trans>Đơn vị hiện nay</Trans> },
          ]}
          onChange={(units) => {
            go({ ...search, units: units === 'today' ? units : undefined });
          }}
        />
        <Link to="/winners/$initiativeId" params={{ initiativeId: row.initiative.id }}>
          <Trans>Xem sáng kiến</Trans>
        </Link>
      </div>
      <div className={styles.columns}>
        {matrix.reading === 'NEW' ? (
          <UnitsOfToday row={row} units={matrix.units} choices={choices} />
        ) : (
          <TileMap tiles={tilesOf(row, matrix)} label={t`Tình trạng áp dụng tại từng xã, thị trấn: ${title}`} />
        )}
        <AdoptionLegend counts={Object.fromEntries(row.counts.map(({ state, count }) => [state, count]))} />
      </div>
      {matrix.reading === 'OLD' && <AdoptionTable rows={tilesOf(row, matrix)} />}
    </Section>
  );
}

function Told({ row, asOf }: { readonly row: InUseRow; readonly asOf: string }) {
  const [used, all, since, until] = [number(row.inUse), number(row.expected), day(row.startedOn), day(asOf)];
  return (
    <p className={styles.lead} role="status">
      <Trans>
        Nhân rộng từ {since}; tính đến {until} đang dùng ở <strong className="num">{used}</strong> trên <span className="num">{all}</span>{' '}
        xã, thị trấn.
      </Trans>{' '}
      {row.exempt > 0 && (
        <Plural
          value={row.exempt}
          one="Không tính # xã, thị trấn được miễn áp dụng."
          other="Không tính # xã, thị trấn được miễn áp dụng."
        />
      )}
    </p>
  );
}

/** The cells of a row with the units that they stand for, in the order of the units. */
const tilesOf = ({ cells }: InUseRow, { units }: InUseMatrix) =>
  units.flatMap((unit) => {
    const cell = cells.find(({ unitId }) => unitId === unit.id);
    return cell?.state ? [{ unit, state: cell.state, since: cell.since, confirmed: cell.confirmed }] : [];
  });
