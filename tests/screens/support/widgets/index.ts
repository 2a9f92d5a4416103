import type { WidgetCase } from './case.ts';
import { choices } from './choices.ts';
import { times } from './times.ts';
import { written } from './written.ts';

/** Every widget: an answer goes in, keys or clicks change it, an answer comes out. */
export const widgetCases: readonly WidgetCase[] = [...written, ...times, ...choices];
