import { expect, it } from 'vitest';
import { textsOf } from '#core/translate/texts.ts';

const places = (value: Parameters<typeof textsOf>[0]) => textsOf(value).map(({ key }) => key.join('/'));

it('names that are called like keywords are names', () => {
  const properties = {
    title: { type: 'string', title: 'Title' },
    when: { type: 'string', description: 'Why' },
    machine: { type: 'string', title: 'Machine', description: 'Which' },
  };
  expect(places({ schema: { properties } })).toEqual([
    'schema/properties/title/title',
    'schema/properties/when/description',
    'schema/properties/machine/title',
    'schema/properties/machine/description',
  ]);
});

it('ids of what is laid over a list are names', () => {
  const overlay = {
    workload: {
      items: { value: { title: 'Value', unit: 'kg' }, machine: { help: 'Which', before: 'value' } },
      columns: { cases: { title: 'Cases' } },
      slots: { on: { title: 'On' } },
      rules: { logic: { message: 'Say so', require: { '==': [{ var: 'title' }, 'no text'] } } },
    },
    years: { columns: { title: 'in {year}' }, schema: { items: { properties: { n: { title: 'N' } } } } },
  };
  expect(places({ overlay, pages: { facts: { title: 'Facts' } } })).toEqual([
    'overlay/workload/items/value/title',
    'overlay/workload/items/value/unit',
    'overlay/workload/items/machine/help',
    'overlay/workload/columns/cases/title',
    'overlay/workload/slots/on/title',
    'overlay/workload/rules/logic/message',
    'overlay/years/columns/title',
    'overlay/years/schema/items/properties/n/title',
    'pages/facts/title',
  ]);
});

it('values that are shown as they are kept have places, what is chosen beforehand has none', () => {
  const field = { enum: ['am', 'pm', 3], none: 'never', words: { am: 'morning' }, preset: 'am' };
  expect(textsOf(field).map(({ key, text }) => [key.join('/'), text])).toEqual([
    ['words/am', 'morning'],
    ['words/pm', 'pm'],
    ['words/never', 'never'],
  ]);
  expect(places({ type: 'string', preset: 'In favour' })).toEqual(['preset']);
  expect(places({ type: 'string', preset: { cat: ['Of ', { var: 'now' }, '.'] } })).toEqual([
    'preset/cat/0',
    'preset/cat/2',
  ]);
  expect(places({ type: 'string', preset: '2026-01', format: 'month' })).toEqual([]);
});

it('of codes, cycles and machines titles alone are read', () => {
  const entries = [{ code: 'a', title: 'A', unit: 'an attribute' }];
  const states = {
    open: { description: 'a note', meta: { title: 'Open' }, on: { GO: { description: 'a note' } } },
  };
  expect(places({ entries, cycle: { title: '2026', help: 'a fact' }, machine: { id: 'm', states } })).toEqual(
    ['entries/a/title', 'cycle/title', 'machine/states/open/meta/title'],
  );
});
