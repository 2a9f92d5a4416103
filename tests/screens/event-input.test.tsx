/** What was typed for an event of a case goes along to another that asks for it, too; what stood there by itself does not. */
import { act, renderHook } from '@testing-library/react';
import { expect, it } from 'vitest';
import { bareFacts } from '#core/evaluate/index.ts';
import type { EventDefinition, FieldSchema } from '#core/model/index.ts';
import { type Begun, begunOf, useEventInput } from '#renderer/desks/review/events/index.ts';
import { forgetUnsent } from '#renderer/frame/index.ts';
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
  const begun: Begun = begunOf('bar');
  const passing = begin('PASS', begun);
  expect(passing.current.value).toEqual({ opinion: 'In favour' });
  act(() => passing.current.change({ opinion: 'The proof is missing', by: 'A', points: 3 }));
  expect(begin('RETURN', begun).current.value).toEqual({ opinion: 'The proof is missing' });
});

it('leaves a preset where it stands', () => {
  const begun: Begun = begunOf('preset');
  const passing = begin('PASS', begun);
  act(() => passing.current.change({ opinion: 'In favour', by: 'A' }));
  expect(begin('RETURN', begun).current.value).toEqual({});
});

it('brings back what was typed in a dialog that was closed', () => {
  const begun: Begun = begunOf('closed');
  const returning = begin('RETURN', begun);
  act(() => returning.current.change({ opinion: 'Not yet' }));
  expect(begin('RETURN', begun).current.value).toEqual({ opinion: 'Not yet' });
  expect(begin('PASS', begun).current.value).toEqual({ opinion: 'Not yet' });
});

it('brings back what was typed after the page was left, for this case and round, without what is sensitive', () => {
  const typed = { opinion: 'Not yet', points: 'AB' };
  const returning = begin('RETURN', begunOf('case/a/1'));
  act(() => returning.current.change(typed));
  expect(begin('RETURN', begunOf('case/a/1')).current.value).toEqual(typed);
  expect(begin('RETURN', begunOf('case/a/2')).current.value).toEqual({});
  const secret = begunOf('case/a/3');
  secret.write('RETURN', typed, {
    type: 'object',
    properties: { points: { type: 'string', title: 'Points', sensitive: true } },
  });
  expect(secret.all()).toEqual({ RETURN: typed });
  expect(begunOf('case/a/3').all()).toEqual({ RETURN: { opinion: 'Not yet' } });
});

it('forgets what was sent, and everything when somebody logs out', () => {
  const begun = begunOf('case/b/1');
  begun.write('PASS', { opinion: 'Yes' });
  begun.write('RETURN', { opinion: 'No' });
  begun.forget('PASS');
  expect(begunOf('case/b/1').all()).toEqual({ RETURN: { opinion: 'No' } });
  forgetUnsent();
  expect(begunOf('case/b/1').all()).toEqual({});
});
