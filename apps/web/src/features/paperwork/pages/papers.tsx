import { Trans, useLingui } from '@lingui/react/macro';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useAsk } from '../../../api/ask';
import { useMe } from '../../../api/session';
import { BY_AGE } from '../../../ui/orders';
import { Bar } from '../../../ui/bar';
import { Button, LinkButton } from '../../../ui/button';
import { DataTable } from '../../../ui/data-table';
import { FilterBar, FilterSelect } from '../../../ui/filter-bar';
import { day, dayAndClock } from '../../../ui/format';
import { Check, Lock } from '../../../ui/icons';
import { Empty } from '../../../ui/note';
import { PageHead } from '../../../ui/panel';
import { DemoMark, StateMark } from '../../../ui/state-mark';
import { PAPERS, type PaperRow, type PaperState } from '../paper.query';
import { DraftPaper } from '../parts/draft-paper';
import { numbered, usePaperKinds, usePaperStates } from '../parts/words';
import { PAPER_KINDS, PAPER_STATES, type PapersSearch } from '../searches';

/** The papers of the office, the latest drafted first. */
export function Page() {
  const { t } = useLingui();
  const me = useMe();
  const kinds = usePaperKinds();
  const states = usePaperStates();
  const search: PapersSearch = useSearch({ from: '/inside/papers' });
  const navigate = useNavigate({ from: '/papers' });
  const go = (next: PapersSearch) => {
    void navigate({ search: next, resetScroll: false });
  };
  const { kind, state, order, after } = search;
  const filter = { kind: kind ?? null, state: state ?? null, order: order ?? null };
  const narrowed = kind !== undefined || state !== undefined;
  const [drafting, setDrafting] = useState(false);
  const asked = useAsk(PAPERS, { ...filter, after: after ?? null });
  return (
    <>
      <Bar crumbs={[{ label: t`Việc của tôi`, link: { to: '/home' } }, { label: t`Văn bản` }]} />
      <PageHead
        title={t`Văn bản`}
        acts={
          <>
            <LinkButton to="/paper-templates">
              <Trans>Mẫu văn bản</Trans>
            </LinkButton>{' '}
            {me.canDraftPaper && !drafting && (
              <Button
                kind="primary"
                onClick={() => {
                  setDrafting(true);
                }}
              >
                <Trans>Lập văn bản</Trans>
              </Button>
            )}
          </>
        }
      >
        <Trans>Biên bản, tờ trình, quyết định và báo cáo được lập từ dữ liệu đang có, theo thể thức của Nghị định 30/2020/NĐ-CP.</Trans>
      </PageHead>
      {drafting && (
        <DraftPaper
          onClose={() => {
            setDrafting(false);
          }}
        />
      )}
      <FilterBar
        label={t`Điều kiện xem`}
        onClear={
          narrowed
            ? () => {
                go({ order });
              }
            : undefined
        }
      >
        <FilterSelect
          label={t`Loại văn bản`}
          value={kind}
          choices={PAPER_KINDS.map((value) => ({ value, label: kinds[value] }))}
          onChange={(value) => {
            go({ ...search, after: undefined, kind: PAPER_KINDS.find((one) => one === value) });
          }}
        />
        <FilterSelect
          label={t`Trạng thái`}
          value={state}
          choices={PAPER_STATES.map((value) => ({ value, label: states[value] }))}
          onChange={(value) => {
            go({ ...search, after: undefined, state: PAPER_STATES.find((one) => one === value) });
          }}
        />
      </FilterBar>
      <DataTable<PaperRow>
        caption={t`Văn bản`}
        file={{ list: 'papers', filter }}
        of={{ ...asked, data: asked.data?.papers }}
        rowKey={({ id }) => id}
        cards
        order={order ?? 'NEWEST'}
        onOrder={(chosen) => {
          go({ ...search, after: undefined, order: chosen as typeof order });
        }}
        onPage={(cursor) => {
          go({ ...search, after: cursor });
        }}
        isFirstPage={after === undefined}
        columns={[
          {
            key: 'subject',
            names: true,
            head: t`Trích yếu`,
            cell: (row) => (
              <>
                <Link to="/papers/$paperId" params={{ paperId: row.id }}>
                  {row.subject}
                </Link>{' '}
                {row.illustrative && <DemoMark />}
              </>
            ),
          },
          { key: 'kind', head: t`Loại văn bản`, cell: ({ kind }) => kinds[kind] },
          {
            key: 'number',
            head: t`Số, ký hiệu`,
            cell: ({ number, symbol }) => <span className="num no-break">{numbered(number, symbol)}</span>,
          },
          { key: 'state', head: t`Trạng thái`, cell: ({ state }) => <PaperMark state={state} /> },
          {
            key: 'when',
            head: t`Ngày`,
            order: BY_AGE,
            cell: ({ signedOn, draftedAt }) => (
              <span className="no-break">
                {signedOn === null ? <Trans>lập {dayAndClock(draftedAt)}</Trans> : <Trans>ký {day(signedOn)}</Trans>}
              </span>
            ),
          },
        ]}
        empty={
          narrowed ? (
            <Empty title={<Trans>Không có văn bản nào khớp với điều kiện xem</Trans>} />
          ) : (
            <Empty title={<Trans>Chưa có văn bản nào</Trans>}>
              <p>
                <Trans>Văn bản hiện ở đây khi được lập.</Trans>
              </p>
            </Empty>
          )
        }
      />
    </>
  );
}

export function PaperMark({ state }: { readonly state: PaperState }) {
  const words = usePaperStates();
  if (state === 'DRAFT') return <StateMark>{words.DRAFT}</StateMark>;
  return (
    <StateMark tone={state === 'SIGNED' ? 'done' : 'soon'} icon={state === 'SIGNED' ? Check : Lock}>
      {words[state]}
    </StateMark>
  );
}
