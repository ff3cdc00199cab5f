import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useAsk } from '../../../api/ask';
import { type Column, DataTable } from '../../../ui/data-table';
import { FilterBar, FilterSelect } from '../../../ui/filter-bar';
import { day, named } from '../../../ui/format';
import { Empty } from '../../../ui/note';
import { type AgeOrder, BY_AGE } from '../../../ui/orders';
import { PublicHead, PublicPage } from '../../../ui/public-page';
import { DemoMark } from '../../../ui/state-mark';
import { type TitlesSearch } from '../achievements-search';
import styles from '../emulation.module.css';
import { PUBLIC_ACHIEVEMENTS, type PublicAchievement, type PublicTitles } from '../title.query';

/** Titles by decision, for anyone; what the list is narrowed to is in the address. */
export function Page() {
  const { t } = useLingui();
  const { after, ...filter }: TitlesSearch = useSearch({ from: '/public/titles' });
  const navigate = useNavigate({ from: '/titles' });
  const go = (search: TitlesSearch) => {
    void navigate({ search, resetScroll: false });
  };
  const asked = useAsk(PUBLIC_ACHIEVEMENTS, {
    year: filter.year ?? null,
    kindId: filter.kind ?? null,
    order: filter.order ?? null,
    after: after ?? null,
  });
  // Where all of the page were invented, that is said once.
  const allInvented = asked.data?.publicAchievements.edges.every(({ node }) => node.illustrative) ?? false;
  const isNarrowed = filter.year !== undefined || filter.kind !== undefined;
  return (
    <PublicPage>
      <PublicHead title={t`Danh hiệu thi đua`}>
        <Trans>
          Danh hiệu và khen thưởng của cán bộ, công chức đã có quyết định: họ tên, đơn vị, số và ngày quyết định. Địa chỉ trang giữ nguyên
          điều kiện xem, có thể gửi cho người khác.
        </Trans>
      </PublicHead>
      <div className={styles.below}>
        <FilterBar
          label={t`Điều kiện xem`}
          side={allInvented && (asked.data?.publicAchievements.edges.length ?? 0) > 0 && <DemoMark />}
          onClear={
            isNarrowed
              ? () => {
                  go({ order: filter.order });
                }
              : undefined
          }
        >
          <Choices of={filter} offered={asked.data} onChange={go} />
        </FilterBar>
        <DataTable<PublicAchievement>
          caption={t`Danh hiệu đã có quyết định`}
          file="public"
          of={{ ...asked, data: asked.data?.publicAchievements }}
          rowKey={({ id }) => id}
          cards
          order={filter.order ?? 'NEWEST'}
          onOrder={(order) => {
            go({ ...filter, order: order as AgeOrder });
          }}
          onPage={(next) => {
            go({ ...filter, after: next });
          }}
          isFirstPage={after === undefined}
          columns={useColumns(!allInvented)}
          empty={
            <Empty title={isNarrowed ? <Trans>Không có danh hiệu nào như vậy</Trans> : <Trans>Chưa có danh hiệu nào được công bố</Trans>}>
              {!isNarrowed && <Trans>Danh hiệu hiện ở đây khi có quyết định và đã được xác nhận.</Trans>}
            </Empty>
          }
        />
      </div>
    </PublicPage>
  );
}

interface ChoicesProps {
  readonly of: TitlesSearch;
  readonly offered: PublicTitles | undefined;
  readonly onChange: (of: TitlesSearch) => void;
}

/** The years that there are titles of; that of the address too, where there are none. */
function Choices({ of, offered, onChange }: ChoicesProps) {
  const { t } = useLingui();
  const known = offered?.publicAchievementYears ?? [];
  const years = of.year === undefined || known.includes(of.year) ? known : [...known, of.year].sort((one, other) => other - one);
  return (
    <>
      <FilterSelect
        label={t`Năm`}
        value={of.year === undefined ? undefined : String(of.year)}
        choices={years.map((year) => ({ value: String(year), label: String(year) }))}
        onChange={(year) => {
          onChange({ ...of, year: year === undefined ? undefined : Number(year) });
        }}
      />
      <FilterSelect
        label={t`Danh hiệu`}
        value={of.kind}
        choices={(offered?.publicTitleKinds ?? []).map((kind) => ({ value: kind.id, label: named(kind) }))}
        onChange={(kind) => {
          onChange({ ...of, kind });
        }}
      />
    </>
  );
}

function useColumns(marked: boolean): readonly Column<PublicAchievement>[] {
  const { t } = useLingui();
  return [
    {
      key: 'person',
      names: true,
      head: t`Họ tên`,
      cell: ({ fullName, illustrative }) => (
        <>
          {fullName} {marked && illustrative && <DemoMark />}
        </>
      ),
    },
    { key: 'title', head: t`Danh hiệu`, cell: ({ kind }) => named(kind) },
    { key: 'year', head: t`Năm`, order: BY_AGE, cell: ({ year }) => String(year) },
    { key: 'unit', head: t`Đơn vị khi đạt`, cell: ({ unitThen }) => named(unitThen) },
    {
      key: 'decision',
      head: t`Quyết định`,
      cell: ({ decisionNumber, decidedOn, issuer }) => t`${decisionNumber} ngày ${day(decidedOn)}, ${issuer}`,
    },
  ];
}
