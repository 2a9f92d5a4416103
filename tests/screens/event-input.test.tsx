/** What was typed for an event of a case goes along to another that asks for it, too; what stood there by itself does not. */
import { act, renderHook } from '@testing-library/react';
import { expect, it } from 'vitest';
import { bareFacts } from '#core/evaluate/index.ts';
import type { EventDefinition, FieldSchema } from '#core/model/index.ts';
import { type Begun, useEventInput } from '#renderer/desks/review/events/index.ts';
import { reviewEdition } from '../route/tiny-route.ts';

const asking = (title: string, properties: Record<string, FieldSchema>): EventDefinition => ({
  title,
  input: { schema: { type: 'object', required: ['opinion'], properties } },
});
const opinion: FieldSchema = { type: 'string', title: 'Opinion' };
const edition = reviewEdition({
  events: {
    PASS: asking('Pass', {
      opinion: { ...opinion, preset: 'In favour' },
      by: { type: 'string', title: 'Signed by' },
      points: { type: 'number', title: 'Points' },
    }),
    RETURN: asking('Return', { opinion, points: { type: 'string', title: 'Points' } }),
  },
  states: { first: {} },
});

const begin = (event: string, begun: Begun) =>
  renderHook(() =>
    useEventInput({
      edition,
      route: 'review',
      event,
      facts: bareFacts(edition, '2026-05-01T09:00:00Z'),
      begun,
    }),
  ).result;

it('carries an opinion from the bar into the dialog, and a field of the same name alone', () => {
  const begun: Begun = { current: {} };
  const passing = begin('PASS', begun);
  expect(passing.current.value).toEqual({ opinion: 'In favour' });
  act(() => passing.current.change({ opinion: 'The proof is missing', by: 'A', points: 3 }));
  expect(begin('RETURN', begun).current.value).toEqual({ opinion: 'The proof is missing' });
});

it('leaves a preset where it stands', () => {
  const begun: Begun = { current: {} };
  const passing = begin('PASS', begun);
  act(() => passing.current.change({ opinion: 'In favour', by: 'A' }));
  expect(begin('RETURN', begun).current.value).toEqual({});
});

it('brings back what was typed in a dialog that was closed', () => {
  const begun: Begun = { current: {} };
  const returning = begin('RETURN', begun);
  act(() => returning.current.change({ opinion: 'Not yet' }));
  expect(begin('RETURN', begun).current.value).toEqual({ opinion: 'Not yet' });
  expect(begin('PASS', begun).current.value).toEqual({ opinion: 'Not yet' });
});
