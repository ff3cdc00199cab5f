import { useLingui } from '@lingui/react/macro';
import { type EChartsCoreOption } from 'echarts/core';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import styles from './chart.module.css';
import { Segments } from './segments';

/** The colours in force, for whoever draws: of the ladder a1…a4, of text and lines. */
export interface ChartLook {
  readonly ladder: readonly string[];
  readonly text: string;
  readonly faint: string;
  readonly line: string;
  readonly late: string;
  readonly soon: string;
  readonly surface: string;
}

interface ChartProps {
  /** What it shows. */
  readonly title: ReactNode;
  /** What one sees in it, in a sentence: for whoever listens, too. */
  readonly finding: string;
  /** Units, source and period, under it. */
  readonly source: ReactNode;
  /** Must be the same function while the figures are: the chart is drawn anew with another one. */
  readonly option: (look: ChartLook) => EChartsCoreOption;
  /** Its figures as a table, by the switch. */
  readonly table: ReactNode;
  readonly height?: number;
}

/** A picture of figures with its table behind a switch. Nothing moves in it. */
export function Chart({ title, finding, source, option, table, height = 280 }: ChartProps) {
  const { t } = useLingui();
  const [view, setView] = useState<'picture' | 'table'>('picture');
  return (
    <figure className={styles.chart}>
      <figcaption className={styles.head}>
        <strong>{title}</strong>
        <Segments
          label={t`Cách xem`}
          value={view}
          onChange={setView}
          choices={[
            { value: 'picture', label: t`Biểu đồ` },
            { value: 'table', label: t`Bảng số liệu` },
          ]}
        />
      </figcaption>
      {view === 'picture' ? (
        <Picture finding={finding} option={option} height={height} />
      ) : (
        <div className={styles.table} role="region" tabIndex={0} aria-label={t`Bảng số liệu`}>
          {table}
        </div>
      )}
      <p className="caption">
        {finding} {source}
      </p>
    </figure>
  );
}

function Picture({ finding, option, height }: Pick<ChartProps, 'finding' | 'option'> & { readonly height: number }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    let over = false;
    let end: (() => void) | undefined;
    void import('./echarts').then(({ drawIn }) => {
      if (over) return;
      const chart = drawIn(element);
      const draw = () => {
        chart.setOption({ animation: false, ...option(lookInForce()) }, { notMerge: true });
      };
      draw();
      const size = new ResizeObserver(() => {
        chart.resize();
      });
      size.observe(element);
      const theme = new MutationObserver(draw);
      theme.observe(document.documentElement, { attributeFilter: ['data-theme'] });
      end = () => {
        size.disconnect();
        theme.disconnect();
        chart.dispose();
      };
    });
    return () => {
      over = true;
      end?.();
    };
  }, [option]);
  return <div ref={place} role="img" aria-label={finding} style={{ height }} />;
}

function lookInForce(): ChartLook {
  const style = getComputedStyle(document.documentElement);
  const of = (name: string) => style.getPropertyValue(name).trim();
  return {
    ladder: ['--a1', '--a2', '--a3', '--a4'].map(of),
    text: of('--text'),
    faint: of('--text-2'),
    line: of('--line-2'),
    late: of('--late'),
    soon: of('--soon-edge'),
    surface: of('--surface'),
  };
}
