import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useAsk } from '../../../api/ask';
import { useMe } from '../../../api/session';
import { ActButton } from '../../../ui/act-button';
import { BY_AGE } from '../../../ui/orders';
import { Bar } from '../../../ui/bar';
import { Button, LinkButton } from '../../../ui/button';
import { DataTable } from '../../../ui/data-table';
import { FilterBar, FilterSelect } from '../../../ui/filter-bar';
import { day, named, number } from '../../../ui/format';
import { Empty } from '../../../ui/note';
import { PageHead } from '../../../ui/panel';
import { DemoMark } from '../../../ui/state-mark';
import { HANDOVERS, type HandoverRow, VOID_HANDOVER } from '../handover.query';
import { type HandoversSearch } from '../index';
import styles from '../handover.module.css';
import { type ModelRow } from '../model.query';
import { Because, type Beginning, HandoverForm } from '../parts/handover-form';
import { ModelForm } from '../parts/model-form';
import { Models } from '../parts/models';
import { useHandoverWords } from '../parts/words';

/** How results were handed over at home and at ceremonies: entered by communes, read by offices. */
export function Page() {
  const { t } = useLingui();
  const words = useHandoverWords();
  const search: HandoversSearch = useSearch({ from: '/inside/handovers' });
  const navigate = useNavigate({ from: '/handovers' });
  const go = (change: HandoversSearch) => {
    void navigate({ search: (was) => ({ ...was, ...change }), resetScroll: false });
  };
  const filter = { waiting: search.waiting ?? null, order: search.order ?? null };
  const asked = useAsk(HANDOVERS, { ...filter, after: search.after ?? null });
  const [begun, setBegun] = useState<{ readonly at: number; readonly of: Beginning | null }>({ at: 0, of: null });
  const begin = (of: Beginning | null) => {
    setBegun({ at: begun.at + 1, of });
    if (of) scrollTo({ top: 0 });
  };
  const models = asked.data?.serviceModels.edges.map(({ node }) => node);
  const me = useMe();
  const acts = asked.data?.handovers.edges.some(({ node }) => node.canFollow || !node.whyNotChange);
  const [saying, setSaying] = useState<{ readonly of: ModelRow | null } | null>(null);
  return (
    <>
      <Bar crumbs={[{ label: t`Việc của tôi`, link: { to: '/home' } }, { label: t`Trả kết quả tại nhà` }]} />
      <PageHead
        title={t`Trả kết quả tại nhà`}
        acts={
          <>
            <LinkButton to="/handovers/months">
              <Trans>Số lượt theo tháng</Trans>
            </LinkButton>
            <LinkButton to="/letters">
              <Trans>Thư chúc mừng, chia buồn</Trans>
            </LinkButton>
            {me.canAddServiceModel && (
              <Button
                kind="primary"
                onClick={() => {
                  setSaying({ of: null });
                }}
              >
                <Trans>Thêm mô hình</Trans>
              </Button>
            )}
          </>
        }
      >
        <Trans>Mỗi lần trao ghi một lượt. Không ghi tên, địa chỉ, điện thoại của ai.</Trans>
      </PageHead>
      <div className={styles.page}>
        {models && (
          <HandoverForm
            key={begun.at}
            models={models}
            begun={begun.of}
            onDone={() => {
              begin(null);
              asked.again();
            }}
          />
        )}
        <FilterBar label={t`Điều kiện xem`}>
          <FilterSelect
            label={t`Xem`}
            value={search.waiting ? 'WAITING' : undefined}
            choices={[{ value: 'WAITING', label: t`Vắng, chưa trao lại` }]}
            onChange={(value) => {
              go({ waiting: value === 'WAITING' ? true : undefined, after: undefined });
            }}
          />
        </FilterBar>
        <DataTable<HandoverRow>
          caption={t`Các lượt trả kết quả`}
          file={{ list: 'handovers', filter }}
          of={{ ...asked, data: asked.data?.handovers }}
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
              key: 'procedure',
              names: true,
              head: t`Thủ tục`,
              cell: ({ procedure, illustrative }) => (
                <>
                  {procedure.name} {illustrative && <DemoMark />}
                </>
              ),
            },
            { key: 'day', head: t`Ngày`, order: BY_AGE, cell: (row) => day(row.day) },
            { key: 'unit', head: t`Xã`, cell: ({ unit }) => named(unit) },
            { key: 'venue', head: t`Nơi trả`, cell: ({ venue }) => words.venues[venue] },
            { key: 'letter', head: t`Thư kèm theo`, cell: ({ letter }) => words.letters[letter] },
            { key: 'outcome', head: t`Kết quả`, cell: (row) => <Outcome of={row} /> },
            ...(acts
              ? [
                  {
                    key: 'acts',
                    fixed: true,
                    head: t`Việc`,
                    cell: (row: HandoverRow) => <Acts of={row} onBegin={begin} again={asked.again} />,
                  },
                ]
              : []),
          ]}
          empty={<Empty title={<Trans>Chưa có lượt nào</Trans>} />}
        />
        {models && (
          <Models
            of={models}
            onEdit={(of) => {
              setSaying({ of });
            }}
          />
        )}
      </div>
      {saying && (
        <ModelForm
          of={saying.of}
          onClose={(done) => {
            setSaying(null);
            if (done) asked.again();
          }}
        />
      )}
    </>
  );
}

function Outcome({ of: { outcome, attempt, voidedOn } }: { readonly of: HandoverRow }) {
  const { outcomes } = useHandoverWords();
  if (voidedOn !== null) return <Trans>Đã hủy</Trans>;
  return attempt === 1 ? (
    outcomes[outcome]
  ) : (
    <Trans>
      {outcomes[outcome]}, lần {number(attempt)}
    </Trans>
  );
}

interface ActsOf {
  readonly of: HandoverRow;
  readonly onBegin: (of: Beginning) => void;
  readonly again: () => void;
}

function Acts({ of, onBegin, again }: ActsOf) {
  const { t } = useLingui();
  const [reason, setReason] = useState('ENTERED_TWICE');
  if (of.whyNotChange && !of.canFollow) return null;
  return (
    <>
      {of.canFollow && (
        <Button
          size="small"
          onClick={() => {
            onBegin({ kind: 'next', of });
          }}
        >
          <Trans>Ghi lần sau</Trans>
        </Button>
      )}{' '}
      {!of.whyNotChange && (
        <>
          <Button
            size="small"
            onClick={() => {
              onBegin({ kind: 'correct', of });
            }}
          >
            <Trans>Sửa</Trans>
          </Button>{' '}
          <ActButton
            of={VOID_HANDOVER}
            size="small"
            name={t`Hủy lượt ngày ${day(of.day)}`}
            title={<Trans>Hủy lượt trả kết quả</Trans>}
            act={<Trans>Hủy lượt</Trans>}
            keep={<Trans>Giữ lại</Trans>}
            destructive
            input={() => ({ handoverId: of.id, version: of.version, reason: reason as 'ENTERED_TWICE' })}
            said={<Trans>Đã hủy; lượt này không được đếm nữa.</Trans>}
            onDone={again}
          >
            <Because value={reason} onChange={setReason} />
          </ActButton>
        </>
      )}
    </>
  );
}
