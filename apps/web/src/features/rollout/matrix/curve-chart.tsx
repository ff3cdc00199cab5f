import { Trans, useLingui } from '@lingui/react/macro';
import { useCallback } from 'react';
import { useAsk } from '../../../api/ask';
import { Chart, type ChartLook } from '../../../ui/chart';
import { day, number, percent, titled } from '../../../ui/format';
import { Answer } from '../../../ui/note';
import { type AdoptionCurve, CURVES } from './curves.query';
import { type MatrixRow } from './matrix.query';

/** As many as the API draws at once. */
const MOST = 50;

interface CurveProps {
  readonly rows: readonly MatrixRow[];
  /** Drawn before the others. */
  readonly chosen: MatrixRow;
  readonly upTo: string;
}

/** In how many communes initiatives are in use, month by month: one of them in ink, the others faint behind it. */
export function CurveChart({ rows, chosen, upTo }: CurveProps) {
  const rolloutIds = [chosen, ...rows.filter((row) => row !== chosen)].slice(0, MOST).map(({ rollout }) => rollout.id);
  const from = rows.reduce((first, { startedOn }) => (startedOn < first ? startedOn : first), chosen.startedOn);
  const asked = useAsk(CURVES, { rolloutIds, from, upTo });
  return (
    <Answer of={asked} rows={8}>
      {({ adoptionCurves }) => <Drawn curves={adoptionCurves} chosen={chosen} from={from} upTo={upTo} />}
    </Answer>
  );
}

interface DrawnProps {
  readonly curves: readonly AdoptionCurve[];
  readonly chosen: MatrixRow;
  readonly from: string;
  readonly upTo: string;
}

function Drawn({ curves, chosen, from, upTo }: DrawnProps) {
  const { t } = useLingui();
  const { dueOn } = chosen;
  const rolloutId = chosen.rollout.id;
  const title = titled(chosen.rollout);
  const last = curves.find((curve) => curve.rollout.id === rolloutId)?.points.at(-1);
  const [used, all, until] = [number(last?.inUse ?? 0), number(last?.expected ?? 0), day(upTo)];
  const due = dueOn === null ? null : t`hạn ${day(dueOn)}`;
  const others = curves.length - 1;
  const option = useCallback((look: ChartLook) => optionOf({ curves, rolloutId, dueOn, due, look }), [curves, rolloutId, dueOn, due]);
  return (
    <Chart
      title={<Trans>Tỷ lệ xã, thị trấn đang dùng theo tháng</Trans>}
      finding={t`${title}: đến ${until} đang dùng ở ${used} trên ${all} đơn vị.`}
      source={
        <Trans>
          Phần trăm số đơn vị phải áp dụng; nguồn: các xã ghi nhận, {day(from)} – {until}. Nét mờ: {number(others)} sáng kiến khác.
        </Trans>
      }
      option={option}
      table={<Table curves={curves} />}
      height={320}
    />
  );
}

const rateOf = ({ inUse, expected }: AdoptionCurve['points'][number]): number => (expected === 0 ? 0 : (inUse / expected) * 100);

interface OptionOrder {
  readonly curves: readonly AdoptionCurve[];
  readonly rolloutId: string;
  readonly dueOn: string | null;
  readonly due: string | null;
  readonly look: ChartLook;
}

/** Steps: a commune uses it from a day on, and not a little more each day. */
function optionOf({ curves, rolloutId, dueOn, due, look }: OptionOrder) {
  const [, , ink, strong] = look.ladder;
  const axis = {
    axisLine: { lineStyle: { color: look.line } },
    axisLabel: { color: look.faint },
    splitLine: { lineStyle: { color: look.line } },
  };
  const series = curves.map((curve) => {
    const isChosen = curve.rollout.id === rolloutId;
    const deadline = isChosen && dueOn !== null && due !== null;
    return {
      type: 'line',
      name: titled(curve.rollout),
      step: 'end',
      showSymbol: false,
      silent: true,
      z: isChosen ? 3 : 2,
      lineStyle: { color: isChosen ? strong : ink, width: isChosen ? 3 : 1, opacity: isChosen ? 1 : 0.45 },
      data: curve.points.map((point) => [point.on, Math.round(rateOf(point) * 10) / 10]),
      ...(deadline && {
        markLine: {
          silent: true,
          symbol: 'none',
          lineStyle: { color: look.soon, type: 'dashed' },
          label: { formatter: due, color: look.text, rotate: 0, position: 'end' },
          data: [{ xAxis: dueOn }],
        },
      }),
    };
  });
  return {
    grid: { left: 48, right: 32, top: 32, bottom: 28 },
    xAxis: {
      type: 'time',
      ...axis,
      splitLine: { show: false },
      axisLabel: { color: look.faint, formatter: '{M}/{yyyy}', hideOverlap: true },
    },
    yAxis: { type: 'value', min: 0, max: 100, ...axis, axisLabel: { color: look.faint, formatter: '{value} %' } },
    series,
  };
}

function Table({ curves }: { readonly curves: readonly AdoptionCurve[] }) {
  const days = [...new Set(curves.flatMap(({ points }) => points.map(({ on }) => on)))].sort().reverse();
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">
            <Trans>Đến ngày</Trans>
          </th>
          {curves.map((curve) => (
            <th key={curve.rollout.id} scope="col">
              {titled(curve.rollout)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {days.map((on) => (
          <tr key={on}>
            <th scope="row">{day(on)}</th>
            {curves.map(({ rollout, points }) => {
              const point = points.find((one) => one.on === on);
              return (
                <td key={rollout.id}>
                  {point && `${number(point.inUse)}/${number(point.expected)} (${percent(Math.round(rateOf(point)))})`}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
