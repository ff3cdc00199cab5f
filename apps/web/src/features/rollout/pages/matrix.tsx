import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useMediaQuery } from '../../../ui/use-media-query';
import { useWide } from '../../../ui/use-wide';
import { useWhole } from '../../../api/ask-whole';
import { Bar } from '../../../ui/bar';
import { Button } from '../../../ui/button';
import { ExportButton } from '../../../ui/export-button';
import { day } from '../../../ui/format';
import { Icon } from '../../../ui/icon';
import { Print } from '../../../ui/icons';
import { Answer, Empty } from '../../../ui/note';
import { PageHead } from '../../../ui/panel';
import { Segments } from '../../../ui/segments';
import { DemoMark } from '../../../ui/state-mark';
import { AsOf } from '../matrix/as-of';
import { CellDrawer } from '../matrix/cell-drawer';
import { MatrixFilters, useMatrixSearch } from '../matrix/matrix-filters';
import { MATRIX_CHOICES, MATRIX_COUNTS, type Matrix, type MatrixCounts } from '../matrix/matrix.query';
import { type MatrixView, isNarrowed } from '../matrix/matrix-search';
import { useMatrix } from '../matrix/use-matrix';
import { MatrixShown } from '../matrix/matrix-shown';
import printed from '../matrix/printed-matrix.module.css';

/** Narrower, one commune's list stands in place of the table. */
const PHONE = '(max-width: 30em)';

/** Every initiative that is rolled out, commune by commune, on any day: what is looked at stands in the address. */
export function Page() {
  const { t } = useLingui();
  useWide();
  const { search, go } = useMatrixSearch();
  const isPhone = useMediaQuery(PHONE);
  const view: MatrixView = search.view ?? (isPhone ? 'list' : 'table');
  const { asOf = null, year = null, area: areaId = null, state = null, overdue = null, disputed = null } = search;
  const asked = useMatrix(search);
  const isFiltered = state !== null || overdue !== null || disputed !== null;
  const { data: all } = useWhole(
    MATRIX_COUNTS,
    { asOf, reading: search.units === 'today' ? 'NEW' : 'OLD', year, areaId },
    'rolloutMatrix',
    { pause: !isFiltered },
  );
  const { data: choices } = useWhole(MATRIX_CHOICES, {}, 'publicRollouts');
  const matrix = asked.data;
  const counts: readonly MatrixCounts[] = (isFiltered ? all?.rolloutMatrix.rows : matrix?.rows) ?? [];
  const today = choices ? localDay(choices.serverTime) : (matrix?.asOf ?? '');
  const from = counts.reduce((first, { startedOn }) => (startedOn < first ? startedOn : first), today);
  const made = new Set(choices?.publicRollouts.edges.flatMap(({ node }) => (node.illustrative ? [node.id] : [])));
  return (
    <div className={printed.sheet}>
      <Bar
        crumbs={[{ label: t`Nhân rộng` }, { label: t`Ma trận` }]}
        side={matrix?.rows.some(({ rollout }) => made.has(rollout.id)) ? <DemoMark /> : undefined}
      />
      <PageHead
        title={t`Nhân rộng theo xã`}
        acts={
          <>
            <Views view={view} />
            {view === 'table' && (
              <Button
                onClick={() => {
                  window.print();
                }}
              >
                <Icon of={Print} />
                <Trans>In</Trans>
              </Button>
            )}
          </>
        }
      >
        {matrix && <Told of={matrix} />}
      </PageHead>
      <MatrixFilters
        choices={choices}
        counts={counts}
        side={
          <ExportButton
            list="rolloutMatrix"
            filter={{ asOf, reading: search.units === 'today' ? 'NEW' : 'OLD', year, areaId, state, overdue, disputed }}
          />
        }
      />
      {matrix && (
        <AsOf
          from={from}
          today={today}
          value={matrix.asOf}
          onChange={(next) => {
            go({ asOf: next, after: undefined });
          }}
        />
      )}
      <Answer of={asked} rows={12}>
        {(found) =>
          found.rows.length === 0 ? (
            <Nothing narrowed={isNarrowed(search) || asOf !== null} />
          ) : (
            <MatrixShown matrix={found} choices={choices} view={view} />
          )
        }
      </Answer>
      {matrix && <CellDrawer matrix={matrix} again={asked.again} />}
    </div>
  );
}

/** The day in Hà Nội, as the API writes it. */
const localDay = (moment: string): string => new Date(Date.parse(moment) + 7 * 3_600_000).toISOString().slice(0, 10);

function Views({ view }: { readonly view: MatrixView }) {
  const { t } = useLingui();
  const { go } = useMatrixSearch();
  return (
    <Segments<MatrixView>
      label={t`Cách xem`}
      value={view}
      choices={[
        { value: 'table', label: t`Ma trận` },
        { value: 'tiles', label: t`Sơ đồ` },
        { value: 'curves', label: t`Theo thời gian` },
        { value: 'list', label: t`Một xã` },
      ]}
      onChange={(next) => {
        go({ view: next, cell: undefined });
      }}
    />
  );
}

function Told({ of: { totalCount, units, asOf } }: { readonly of: Matrix }) {
  const [initiatives, communes] = [totalCount, units.length];
  return (
    <>
      <Plural value={initiatives} one="# sáng kiến" other="# sáng kiến" /> · <Plural value={communes} one="# đơn vị" other="# đơn vị" /> ·{' '}
      <Trans>tính đến {day(asOf)}</Trans>
    </>
  );
}

function Nothing({ narrowed }: { readonly narrowed: boolean }) {
  if (narrowed) return <Empty title={<Trans>Không có sáng kiến nào khớp với điều kiện xem</Trans>} />;
  return (
    <Empty title={<Trans>Chưa có sáng kiến nào được nhân rộng</Trans>}>
      <p>
        <Trans>Sáng kiến hiện ở đây từ ngày bắt đầu nhân rộng theo quyết định, hoặc khi một xã tự áp dụng.</Trans>
      </p>
    </Empty>
  );
}
