import { BarChart, CustomChart, LineChart, ScatterChart } from 'echarts/charts';
import { AriaComponent, GridComponent, MarkLineComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

use([BarChart, CustomChart, LineChart, ScatterChart, AriaComponent, GridComponent, MarkLineComponent, SVGRenderer]);

/** A chart in an element, drawn as SVG so that it prints and grows as text does. */
export const drawIn = (element: HTMLElement) => init(element, null, { renderer: 'svg' });
