import { Trans, useLingui } from '@lingui/react/macro';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useAsk } from '../../../api/ask';
import { may, useMe } from '../../../api/session';
import { Bar } from '../../../ui/bar';
import { LinkButton } from '../../../ui/button';
import { type Column, DataTable } from '../../../ui/data-table';
import { FilterBar, FilterSelect, FilterToggle } from '../../../ui/filter-bar';
import { named } from '../../../ui/format';
import { Empty } from '../../../ui/note';
import { PageHead } from '../../../ui/panel';
import { DemoMark } from '../../../ui/state-mark';
import { ACHIEVEMENT_STATES, type AchievementsSearch } from '../achievements-search';
import { ACHIEVEMENTS, type AchievementRow } from '../emulation.query';
import { Declare } from '../parts/declare';
import { AchievementMark, useStateWords } from '../parts/words';

/** What officials achieved: one's own, what a head confirms, and to the office all. */
export function Page() {
  const { t } = useLingui();
  const words = useStateWords();
  const me = useMe();
  const search: AchievementsSearch = useSearch({ from: '/inside/achievements' });
  const navigate = useNavigate({ from: '/achievements' });
  const go = (change: AchievementsSearch) => {
    void navigate({ search: (was) => ({ ...was, ...change }), resetScroll: false });
  };
  const filter = {
    ...{ mine: search.mine ?? null, personId: search.person ?? null },
    ...{ states: search.state ? [search.state] : null, order: search.order ?? null },
  };
  const isNarrowed = (search.state ?? search.mine ?? search.person) !== undefined;
  const asked = useAsk(ACHIEVEMENTS, { ...filter, after: search.after ?? null });
  return (
    <>
      <Bar crumbs={[{ label: t`Việc của tôi`, link: { to: '/home' } }, { label: t`Thành tích` }]} />
      <PageHead
        title={t`Thành tích`}
        acts={
          <>
            <LinkButton to="/titles">
              <Trans>Danh sách công khai</Trans>
            </LinkButton>
            <LinkButton to="/eligibility" search={{ person: search.person }}>
              <Trans>Điều kiện danh hiệu</Trans>
            </LinkButton>
            {may(me, 'achievement:manage') && (
              <LinkButton to="/imports" search={{ kind: 'achievements' }}>
                <Trans>Nhập từ tệp</Trans>
              </LinkButton>
            )}
            {asked.data && <Declare kinds={asked.data.titleKinds} again={asked.again} />}
          </>
        }
      >
        <Trans>
          Giải thưởng và sáng kiến được công nhận tự vào hồ sơ; danh hiệu khác do cá nhân kê khai, thủ trưởng đơn vị xác nhận, hoặc nhập
          theo danh sách của cơ quan.
        </Trans>
      </PageHead>
      <FilterBar
        label={t`Điều kiện xem`}
        onClear={
          isNarrowed
            ? () => {
                go({ state: undefined, mine: undefined, person: undefined, after: undefined });
              }
            : undefined
        }
      >
        <FilterSelect
          label={t`Tình trạng`}
          value={search.state}
          choices={ACHIEVEMENT_STATES.map((state) => ({ value: state, label: words[state] }))}
          onChange={(value) => {
            go({ state: ACHIEVEMENT_STATES.find((state) => state === value), after: undefined });
          }}
        />
        <FilterToggle
          pressed={search.mine ?? false}
          onChange={(mine) => {
            go({ mine: mine || undefined, person: undefined, after: undefined });
          }}
        >
          <Trans>Chỉ của tôi</Trans>
        </FilterToggle>
        {search.person !== undefined && (
          <FilterToggle
            pressed
            onChange={() => {
              go({ person: undefined, after: undefined });
            }}
          >
            <Trans>Chỉ của một người</Trans>
          </FilterToggle>
        )}
      </FilterBar>
      <DataTable<AchievementRow>
        caption={t`Thành tích`}
        file={{ list: 'achievements', filter }}
        of={{ ...asked, data: asked.data?.achievements }}
        rowKey={({ id }) => id}
        cards
        order={search.order ?? 'NEWEST'}
        onOrder={(order) => {
          go({ order: order as typeof search.order, after: undefined });
        }}
        onPage={(after) => {
          go({ after });
        }}
        isFirstPage={search.after === undefined}
        columns={useColumns()}
        empty={
          <Empty title={<Trans>Chưa có thành tích nào</Trans>}>
            <Trans>Ông/Bà có thể kê khai thành tích của mình kèm số quyết định.</Trans>
          </Empty>
        }
      />
    </>
  );
}

function useColumns(): readonly Column<AchievementRow>[] {
  const { t } = useLingui();
  return [
    {
      key: 'title',
      names: true,
      head: t`Danh hiệu`,
      cell: ({ id, kind, illustrative }) => (
        <>
          <Link to="/achievements/$achievementId" params={{ achievementId: id }}>
            {named(kind)}
          </Link>{' '}
          {illustrative && <DemoMark />}
        </>
      ),
    },
    {
      key: 'year',
      head: t`Năm`,
      order: ['YEAR_FIRST', 'YEAR'],
      cell: ({ year, without }) => (without ? t`${String(year)} (không đạt)` : String(year)),
    },
    { key: 'person', head: t`Họ tên`, cell: ({ person }) => person.fullName },
    { key: 'unit', head: t`Đơn vị khi đạt`, cell: ({ unitThen }) => named(unitThen) },
    { key: 'decision', head: t`Số quyết định`, cell: ({ decisionNumber }) => decisionNumber ?? '–' },
    { key: 'state', head: t`Tình trạng`, cell: ({ state }) => <AchievementMark state={state} /> },
  ];
}
