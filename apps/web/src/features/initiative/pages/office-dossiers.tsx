import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useAsk } from '../../../api/ask';
import { may, useMe } from '../../../api/session';
import { LinkButton } from '../../../ui/button';
import { ColumnChoice, shownColumns } from '../../../ui/column-choice';
import { DataTable } from '../../../ui/data-table';
import { ExportButton } from '../../../ui/export-button';
import { Empty } from '../../../ui/note';
import { PageHead } from '../../../ui/panel';
import { OfficeBar } from '../office/contest-bar';
import { useDossierColumns } from '../office/dossier-columns';
import { type DossierPlace, dossierPlace, filterOf, isNarrowed } from '../office/dossier-filter';
import { DossierFilters } from '../office/dossier-filters';
import { DOSSIERS_OF_CONTEST } from '../office/dossiers.query';

const ROWS = 50;

/** Every dossier that was sent to the contest, in a table of thousands: narrowed and sorted on the server, its place kept in the address. */
export function Page() {
  const { t } = useLingui();
  const me = useMe();
  const { contestId } = useParams({ from: '/inside/contests/$contestId/dossiers' });
  const place = useSearch({ from: '/inside/contests/$contestId/dossiers' });
  const go = useNavigate({ from: '/contests/$contestId/dossiers' });
  const filter = filterOf(contestId, place);
  const asked = useAsk(DOSSIERS_OF_CONTEST, { ...filter, contestId, first: ROWS, after: place.after ?? null });
  const contest = asked.data?.contest;
  const columns = useDossierColumns();
  const shown = shownColumns(columns, place.columns);
  const change = (next: Partial<DossierPlace>) => void go({ search: { ...place, after: undefined, ...next } });
  return (
    <>
      <OfficeBar contest={contest} crumbs={[{ label: t`Hồ sơ` }]} />
      <PageHead
        title={t`Hồ sơ`}
        acts={
          <>
            {may(me, 'initiative:screen') && (
              <LinkButton kind="primary" to="/contests/$contestId/screening" params={{ contestId }}>
                <Trans>Kiểm tra lần lượt</Trans>
              </LinkButton>
            )}
            {contest && !(contest.whyNotEnterPaper && contest.whyNotDraftOnBehalf) && (
              <LinkButton to="/contests/$contestId/paper" params={{ contestId }}>
                <Trans>Nhập hồ sơ giấy</Trans>
              </LinkButton>
            )}
            <LinkButton to="/contests/$contestId/without-submission" params={{ contestId }}>
              <Trans>Đơn vị chưa nộp</Trans>
            </LinkButton>
          </>
        }
      />
      <DossierFilters
        contest={contest}
        place={place}
        onChange={change}
        onClear={() => {
          change({ ...dossierPlace({}), order: place.order, columns: place.columns });
        }}
        side={
          <>
            <ColumnChoice
              columns={columns}
              chosen={place.columns}
              onChange={(chosen) => {
                change({ columns: chosen });
              }}
            />
            <ExportButton list="initiatives" filter={filter} columns={shown.map(({ key }) => key)} />
          </>
        }
      />
      <DataTable
        caption={t`Hồ sơ đã nộp`}
        file="above"
        of={{ ...asked, data: asked.data?.initiatives }}
        columns={shown}
        rowKey={({ id }) => id}
        order={place.order ?? 'RECEIVED'}
        onOrder={(order) => {
          change({ order: dossierPlace({ order }).order });
        }}
        onPage={(after) => {
          change({ after });
        }}
        isFirstPage={place.after === undefined}
        pinned
        cards
        empty={
          isNarrowed(place) ? (
            <Empty title={<Trans>Không có hồ sơ nào theo điều kiện này</Trans>} />
          ) : (
            <Empty title={<Trans>Chưa có hồ sơ nào</Trans>}>
              <p>
                <Trans>Hồ sơ hiện ở đây từ khi đơn vị nộp. Bản nháp chỉ người viết thấy.</Trans>
              </p>
            </Empty>
          )
        }
      />
    </>
  );
}
