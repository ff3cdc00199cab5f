import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useAsk } from '../../../api/ask';
import { useRest } from '../../../api/ask-whole';
import { ActButton } from '../../../ui/act-button';
import { type Column, DataTable } from '../../../ui/data-table';
import { day, dayAndClock, named } from '../../../ui/format';
import { Empty } from '../../../ui/note';
import { NAME_ORDERS, type NameOrder } from '../../../ui/orders';
import { PageHead, Panel } from '../../../ui/panel';
import { OfficeBar } from '../office/contest-bar';
import { UNITS_OF_ROSTER } from '../office/office.query';
import styles from '../office/office.module.css';
import { GIVE_REASON, ROSTER, type SilentUnit, WITHOUT_SUBMISSION } from '../office/without.query';

/** Units of the roster of which nothing was received, with the reason they give. A unit sees itself here, and says why. */
export function Page() {
  const { t } = useLingui();
  const { contestId } = useParams({ from: '/inside/contests/$contestId/without-submission' });
  const { order, after } = useSearch({ from: '/inside/contests/$contestId/without-submission' });
  const go = useNavigate({ from: '/contests/$contestId/without-submission' });
  const asked = useAsk(WITHOUT_SUBMISSION, { contestId, order: order ?? null, after: after ?? null });
  const contest = asked.data?.contest;
  const columns = useColumns(contestId, asked.again);
  return (
    <>
      <OfficeBar contest={contest} crumbs={[{ label: t`Đơn vị chưa nộp` }]} />
      <PageHead title={t`Đơn vị chưa nộp hồ sơ`}>
        <Trans>Đơn vị trong danh sách dự thi chưa có hồ sơ nào được nhận, kèm lý do đơn vị nêu.</Trans>
      </PageHead>
      <DataTable
        caption={t`Đơn vị chưa nộp hồ sơ`}
        file={{ list: 'unitsWithoutSubmission', filter: { contestId, order: order ?? null } }}
        of={{ ...asked, data: asked.data?.unitsWithoutSubmission }}
        columns={columns}
        rowKey={({ id }) => id}
        isFirstPage={after === undefined}
        order={order ?? 'NAME'}
        onOrder={(next) => void go({ search: { order: next as NameOrder } })}
        onPage={(next) => void go({ search: { order, after: next } })}
        cards
        empty={
          <Empty title={<Trans>Không có đơn vị nào chưa nộp</Trans>}>
            <p>
              <Trans>Danh sách này có từ khi cuộc thi nhận hồ sơ.</Trans>
            </p>
          </Empty>
        }
      />
      {contest && <RosterPanel rosterId={contest.rosterId} />}
    </>
  );
}

function useColumns(contestId: string, again: () => void): readonly Column<SilentUnit>[] {
  const { t } = useLingui();
  return [
    { key: 'unit', head: t`Đơn vị`, names: true, order: NAME_ORDERS, cell: ({ unit }) => named(unit) },
    { key: 'reason', head: t`Lý do`, cell: ({ said }) => said?.reason ?? <Trans>Chưa nêu</Trans> },
    {
      key: 'by',
      head: t`Người nêu`,
      cell: ({ said }) => (said ? [said.byName, dayAndClock(said.at)].filter(Boolean).join(', ') : '–'),
    },
    { key: 'act', head: t`Thao tác`, fixed: true, cell: (row) => <GiveReason row={row} contestId={contestId} again={again} /> },
  ];
}

function GiveReason({ row, contestId, again }: { readonly row: SilentUnit; readonly contestId: string; readonly again: () => void }) {
  const { t } = useLingui();
  if (!row.canSay) return null;
  return (
    <ActButton
      of={GIVE_REASON}
      size="small"
      destructive={false}
      title={t`Lý do không nộp hồ sơ`}
      label={row.said ? <Trans>Sửa lý do</Trans> : <Trans>Nêu lý do</Trans>}
      name={t`Nêu lý do của ${named(row.unit)}`}
      act={<Trans>Gửi lý do</Trans>}
      reason={{ label: <Trans>Lý do không nộp</Trans>, path: 'reason' }}
      input={(reason) => ({ contestId, unitId: row.id, version: row.said?.version ?? 0, reason })}
      said={<Trans>Đã gửi lý do</Trans>}
      onDone={again}
    >
      <p>
        <Trans>Phòng Nội vụ đọc lý do này. Nêu lại thì lần sau có hiệu lực.</Trans>
      </p>
    </ActButton>
  );
}

/** Who counts as taking part. */
function RosterPanel({ rosterId }: { readonly rosterId: string }) {
  const { t } = useLingui();
  const { data } = useRest(useAsk(ROSTER, { rosterId }), UNITS_OF_ROSTER, { rosterId }, 'rosterUnits');
  const roster = data?.roster;
  if (!data || !roster) return null;
  return (
    <Panel title={t`Danh sách dự thi`}>
      <details>
        <summary>
          <Plural value={roster.unitCount} one="# đơn vị" other="# đơn vị" /> <Trans>tính đến ngày {day(roster.asOf)}</Trans>
        </summary>
        <ul className={styles.units}>
          {data.rosterUnits.edges.map(({ node }) => (
            <li key={node.id}>{named(node)}</li>
          ))}
        </ul>
      </details>
    </Panel>
  );
}
