import { Trans, useLingui } from '@lingui/react/macro';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useAsk } from '../../../api/ask';
import { AdoptionLegend } from '../../../ui/adoption-legend';
import { Bar } from '../../../ui/bar';
import { LinkButton } from '../../../ui/button';
import { DataTable } from '../../../ui/data-table';
import { day, named, number, percent, titled } from '../../../ui/format';
import { Answer, Empty } from '../../../ui/note';
import { PageHead, Panel } from '../../../ui/panel';
import { DemoMark } from '../../../ui/state-mark';
import { RolloutFacts } from '../office/rollout-facts';
import styles from '../office/rollout-form.module.css';
import { type CommuneRow, ROLLOUT, ROLLOUT_COMMUNES, type RolloutRead } from '../office/rollout.query';
import { WhereItStands, useBasisWords } from '../office/where-it-stands';

const ROWS = 50;

/** One initiative on its way to the communes: what was decided, what is counted, and how far each commune is. */
export function Page() {
  const { t } = useLingui();
  const { rolloutId } = useParams({ from: '/inside/rollouts/$rolloutId' });
  const asked = useAsk(ROLLOUT, { id: rolloutId });
  const title = asked.data?.rollout ? titled(asked.data.rollout) : t`Kế hoạch nhân rộng`;
  return (
    <>
      <Bar
        crumbs={[{ label: t`Sáng kiến nhân rộng`, link: { to: '/rollouts' } }, { label: title }]}
        side={asked.data?.rollout?.illustrative ? <DemoMark /> : undefined}
      />
      <Answer of={asked}>
        {({ rollout }) =>
          rollout ? (
            <Whole of={rollout} />
          ) : (
            <>
              <PageHead title={t`Kế hoạch nhân rộng`} />
              <Empty title={<Trans>Không có kế hoạch nhân rộng này, hoặc ông/bà không xem được</Trans>} />
            </>
          )
        }
      </Answer>
    </>
  );
}

function Whole({ of }: { readonly of: RolloutRead }) {
  const params = { rolloutId: of.id };
  const [used, all] = [number(of.inUse), number(of.expected)];
  return (
    <>
      <PageHead
        title={titled(of)}
        acts={
          <>
            <LinkButton to="/matrix" search={{ view: 'tiles', rollout: of.id }}>
              <Trans>Xem trên sơ đồ</Trans>
            </LinkButton>
            <LinkButton to="/rollouts/$rolloutId/figures" params={params}>
              <Trans>Số liệu</Trans>
            </LinkButton>
            {of.canManage && (
              <>
                <LinkButton to="/rollouts/$rolloutId/indicators" params={params}>
                  <Trans>Chỉ tiêu</Trans>
                </LinkButton>
                <LinkButton to="/rollouts/$rolloutId/edit" params={params}>
                  <Trans>Sửa kế hoạch</Trans>
                </LinkButton>
              </>
            )}
          </>
        }
      >
        <Trans>
          Đang dùng ở {used} trên {all} đơn vị
        </Trans>{' '}
        {of.coverage !== null && `(${percent(of.coverage, 1)})`}
      </PageHead>
      <div className={styles.columns}>
        <Panel title={<Trans>Quyết định và kế hoạch</Trans>}>
          <RolloutFacts of={of} />
        </Panel>
        <div className={styles.stack}>
          <Panel title={<Trans>Tình trạng</Trans>}>
            <AdoptionLegend counts={Object.fromEntries(of.counts.map(({ state, count }) => [state, count]))} />
            {of.exempt > 0 && (
              <p className="secondary">
                <Trans>Được miễn: {number(of.exempt)} đơn vị</Trans>
              </p>
            )}
          </Panel>
          <Panel title={<Trans>Chỉ tiêu</Trans>}>
            <Indicators of={of} />
          </Panel>
        </div>
      </div>
      <Communes rolloutId={of.id} />
    </>
  );
}

function Indicators({ of: { id, indicators } }: { readonly of: RolloutRead }) {
  if (indicators.length === 0)
    return (
      <p className="secondary">
        <Trans>Chưa có chỉ tiêu; các xã chỉ ghi tình trạng áp dụng.</Trans>
      </p>
    );
  return (
    <ul className={styles.stack}>
      {indicators.map((indicator) => {
        const unit = named({ nameVi: indicator.unitVi, nameEn: indicator.unitEn });
        return (
          <li key={indicator.id}>
            <Link to="/rollouts/$rolloutId/figures" params={{ rolloutId: id }} search={{ indicator: indicator.id }}>
              {named(indicator)}
            </Link>{' '}
            <span className="secondary">
              ({unit}
              {indicator.target !== null && (
                <>
                  {', '}
                  <Trans>mục tiêu {number(indicator.target)}</Trans>
                </>
              )}
              )
            </span>
          </li>
        );
      })}
    </ul>
  );
}

function Communes({ rolloutId }: { readonly rolloutId: string }) {
  const { t } = useLingui();
  const bases = useBasisWords();
  const { order = 'UNIT', after } = useSearch({ from: '/inside/rollouts/$rolloutId' });
  const navigate = useNavigate({ from: '/rollouts/$rolloutId' });
  const asked = useAsk(ROLLOUT_COMMUNES, { rolloutId, order, first: ROWS, after: after ?? null });
  return (
    <DataTable<CommuneRow>
      caption={t`Các xã, thị trấn áp dụng`}
      file={{ list: 'adoptions', filter: { rolloutId, order } }}
      of={{ ...asked, data: asked.data?.adoptions }}
      rowKey={({ id }) => id}
      cards
      isFirstPage={after === undefined}
      onPage={(cursor) => {
        void navigate({ search: (was) => ({ ...was, after: cursor }), resetScroll: false });
      }}
      order={order}
      onOrder={(next) => {
        void navigate({ search: { order: next as typeof order }, resetScroll: false });
      }}
      columns={[
        {
          key: 'unit',
          names: true,
          head: t`Xã, thị trấn`,
          order: 'UNIT',
          cell: ({ id, unit }) => (
            <Link to="/adoptions/$adoptionId" params={{ adoptionId: id }}>
              {named(unit)}
            </Link>
          ),
        },
        {
          key: 'state',
          head: t`Tình trạng`,
          cell: (row) => <WhereItStands of={row} />,
        },
        { key: 'since', head: t`Từ ngày`, cell: ({ since }) => day(since) },
        { key: 'basis', head: t`Diện`, cell: ({ basis }) => bases[basis] },
        {
          key: 'due',
          head: t`Hạn`,
          order: 'DUE',
          cell: ({ dueOn }) => (dueOn === null ? '–' : <span className="no-break">{day(dueOn)}</span>),
        },
        { key: 'overdue', head: t`Quá hạn`, cell: ({ overdue }) => (overdue ? t`quá hạn` : '') },
      ]}
      empty={<Empty title={<Trans>Chưa có xã, thị trấn nào tham gia</Trans>} />}
    />
  );
}
