import { Trans, useLingui } from '@lingui/react/macro';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useAsk } from '../../../api/ask';
import { useMe } from '../../../api/session';
import { Bar } from '../../../ui/bar';
import { LinkButton } from '../../../ui/button';
import { FilterBar, FilterSelect } from '../../../ui/filter-bar';
import { PageHead } from '../../../ui/panel';
import { PilotTable } from '../parts/pilot-table';
import { useStateWords } from '../parts/words';
import { PILOTS } from '../pilot.query';
import { PILOT_STATES, type PilotsSearch } from '../pilots-search';

/** Pilots of the district. */
export function Page() {
  const { t } = useLingui();
  const me = useMe();
  const words = useStateWords();
  const search: PilotsSearch = useSearch({ from: '/inside/pilots' });
  const navigate = useNavigate({ from: '/pilots' });
  const go = (change: PilotsSearch) => {
    void navigate({ search: (was) => ({ ...was, ...change }), resetScroll: false });
  };
  const filter = { states: search.state ? [search.state] : null, order: search.order ?? null };
  const asked = useAsk(PILOTS, { ...filter, after: search.after ?? null });
  return (
    <>
      <Bar crumbs={[{ label: t`Việc của tôi`, link: { to: '/home' } }, { label: t`Thí điểm` }]} />
      <PageHead
        title={t`Thí điểm`}
        acts={
          me.canDraftPilot && (
            <LinkButton to="/pilots/new" kind="primary">
              <Trans>Lập thí điểm</Trans>
            </LinkButton>
          )
        }
      >
        <Trans>Cách đo, các xã và kỳ so sánh được đăng ký trước khi có kết quả; kết quả chỉ hiện khi thí điểm kết thúc.</Trans>
      </PageHead>
      <FilterBar
        label={t`Điều kiện xem`}
        onClear={
          search.state &&
          (() => {
            go({ state: undefined, after: undefined });
          })
        }
      >
        <FilterSelect
          label={t`Tình trạng`}
          value={search.state}
          choices={PILOT_STATES.map((state) => ({ value: state, label: words[state] }))}
          onChange={(value) => {
            go({ state: PILOT_STATES.find((state) => state === value), after: undefined });
          }}
        />
      </FilterBar>
      <PilotTable
        file={{ list: 'pilots', filter }}
        of={{ ...asked, data: asked.data?.pilots }}
        order={search.order ?? 'NEWEST'}
        onOrder={(order) => {
          go({ order: order as typeof search.order, after: undefined });
        }}
        onPage={(after) => {
          go({ after });
        }}
        isFirstPage={search.after === undefined}
        link={({ id, title }) => (
          <Link to="/pilots/$pilotId" params={{ pilotId: id }}>
            {title}
          </Link>
        )}
      />
    </>
  );
}
