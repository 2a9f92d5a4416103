export type { Box, Line } from './boxes.ts';
export { chart, chartLayout } from './chart.ts';
export { changedCharts, chartsElsewhere } from './elsewhere.ts';
export { chartSample } from './graph.ts';
