import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useAsk } from '../../../api/ask';
import { LinkButton } from '../../../ui/button';
import { type Column, DataTable } from '../../../ui/data-table';
import { FilterBar, FilterSearch, FilterSelect } from '../../../ui/filter-bar';
import { day, named, number } from '../../../ui/format';
import { Empty } from '../../../ui/note';
import { PageHead } from '../../../ui/panel';
import { Tag } from '../../../ui/state-mark';
import { type JudgedContest } from '../office/contest.query';
import { JURY_PAGE, type JudgeLoad, type JuryMember, ROUND_LOADS } from '../office/jury.query';
import { JuryPairs } from '../office/jury-pairs';
import { JuryTerms } from '../office/jury-terms';
import { ContestLine, JudgingBar } from '../office/judging-nav';
import { runningRound } from '../office/running-round';
import styles from '../office/office.module.css';

/** Who judges: what each is at home in, how much they take on, how much they have, and who is kept apart from whom. */
export function Page() {
  const { t } = useLingui();
  const { contestId } = useParams({ from: '/inside/contests/$contestId/jury' });
  const search = useSearch({ from: '/inside/contests/$contestId/jury' });
  const navigate = useNavigate({ from: '/contests/$contestId/jury' });
  const go = (next: typeof search) => void navigate({ search: next });
  const { after, ...kept } = search;
  const filter = { search: kept.search ?? null, areaId: kept.area ?? null, order: kept.order ?? null };
  const narrowed = kept.search !== undefined || kept.area !== undefined;
  const asked = useAsk(JURY_PAGE, { contestId, ...filter, narrowed, after });
  const contest = asked.data?.contest;
  const round = runningRound(asked.data?.rounds ?? []);
  const loads = useAsk(ROUND_LOADS, { roundId: round?.id ?? '' }, { pause: !round }).data?.assignmentMatrix.judges;
  const members = (asked.data?.everybody ?? asked.data?.jury)?.edges.map(({ node }) => node) ?? [];
  const columns = useColumns({ contest, loads, roundName: round && named(round), again: asked.again });
  return (
    <>
      <JudgingBar contestId={contestId} contest={contest} crumbs={[{ label: t`Ban Giám khảo` }]} />
      <PageHead
        title={t`Ban Giám khảo`}
        acts={
          <LinkButton to="/contests/$contestId/invitations" params={{ contestId }} kind="primary">
            <Trans>Mời giám khảo</Trans>
          </LinkButton>
        }
      >
        <ContestLine contest={contest} />
      </PageHead>
      <div className={styles.stack}>
        <FilterBar
          label={t`Tìm giám khảo`}
          onClear={
            narrowed
              ? () => {
                  go({ order: kept.order });
                }
              : undefined
          }
        >
          <FilterSearch
            label={t`Họ và tên`}
            value={kept.search}
            onChange={(value) => {
              go({ ...kept, search: value });
            }}
          />
          <FilterSelect
            label={t`Lĩnh vực thông thạo`}
            value={kept.area}
            choices={(contest?.areas ?? []).map((area) => ({ value: area.id, label: named(area) }))}
            onChange={(value) => {
              go({ ...kept, area: value });
            }}
          />
        </FilterBar>
        <DataTable
          caption={t`Thành viên Ban Giám khảo`}
          file={{ list: 'jury', filter: { contestId, ...filter } }}
          of={{ ...asked, data: asked.data?.jury }}
          columns={columns}
          rowKey={({ id }) => id}
          order={kept.order ?? 'SEATED'}
          onOrder={(order) => {
            go({ ...kept, order: order as typeof kept.order });
          }}
          onPage={(cursor) => {
            go({ ...kept, after: cursor });
          }}
          isFirstPage={after === undefined}
          cards
          empty={
            narrowed ? (
              <Empty title={<Trans>Không có giám khảo nào khớp với điều kiện</Trans>} />
            ) : (
              <Empty title={<Trans>Ban Giám khảo chưa có ai</Trans>}>
                <p>
                  <Trans>Người nhận lời mời hiện ở đây ngay khi họ trả lời.</Trans>
                </p>
              </Empty>
            )
          }
        />
        <JuryPairs of={asked} contestId={contestId} members={members} />
      </div>
    </>
  );
}

interface Known {
  readonly contest: JudgedContest | null | undefined;
  readonly loads: readonly JudgeLoad[] | undefined;
  readonly roundName: string | undefined;
  readonly again: () => void;
}

function useColumns({ contest, loads, roundName, again }: Known): readonly Column<JuryMember>[] {
  const { t } = useLingui();
  const areaOf = (id: string) => contest?.areas.find((area) => area.id === id);
  return [
    {
      key: 'name',
      names: true,
      head: t`Giám khảo`,
      order: ['NAME', 'SEATED'],
      cell: ({ person, chair, unit }) => (
        <>
          {person.fullName}{' '}
          {chair && (
            <Tag tone="ink">
              <Trans>Trưởng ban</Trans>
            </Tag>
          )}
          {unit && <span className={styles.about}>{named(unit)}</span>}
        </>
      ),
    },
    {
      key: 'areas',
      head: t`Lĩnh vực thông thạo`,
      cell: ({ areaIds }) =>
        areaIds.length === 0 ? (
          <span className="secondary">
            <Trans>chưa nêu</Trans>
          </span>
        ) : (
          <span>
            {areaIds
              .flatMap((id) => areaOf(id) ?? [])
              .map(named)
              .join('; ')}
          </span>
        ),
    },
    { key: 'limits', head: t`Giới hạn mỗi vòng`, cell: (member) => <Limits member={member} /> },
    {
      key: 'load',
      numeric: true,
      head: roundName === undefined ? t`Số phiếu` : t`Phiếu, ${roundName}`,
      cell: ({ person }) => number(loads?.find(({ judge }) => judge.id === person.id)?.load ?? 0),
    },
    {
      key: 'absent',
      head: t`Vắng`,
      cell: ({ absentFrom, absentTo }) => (absentFrom ? `${day(absentFrom)} – ${absentTo ? day(absentTo) : ''}` : '–'),
    },
    {
      key: 'act',
      head: <span className="visually-hidden">{t`Việc làm được`}</span>,
      cell: (member) => member.canSetTerms && <JuryTerms member={member} areas={contest?.areas ?? []} onDone={again} />,
    },
  ];
}

function Limits({ member: { loadMin, loadMax } }: { readonly member: JuryMember }) {
  if (loadMin === 0 && loadMax === null) {
    return (
      <span className="secondary">
        <Trans>không giới hạn</Trans>
      </span>
    );
  }
  if (loadMax === null) return <Plural value={loadMin} one="từ # phiếu" other="từ # phiếu" />;
  return (
    <Trans>
      {number(loadMin)} – {number(loadMax)} phiếu
    </Trans>
  );
}
