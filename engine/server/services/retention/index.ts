/** How long answers are retained: what is erased by its age, and what will be. */
export { eraseDueCases } from './erase-due.ts';
export { type CycleForecast, forecast } from './forecast.ts';
