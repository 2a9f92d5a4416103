export { chart } from './chart.ts';
