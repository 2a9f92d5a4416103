import { describe, expect, it } from 'vitest';
import type { FieldSchema } from '#core/model/index.ts';
import { validate } from '#core/validate/index.ts';
import { applicationWith, edition, facts } from '../compile/tiny.ts';

describe('a date that is written as it should be, and is none', () => {
  const fields: Record<string, FieldSchema> = {
    day: { type: 'string', format: 'date', title: 'Day', messages: { format: 'Write 2026-03-01' } },
    month: { type: 'string', format: 'month', title: 'Month' },
    stay: { type: 'string', format: 'month-range', title: 'Stay', messages: { format: 'Write 2020.09-' } },
    shown: { type: 'string', format: 'date-range', title: 'Shown' },
  };
  const compiled = edition([
    { id: 's', title: 'S', kind: 'form', schema: { type: 'object', properties: fields } },
  ]);
  const NO_DATE = 'no calendar has this date';
  const BACKWARDS = 'ends before it begins';

  it.each([
    ['day', '2023-02-29', NO_DATE],
    ['day', '2023.2.29', NO_DATE],
    ['day', '20240631', NO_DATE],
    ['day', '29 February', 'Write 2026-03-01'],
    ['day', '2024.2', 'Write 2026-03-01'],
    ['month', '2024-13', NO_DATE],
    ['month', 'spring', 'like 2026-03'],
    ['stay', '2023.09-2019.07', BACKWARDS],
    ['stay', '2023.13 - 2024.01', NO_DATE],
    ['stay', 'once', 'Write 2020.09-'],
    ['shown', '2026-03-07/2026-03-01', BACKWARDS],
    ['shown', '2026-02-28/2026-02-29', NO_DATE],
    ['shown', '2026-03-01', 'like 2026-03-01/2026-03-07'],
  ])('%s %s: %s', (key, text, sentence) => {
    const problems = validate(compiled, applicationWith({ s: { [key]: text } }), facts);
    expect(problems.map(({ code, message }) => [code, message.includes(sentence) || message])).toEqual([
      ['format', true],
    ]);
  });
});
