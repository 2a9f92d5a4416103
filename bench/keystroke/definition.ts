import type { Definition, JsonObject, SectionDefinition } from '#core/model/index.ts';
import type { CaseView, SectionRecord } from '#core/model/wire/index.ts';
import { bareCase, bareDefinition } from '../../tests/support/bare.ts';

const FIELDS = 30;
const ITEMS = 60;
const ROWS = 40;
const YEARS = ['2021', '2022', '2023', '2024', '2025'];
const NOW = '2026-05-01T09:00:00Z';

const numbered = (count: number, name: string): string[] =>
  Array.from({ length: count }, (_, index) => `${name}${index}`);

const person: SectionDefinition = {
  id: 'person',
  title: 'Person',
  kind: 'form',
  schema: {
    type: 'object',
    required: numbered(FIELDS, 'field'),
    properties: Object.fromEntries(
      numbered(FIELDS, 'field').map((id) => [id, { type: 'string', title: id, maxLength: 200 }]),
    ),
  },
};

const study: SectionDefinition = {
  id: 'study',
  title: 'Study',
  kind: 'table',
  schema: {
    type: 'array',
    maxItems: ROWS,
    items: {
      type: 'object',
      required: ['period', 'content'],
      properties: {
        period: { type: 'string', format: 'month-range', title: 'Period' },
        content: { type: 'string', title: 'Content', maxLength: 200 },
      },
    },
  },
  rules: [
    {
      id: 'three-months',
      per: 'row',
      at: '/period',
      require: { '>=': [{ months: { var: 'row.period' } }, 3] },
      message: 'Three months or longer',
      severity: 'warn',
    },
  ],
};

const work: SectionDefinition = {
  id: 'work',
  title: 'Work',
  kind: 'grid',
  columns: { years: { from: -5, to: -1 }, title: '{year}' },
  cells: { count: { type: 'integer', minimum: 0, maximum: 1000, blank: '/' } },
  items: numbered(ITEMS, 'item').map((id) => ({ id, title: id, cell: 'count', required: true })),
};

const sections: JsonObject = {
  person: Object.fromEntries(numbered(FIELDS, 'field').map((id) => [id, 'something'])),
  study: numbered(ROWS, 'row').map((id) => ({ id, period: '2020.09-2023.07', content: 'something' })),
  work: {
    cells: Object.fromEntries(
      numbered(ITEMS, 'item').map((id) => [id, Object.fromEntries(YEARS.map((year) => [year, 12]))]),
    ),
    marks: {},
    own: [],
  },
};

/** A form with 330 inputs and a table of 40 rows. */
export const definition: Definition = bareDefinition('bench', [person, study, work]);

const recordOf = (value: JsonObject[string]): SectionRecord => ({ value, version: 1, savedAt: NOW });

/** The case that is filled in, complete. */
export const view: CaseView = bareCase(
  definition,
  Object.fromEntries(Object.entries(sections).map(([id, value]) => [id, recordOf(value)])),
);
