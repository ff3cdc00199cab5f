import { Trans, useLingui } from '@lingui/react/macro';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useAsk } from '../../../api/ask';
import { BY_AGE } from '../../../ui/orders';
import { Bar } from '../../../ui/bar';
import { DataTable } from '../../../ui/data-table';
import { FilterBar, FilterSelect } from '../../../ui/filter-bar';
import { day } from '../../../ui/format';
import { Empty } from '../../../ui/note';
import { PageHead } from '../../../ui/panel';
import { DemoMark, Tag } from '../../../ui/state-mark';
import { RecognitionMark, useStateWords } from '../parts/words';
import { RECOGNITIONS, type RecognitionRow } from '../recognition.query';
import { RECOGNITION_STATES, type RecognitionsSearch } from '../recognitions-search';

/** Applications for recognition: to the office all, to authors and members of councils their own. */
export function Page() {
  const { t } = useLingui();
  const words = useStateWords();
  const search: RecognitionsSearch = useSearch({ from: '/inside/recognitions' });
  const navigate = useNavigate({ from: '/recognitions' });
  const go = (change: RecognitionsSearch) => {
    void navigate({ search: (was) => ({ ...was, ...change }), resetScroll: false });
  };
  const filter = { states: search.state ? [search.state] : null, order: search.order ?? null };
  const asked = useAsk(RECOGNITIONS, { ...filter, after: search.after ?? null });
  return (
    <>
      <Bar crumbs={[{ label: t`Việc của tôi`, link: { to: '/home' } }, { label: t`Công nhận sáng kiến` }]} />
      <PageHead title={t`Công nhận sáng kiến`}>
        <Trans>Theo Nghị định 13/2012/NĐ-CP: khác với giải thưởng, do Hội đồng sáng kiến xét trong ba tháng từ ngày tiếp nhận.</Trans>
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
          choices={RECOGNITION_STATES.map((state) => ({ value: state, label: words[state] }))}
          onChange={(value) => {
            go({ state: RECOGNITION_STATES.find((state) => state === value), after: undefined });
          }}
        />
      </FilterBar>
      <DataTable<RecognitionRow>
        caption={t`Đề nghị công nhận sáng kiến`}
        file={{ list: 'recognitions', filter }}
        of={{ ...asked, data: asked.data?.recognitions }}
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
        columns={[
          {
            key: 'initiative',
            names: true,
            head: t`Sáng kiến`,
            cell: ({ id, initiative, illustrative }) => (
              <>
                <Link to="/recognitions/$recognitionId" params={{ recognitionId: id }}>
                  {initiative.title}
                </Link>{' '}
                {illustrative && <DemoMark />}
              </>
            ),
          },
          { key: 'authors', head: t`Tác giả`, cell: ({ authorNames }) => authorNames.join(', ') },
          { key: 'receipt', head: t`Số tiếp nhận`, cell: ({ receiptNumber }) => receiptNumber ?? '–' },
          {
            key: 'applied',
            head: t`Ngày đề nghị`,
            order: BY_AGE,
            cell: ({ appliedOn }) => <span className="no-break">{day(appliedOn)}</span>,
          },
          {
            key: 'due',
            head: t`Hạn xét`,
            order: 'DUE',
            cell: ({ decideBy, late }) => (
              <>
                <span className="no-break">{decideBy === null ? '–' : day(decideBy)}</span>{' '}
                {late && (
                  <Tag tone="late">
                    <Trans>quá hạn</Trans>
                  </Tag>
                )}
              </>
            ),
          },
          { key: 'state', head: t`Tình trạng`, cell: ({ state }) => <RecognitionMark state={state} /> },
        ]}
        empty={
          <Empty title={<Trans>Chưa có đề nghị nào</Trans>}>
            <Trans>Tác giả hoặc đơn vị đề nghị công nhận tại trang của sáng kiến, sau khi cuộc thi công bố kết quả.</Trans>
          </Empty>
        }
      />
    </>
  );
}
