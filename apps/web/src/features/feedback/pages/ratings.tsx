import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Fragment } from 'react';
import { useAsk } from '../../../api/ask';
import { may, useMe } from '../../../api/session';
import { Bar } from '../../../ui/bar';
import { Button } from '../../../ui/button';
import { DataTable } from '../../../ui/data-table';
import { TextField } from '../../../ui/field';
import { day, named, number, percent } from '../../../ui/format';
import { given } from '../../../ui/given';
import { Answer, Empty, Note } from '../../../ui/note';
import { PageHead, Panel } from '../../../ui/panel';
import { DemoMark } from '../../../ui/state-mark';
import { today } from '../../../ui/today';
import { Interval } from '../../../ui/interval';
import { Comments } from '../parts/comments';
import { HeldRatings } from '../parts/held-ratings';
import { ReasonWord } from '../parts/rating-words';
import { Transactions } from '../parts/transactions';
import { BESIDE_RATINGS, RATING_WEEK, type WeekRow } from '../rating.query';
import styles from './ratings.module.css';

/** What citizens say at the counters, as the offices read it: by whole weeks. */
export function Page() {
  const { t } = useLingui();
  const me = useMe();
  const { week = daysOn(today(), -7), counts } = useSearch({ from: '/inside/ratings' });
  const navigate = useNavigate({ from: '/ratings' });
  const go = (next: string) => {
    if (next) void navigate({ search: (was) => ({ ...was, week: next }) });
  };
  const asked = useAsk(RATING_WEEK, { day: week });
  const [holds, comments] = [may(me, 'rating:review'), may(me, 'comment:read')];
  const beside = useAsk(BESIDE_RATINGS, { holds, comments, order: counts ?? null });
  return (
    <>
      <Bar crumbs={[{ label: t`Việc của tôi`, link: { to: '/home' } }, { label: t`Người dân đánh giá` }]} />
      <PageHead title={t`Người dân đánh giá`}>
        <Trans>
          Đánh giá tại các quầy theo tuần, khi tuần đã hết. Tỷ lệ hài lòng là của những người đã đánh giá, kèm khoảng tin cậy 95 %; dưới năm
          đánh giá thì không hiện tỷ lệ.
        </Trans>
      </PageHead>
      <div className={styles.page}>
        <div className={styles.weeks}>
          <Button
            onClick={() => {
              go(daysOn(week, -7));
            }}
          >
            <Trans>Tuần trước</Trans>
          </Button>
          <TextField label={t`Tuần có ngày`} name="week" type="date" value={week} onChange={go} />
          <Button
            onClick={() => {
              go(daysOn(week, 7));
            }}
          >
            <Trans>Tuần sau</Trans>
          </Button>
        </div>
        <Answer of={asked}>
          {({ ratingWeek }) =>
            ratingWeek ? (
              <Week rows={ratingWeek.rows} startsOn={ratingWeek.startsOn} endsOn={ratingWeek.endsOn} />
            ) : (
              <Note>
                <Trans>Tuần này chưa hết. Số liệu hiện ra khi tuần đã hết để không ai theo dõi được từng đánh giá.</Trans>
              </Note>
            )
          }
        </Answer>
        {holds && <HeldRatings of={beside} />}
        {comments && <Comments of={beside} />}
        <Transactions
          key={counts ?? ''}
          of={beside}
          order={counts}
          onOrder={(order) => void navigate({ search: (was) => ({ ...was, counts: order }), resetScroll: false })}
        />
      </div>
    </>
  );
}

const daysOn = (from: string, days: number): string =>
  new Date(Date.parse(`${from}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

function Week({ rows, startsOn, endsOn }: { readonly rows: readonly WeekRow[]; readonly startsOn: string; readonly endsOn: string }) {
  const { t } = useLingui();
  return (
    <Panel
      title={
        <Trans>
          {day(startsOn)} – {day(endsOn)}
        </Trans>
      }
      side={rows.some(({ illustrative }) => illustrative) && <DemoMark />}
      flush
    >
      <DataTable<WeekRow>
        caption={t`Đánh giá trong tuần`}
        file="few"
        of={given(rows)}
        rowKey={({ unit, fieldName }) => `${unit.id} ${fieldName ?? ''}`}
        inOneOrder="given"
        cards
        columns={[
          { key: 'unit', names: true, head: t`Đơn vị`, cell: ({ unit }) => named(unit) },
          { key: 'field', head: t`Lĩnh vực`, cell: ({ fieldName }) => fieldName ?? <Trans>mọi lĩnh vực</Trans> },
          { key: 'ratings', head: t`Số đánh giá`, numeric: true, cell: ({ ratings }) => number(ratings) },
          { key: 'slips', head: t`Có phiếu`, numeric: true, cell: ({ slipRatings }) => number(slipRatings) },
          { key: 'satisfied', head: t`Hài lòng`, cell: ({ reading }) => (reading ? <Interval of={reading.satisfied} /> : <TooFew />) },
          {
            key: 'low',
            head: t`Không hài lòng`,
            numeric: true,
            cell: ({ reading }) => (reading ? percent(reading.dissatisfied.percent, 1) : '–'),
          },
          { key: 'reasons', head: t`Lý do`, cell: ({ reading }) => <Reasons of={reading} /> },
          {
            key: 'held',
            head: t`Giữ lại, không tính`,
            numeric: true,
            cell: ({ heldRatings, excludedRatings }) => `${number(heldRatings)}, ${number(excludedRatings)}`,
          },
        ]}
        empty={<Empty title={<Trans>Không có đánh giá nào trong tuần</Trans>} />}
      />
    </Panel>
  );
}

function TooFew() {
  return (
    <span className="secondary">
      <Trans>dưới 5 đánh giá</Trans>
    </span>
  );
}

function Reasons({ of: reading }: { readonly of: WeekRow['reading'] }) {
  if (!reading || reading.reasons.length === 0) return '–';
  return reading.reasons.map(({ reason, ratings }, at) => (
    <Fragment key={reason}>
      {at > 0 && ', '}
      <ReasonWord of={reason} /> ({number(ratings)})
    </Fragment>
  ));
}
