import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useAsk } from '../../../api/ask';
import { Bar } from '../../../ui/bar';
import { FilterBar, FilterDay, FilterSelect, FilterToggle } from '../../../ui/filter-bar';
import { day, named, number, percent, titled } from '../../../ui/format';
import { Answer, Empty } from '../../../ui/note';
import { PageHead, Panel } from '../../../ui/panel';
import { Segments } from '../../../ui/segments';
import { Tag } from '../../../ui/state-mark';
import { INDICATOR_FIGURES, type IndicatorCumulative, type IndicatorLine } from '../figure.query';
import { FIGURES_SHOWN, FiguresAsGiven } from '../office/figures-as-given';
import { RecordFigure } from '../office/record-figure';
import styles from '../office/rollout-form.module.css';
import { ROLLOUT, type RolloutRead } from '../office/rollout.query';
import { type FiguresSearch } from '../office/searches';
import { SourceTable } from '../parts/source-table';
import { saidAmount } from '../said-amount';

/** What an indicator has reached, commune by commune, and which source says what. */
export function Page() {
  const { t } = useLingui();
  const { rolloutId } = useParams({ from: '/inside/rollouts/$rolloutId/figures' });
  const asked = useAsk(ROLLOUT, { id: rolloutId });
  const title = asked.data?.rollout ? titled(asked.data.rollout) : t`Kế hoạch nhân rộng`;
  return (
    <>
      <Bar
        crumbs={[
          { label: t`Sáng kiến nhân rộng`, link: { to: '/rollouts' } },
          { label: title, link: { to: '/rollouts/$rolloutId', params: { rolloutId } } },
          { label: t`Số liệu` },
        ]}
      />
      <PageHead title={t`Số liệu theo nguồn`}>{title}</PageHead>
      <Answer of={asked}>
        {({ rollout }) =>
          rollout && rollout.indicators.length > 0 ? (
            <Figures of={rollout} />
          ) : (
            <Empty title={<Trans>Chưa có chỉ tiêu nào để ghi số liệu</Trans>} />
          )
        }
      </Answer>
    </>
  );
}

function Figures({ of }: { readonly of: RolloutRead }) {
  const { t } = useLingui();
  const search: FiguresSearch = useSearch({ from: '/inside/rollouts/$rolloutId/figures' });
  const navigate = useNavigate({ from: '/rollouts/$rolloutId/figures' });
  const go = (change: FiguresSearch) => {
    void navigate({ search: (was) => ({ ...was, ...change }), resetScroll: false });
  };
  const indicator = of.indicators.find(({ id }) => id === search.indicator) ?? of.indicators[0];
  const asked = useAsk(
    INDICATOR_FIGURES,
    {
      indicatorId: indicator?.id ?? '',
      upTo: search.upTo ?? null,
      reading: search.units === 'today' ? 'NEW' : 'OLD',
      unitId: search.unit ?? null,
      first: FIGURES_SHOWN,
    },
    { pause: !indicator },
  );
  const [recorded, setRecorded] = useState(0);
  if (!indicator) return null;
  const lines = asked.data?.cumulative.lines ?? [];
  const disputed = lines.filter(isDisputed);
  return (
    <>
      <FilterBar
        label={t`Điều kiện xem`}
        side={
          <Segments
            label={t`Theo đơn vị`}
            value={search.units ?? 'then'}
            choices={[
              { value: 'then', label: <Trans>Xã, thị trấn cũ</Trans> },
              { value: 'today', label: <Trans>Đơn vị hiện nay</Trans> },
            ]}
            onChange={(units) => {
              go({ units: units === 'today' ? units : undefined, unit: undefined });
            }}
          />
        }
      >
        <FilterSelect
          label={t`Chỉ tiêu`}
          value={indicator.id}
          choices={of.indicators.map((one) => ({ value: one.id, label: named(one) }))}
          onChange={(id) => {
            go({ indicator: id });
          }}
        />
        <FilterSelect
          label={t`Đơn vị`}
          value={search.unit}
          choices={lines.flatMap(({ unit }) => (unit ? [{ value: unit.id, label: named(unit) }] : []))}
          onChange={(unit) => {
            go({ unit });
          }}
        />
        <FilterDay
          label={t`Đến ngày`}
          value={search.upTo}
          onChange={(upTo) => {
            go({ upTo });
          }}
        />
        <FilterToggle
          pressed={search.disputed ?? false}
          count={disputed.length}
          onChange={(pressed) => {
            go({ disputed: pressed || undefined });
          }}
        >
          <Trans>Số liệu chưa thống nhất</Trans>
        </FilterToggle>
      </FilterBar>
      <Answer of={asked}>
        {({ cumulative }) => (
          <div className={styles.stack}>
            <Total indicator={indicator} of={cumulative} />
            {of.canManage && (
              <RecordFigure
                indicator={indicator}
                of={of}
                counted={lines.flatMap(({ unit }) => unit ?? [])}
                unit={search.unit}
                again={() => {
                  asked.again();
                  setRecorded(recorded + 1);
                }}
              />
            )}
            {(search.disputed ? disputed : lines)
              .filter(({ unit }) => search.unit === undefined || unit?.id === search.unit)
              .map((line) => (
                <Line key={line.unit?.id ?? ''} line={line} indicator={indicator} alone={search.unit !== undefined} again={asked.again} />
              ))}
            <FiguresAsGiven key={recorded} of={asked} indicator={indicator} unitId={search.unit} />
            {cumulative.host && (
              <Panel title={<Trans>Nói chung cả huyện, không cộng vào tổng</Trans>}>
                <SourceTable
                  figures={cumulative.host.figures}
                  system={null}
                  unit={unitOf(indicator)}
                  verifiable={NOT_HERE}
                  again={asked.again}
                />
                {cumulative.host.figures.map(
                  ({ figureId, source, startsOn, endsOn, communes }) =>
                    communes && (
                      <p key={figureId} className="caption">
                        {communes.exceeds && (
                          <Tag tone="soon">
                            <Trans>◆ khác nhau</Trans>
                          </Tag>
                        )}{' '}
                        <Trans>
                          {source}, {day(startsOn)} – {day(endsOn)}: trong thời gian này hệ thống đếm {saidAmount(communes)} tại{' '}
                          {communes.units} xã, thị trấn ({communes.pieces} số liệu nửa tháng).
                        </Trans>
                      </p>
                    ),
                )}
              </Panel>
            )}
          </div>
        )}
      </Answer>
    </>
  );
}

type Indicator = RolloutRead['indicators'][number];
/** Each is verified in the list of figures as they were given. */
const NOT_HERE: ReadonlySet<string> = new Set();
const unitOf = ({ unitVi, unitEn }: Indicator): string => named({ nameVi: unitVi, nameEn: unitEn });
const isDisputed = ({ parts }: IndicatorLine): boolean =>
  parts.some(({ figures }) => figures.some(({ disputedBy }) => disputedBy.length > 0));

function Total({ indicator, of }: { readonly indicator: Indicator; readonly of: IndicatorCumulative }) {
  const { total, withSubmitted, from, upTo, target } = of;
  return (
    <Panel title={named(indicator)}>
      <p>
        {total.value === null ? (
          <Trans>Chỉ tiêu lấy số mới nhất của từng xã, không cộng thành tổng.</Trans>
        ) : (
          <strong className="num">
            {saidAmount(total)} {total.denominator === null ? unitOf(indicator) : `= ${percentOf(total.value, indicator)}`}
          </strong>
        )}
      </p>
      <p className="caption">
        <Trans>
          Số liệu đã duyệt, cộng dồn {day(from)} – {day(upTo)}.
        </Trans>{' '}
        {target !== null && <Trans>Mục tiêu {number(target)}.</Trans>}{' '}
        {withSubmitted && withSubmitted.value !== total.value && withSubmitted.value !== null && (
          <Trans>Kể cả số chờ duyệt: {saidAmount(withSubmitted)}.</Trans>
        )}
      </p>
    </Panel>
  );
}

const percentOf = (value: string, { unitVi }: Indicator): string => (unitVi.startsWith('%') ? percent(value) : number(value));

interface LineProps {
  readonly line: IndicatorLine;
  readonly indicator: Indicator;
  /** The only one that is asked for. */
  readonly alone: boolean;
  readonly again: () => void;
}

function Line({ line, indicator, alone, again }: LineProps) {
  const gaps = line.parts.flatMap((part) => part.gaps);
  const isOpen = isDisputed(line);
  return (
    <details className={styles.line} open={isOpen || alone}>
      <summary>
        <strong>{line.unit ? named(line.unit) : <Trans>Chia về nhiều đơn vị</Trans>}</strong>
        {isOpen && (
          <Tag tone="soon">
            <Trans>◆ hai nguồn khác nhau, giữ cả hai</Trans>
          </Tag>
        )}
        {line.meetsTarget !== null && (line.meetsTarget ? <Trans>đạt mục tiêu</Trans> : <Trans>chưa đạt mục tiêu</Trans>)}
        <strong className="num">{saidAmount(line)}</strong>
      </summary>
      <div className={styles.inside}>
        {line.parts.map((part) => (
          <div key={part.unit.id}>
            {part.unit.id !== line.unit?.id && <h3>{named(part.unit)}</h3>}
            {part.figures.length > 0 && (
              <SourceTable figures={part.figures} system={part.system} unit={unitOf(indicator)} verifiable={NOT_HERE} again={again} />
            )}
          </div>
        ))}
        {gaps.length > 0 && (
          <p className="caption">
            <Trans>Chưa có số liệu:</Trans> {gaps.map(({ from, to }) => `${day(from)} – ${day(to)}`).join('; ')}
          </p>
        )}
      </div>
    </details>
  );
}
