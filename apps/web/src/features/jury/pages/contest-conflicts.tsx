import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { type ReactNode } from 'react';
import { useAsk } from '../../../api/ask';
import { useRest } from '../../../api/ask-whole';
import { LinkButton } from '../../../ui/button';
import { ExportButton } from '../../../ui/export-button';
import { FilterBar, FilterSearch, FilterSelect, FilterToggle } from '../../../ui/filter-bar';
import { Answer, Empty } from '../../../ui/note';
import { PageHead, Panel } from '../../../ui/panel';
import { type ConflictsSearch } from '../choices';
import { useTies } from '../conflict-words';
import { ConflictRows } from '../office/conflict-rows';
import { CONFLICTS, MORE_JURY } from '../office/conflicts.query';
import { type JuryMember } from '../office/jury.query';
import { ContestLine, JudgingBar } from '../office/judging-nav';
import { PagesOf } from '../office/pages-of';
import { SetConflict } from '../office/set-conflict';
import styles from '../office/office.module.css';

/** Who may not judge what in a contest: found, declared or told, each with the why and what can be done about it. */
export function Page() {
  const { t } = useLingui();
  const { contestId } = useParams({ from: '/inside/contests/$contestId/conflicts' });
  const { after, ...kept } = useSearch({ from: '/inside/contests/$contestId/conflicts' });
  const navigate = useNavigate({ from: '/contests/$contestId/conflicts' });
  const go = (next: ConflictsSearch) => void navigate({ search: next });
  const filter = filterOf(kept);
  const narrowed = Object.values({ ...kept, order: undefined }).some((value) => value !== undefined);
  const asked = useAsk(CONFLICTS, { contestId, ...filter, after });
  const contest = asked.data?.contest;
  const jury = useRest(asked, MORE_JURY, { contestId }, 'jury').data?.jury.edges.map(({ node }) => node) ?? [];
  return (
    <>
      <JudgingBar contestId={contestId} contest={contest} crumbs={[{ label: t`Xung đột lợi ích` }]} />
      <PageHead
        title={t`Xung đột lợi ích`}
        acts={
          <>
            <LinkButton to="/conflicts">
              <Trans>Chờ tôi quyết định</Trans>
            </LinkButton>
            <ExportButton list="conflicts" filter={{ contestId, ...filter }} />
            {asked.data?.contestJudging?.canSetConflict && <SetConflict contestId={contestId} onDone={asked.again} />}
          </>
        }
      >
        <ContestLine contest={contest} />
      </PageHead>
      <div className={styles.stack}>
        <Filters judges={jury} narrowed={narrowed} kept={kept} go={go} />
        <Answer of={asked}>
          {({ conflicts }) => (
            <Panel flush>
              {conflicts.edges.length === 0 ? (
                <Nothing narrowed={narrowed} />
              ) : (
                <ConflictRows conflicts={conflicts.edges.map(({ node }) => node)} onChange={asked.again} />
              )}
              <PagesOf
                of={conflicts}
                after={after}
                onPage={(next) => {
                  go({ ...kept, after: next });
                }}
              />
            </Panel>
          )}
        </Answer>
      </div>
    </>
  );
}

/** What the server is asked for by what the address says. */
const filterOf = ({ judge, type, standing, search, order }: ConflictsSearch) => ({
  personId: judge ?? null,
  types: type ? [type] : null,
  active: standing === 'active' ? true : standing === 'lifted' ? false : null,
  waits: standing === 'waits' ? true : standing === 'lifted' ? false : null,
  search: search ?? null,
  order: order ?? null,
});

interface FiltersProps {
  readonly judges: readonly JuryMember[];
  readonly narrowed: boolean;
  readonly kept: ConflictsSearch;
  readonly go: (next: ConflictsSearch) => void;
}

function Filters({ judges, narrowed, kept, go }: FiltersProps) {
  const { t } = useLingui();
  const ties = useTies();
  return (
    <FilterBar
      label={t`Lọc xung đột lợi ích`}
      onClear={
        narrowed
          ? () => {
              go({ order: kept.order });
            }
          : undefined
      }
    >
      <FilterSearch
        label={t`Người, mã hoặc tên sáng kiến`}
        value={kept.search}
        onChange={(value) => {
          go({ ...kept, search: value });
        }}
      />
      <FilterSelect
        label={t`Của giám khảo`}
        value={kept.judge}
        choices={judges.map(({ person: { id, fullName } }) => ({ value: id, label: fullName }))}
        onChange={(value) => {
          go({ ...kept, judge: value });
        }}
      />
      <FilterSelect
        label={t`Loại`}
        value={kept.type}
        choices={Object.entries(ties).map(([value, label]) => ({ value, label }))}
        onChange={(value) => {
          go({ ...kept, type: value as ConflictsSearch['type'] });
        }}
      />
      <FilterSelect
        label={t`Tình trạng`}
        value={kept.standing}
        choices={[
          { value: 'active', label: t`đang có hiệu lực` },
          { value: 'waits', label: t`chờ người thứ hai quyết định` },
          { value: 'lifted', label: t`không còn hiệu lực` },
        ]}
        onChange={(value) => {
          go({ ...kept, standing: value as ConflictsSearch['standing'] });
        }}
      />
      <FilterToggle
        pressed={kept.order === 'NEWEST'}
        onChange={(pressed) => {
          go({ ...kept, order: pressed ? 'NEWEST' : undefined });
        }}
      >
        <Trans>Mới nhất trước</Trans>
      </FilterToggle>
    </FilterBar>
  );
}

function Nothing({ narrowed }: { readonly narrowed: boolean }): ReactNode {
  if (narrowed) return <Empty title={<Trans>Không có xung đột lợi ích nào khớp với điều kiện</Trans>} />;
  return (
    <Empty title={<Trans>Chưa có xung đột lợi ích nào</Trans>}>
      <p>
        <Trans>Hệ thống tự dò khi giám khảo nhận lời và mỗi lần phân công; giám khảo tự khai khi mở phiếu.</Trans>
      </p>
    </Empty>
  );
}
