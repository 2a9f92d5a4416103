import { expect, it } from 'vitest';
import { summaryTitles } from '#renderer/desks/review/queue/columns.ts';

const row = (summary: Record<string, string>) => ({
  id: '1',
  subject: 'application' as const,
  category: 'c',
  categoryTitle: 'Plot',
  name: 'Test A',
  organisation: 'North',
  stateTitle: 'Waiting',
  round: 1,
  version: 1,
  since: '',
  actions: [],
  summary: Object.entries(summary).map(([title, text]) => ({ title, text })),
});

it('lists no column twice: neither by its title nor by what stands in it', () => {
  const rows = [
    row({ Unit: 'x', Person: 'Test A', Area: '12' }),
    row({ Area: '13', Person: 'Test A', Town: '' }),
  ];
  expect(summaryTitles(rows, ['Name', 'Unit'])).toEqual(['Area', 'Town']);
  expect(summaryTitles([row({ Person: 'Test A' }), row({ Person: 'Test B' })])).toEqual(['Person']);
});
