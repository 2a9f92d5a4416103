import { missingTemplates, missingTexts } from '#core/translate/index.ts';
import type { Check } from '../../context.ts';

/** How many of the missing places are named. */
const FIRST = 3;

/** What a language of the programme lacks, one problem a locale file or template: it is shown as it is written. */
export const textMissing: Check = {
  code: 'text-missing',
  run: ({ loaded }) => [
    ...missingTexts(loaded).map(({ file, places }) => ({
      at: { file, pointer: '' },
      severity: 'warning' as const,
      params: { count: places.length, first: places.slice(0, FIRST).map(({ place }) => place) },
    })),
    ...missingTemplates(loaded).map((file) => ({
      at: { file, pointer: '' },
      severity: 'warning' as const,
      sentence: 'text-missing.template' as const,
    })),
  ],
};
