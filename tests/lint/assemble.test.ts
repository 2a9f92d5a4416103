import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assemble, parseJson } from '#core/assemble/index.ts';
import { lint } from '#core/lint/index.ts';
import type { JsonObject } from '#core/model/index.ts';
import { at, base, editionOf, sourcesOf } from './base.ts';

describe('assemble', () => {
  it('makes one edition a cycle and shares what stands beside them', () => {
    const files = base();
    for (const [path, content] of Object.entries(base()))
      if (path.startsWith('2026/')) files[path.replace('2026/', '2027H1/')] = content;
    const editions = assemble(sourcesOf(files));
    expect(editions.map((edition) => edition.definition.categories.map((category) => category.id))).toEqual([
      ['club', 'member', 'garden'],
      ['club', 'member', 'garden'],
    ]);
    expect(editions.map((edition) => edition.files.some((file) => file.path.startsWith('2026/')))).toEqual([
      true,
      false,
    ]);
  });

  it('lets a cycle have a part of its own in place of the shared one, which the other cycle goes on with', () => {
    const files = base();
    for (const [path, content] of Object.entries(base()))
      if (path.startsWith('2026/')) files[path.replace('2026/', '2027/')] = content;
    const before = assemble(sourcesOf(files));
    const own = (path: string, title: string) => {
      const part = { ...at(files, path), title };
      files[`2027/${path}`] = part;
    };
    own('codes/tool.json', 'Own tools');
    own('expressions/double.json', 'Own double');
    own('accounts/club.json', 'Own club');
    own('sections/details.json', 'Own details');
    files['2027/fragments/name.json'] = { id: 'name', schema: { type: 'string', title: 'Own name' } };
    const [old, next] = assemble(sourcesOf(files));
    expect(old?.definition).toEqual(before[0]?.definition);
    expect(next?.problems).toEqual([]);
    const titles = (list: { id: string; title: string }[] | undefined, id: string) =>
      list?.filter((one) => one.id === id).map(({ title }) => title);
    expect(titles(next?.definition.codes, 'tool')).toEqual(['Own tools']);
    expect(titles(next?.definition.expressions, 'double')).toEqual(['Own double']);
    expect(titles(next?.definition.categories, 'club')).toEqual(['Own club']);
    const club = next?.definition.categories.find(({ id }) => id === 'club');
    expect(titles(club?.sections, 'details')).toEqual(['Own details']);
  });

  it('gives the same definition whatever the order of the files', () => {
    const forwards = sourcesOf(base());
    const [one, other] = [assemble(forwards), assemble([...forwards].reverse())];
    expect(one[0]?.definition).toEqual(other[0]?.definition);
  });

  it('merges several levels, and lets null of the youngest reach what the oldest wrote', () => {
    const files = base();
    files['2026/categories/middle.json'] = {
      id: 'middle',
      abstract: true,
      extends: 'standard',
      overlay: { costs: { title: 'Middle', help: 'Help' } },
    };
    Object.assign(at(files, '2026/categories/garden.json'), {
      extends: 'middle',
      overlay: { costs: { help: null, rules: null, schema: { maxItems: 3 } } },
    });
    const { definition, problems } = editionOf(files);
    const costs = definition.categories
      .find((category) => category.id === 'garden')
      ?.sections.find((section) => section.id === 'costs');
    expect(problems).toEqual([]);
    expect(costs).toMatchObject({ title: 'Middle', schema: { maxItems: 3, type: 'array' } });
    expect(costs).not.toHaveProperty('help');
    expect(costs).not.toHaveProperty('rules');
  });

  it('leaves what an overlay changes in its place, and adds what is new at the end', () => {
    const files = base();
    const section = () =>
      editionOf(files)
        .definition.categories.find(({ id }) => id === 'garden')
        ?.sections.find(({ id }) => id === 'plan');
    const names = Object.keys(section()?.schema?.properties ?? {});
    const [first = ''] = names;
    const changed = { extra: { type: 'string', title: 'Extra' }, [first]: { title: 'Changed' } };
    Object.assign(at(files, '2026/categories/garden.json'), {
      overlay: { plan: { schema: { properties: changed } } },
    });
    expect(names.length).toBeGreaterThan(1);
    expect(Object.keys(section()?.schema?.properties ?? {})).toEqual([...names, 'extra']);
  });

  describe('lays an object over a list by ids', () => {
    const itemsAfter = (...overlays: JsonObject[]) => {
      const files = base();
      overlays.forEach((items, index) => {
        const above = index === 0 ? 'standard' : `level-${index - 1}`;
        const id = index === overlays.length - 1 ? 'garden' : `level-${index}`;
        files[`2026/categories/${id}.json`] = {
          id,
          title: 'Garden loan',
          abstract: id !== 'garden',
          extends: above,
          overlay: { hours: { items } },
        };
      });
      const { definition, problems } = editionOf(files);
      const garden = definition.categories.find(({ id }) => id === 'garden');
      const items = garden?.sections.find(({ id }) => id === 'hours')?.items ?? [];
      return { items, ids: items.map(({ id }) => id), problems };
    };
    const added = (title: string, more: JsonObject = {}) => ({ title, cell: 'count', ...more });

    it('changes what is there, in its place, and nothing else of it', () => {
      const { items, problems } = itemsAfter({ alone: { title: 'By oneself' } });
      expect(items[0]).toEqual({ id: 'alone', title: 'By oneself', cell: 'count' });
      expect(items.map(({ id }) => id)).toEqual(['alone', 'total']);
      expect(problems).toEqual([]);
    });

    it('adds what is new at the end, with its id first', () => {
      const { items } = itemsAfter({ night: added('At night') });
      expect(items.map(({ id }) => id)).toEqual(['alone', 'total', 'night']);
      expect(Object.keys(items[2] ?? {})).toEqual(['id', 'title', 'cell']);
    });

    it('removes, moves, and keeps together what is added in a row', () => {
      expect(itemsAfter({ alone: null }).ids).toEqual(['total']);
      expect(itemsAfter({ total: { before: 'alone' } }).ids).toEqual(['total', 'alone']);
      const row = {
        night: added('A', { after: 'alone' }),
        dawn: added('B'),
        total: { title: 'Sum' },
        dusk: added('C'),
      };
      expect(itemsAfter(row).ids).toEqual(['alone', 'night', 'dawn', 'total', 'dusk']);
      expect(itemsAfter({ night: added('A', { before: 'total' }), dawn: added('B') }).ids).toEqual([
        'alone',
        'night',
        'dawn',
        'total',
      ]);
    });

    it('leaves no trace of where things were put', () => {
      const { items } = itemsAfter({ night: added('A', { after: 'alone' }), total: { before: 'alone' } });
      expect(JSON.stringify(items)).not.toMatch(/before|after/);
    });

    it('takes what several levels say, one after the other', () => {
      const { ids, items } = itemsAfter(
        { night: added('A'), alone: null },
        { dawn: added('B', { before: 'night' }), night: { unit: 'h' } },
      );
      expect(ids).toEqual(['total', 'dawn', 'night']);
      expect(items[2]).toMatchObject({ title: 'A', unit: 'h' });
    });

    it('reaches the pages, menus and rules of what a category extends', () => {
      const files = base();
      Object.assign(at(files, '2026/categories/garden.json'), {
        menus: { extra: { title: 'More' } },
        pages: { hours: { title: 'Hours', menu: 'extra', sections: ['hours'], before: 'all' } },
        overlay: {},
      });
      files['2026/categories/standard.json'] = {
        ...at(files, '2026/categories/standard.json'),
        pages: [{ id: 'all', title: 'Loan', menu: 'main', sections: ['plan', 'costs', 'opinions'] }],
      };
      const edition = editionOf(files);
      const garden = edition.definition.categories.find(({ id }) => id === 'garden');
      expect(garden?.menus?.map(({ id }) => id)).toEqual(['main', 'extra']);
      expect(garden?.pages.map(({ id }) => id)).toEqual(['hours', 'all']);
      expect(garden?.sections.map(({ id }) => id)).toEqual(['hours', 'plan', 'costs', 'opinions']);
      expect(lint(edition)).toEqual([]);
    });

    it('leads what it has added back to the overlay', () => {
      const files = base();
      Object.assign(at(files, '2026/categories/garden.json', 'overlay'), {
        hours: { items: { night: added('A', { before: 'total' }), alone: { unit: 'h' } } },
      });
      const { definition, locate } = editionOf(files);
      const category = definition.categories.findIndex(({ id }) => id === 'garden');
      const section = definition.categories[category]?.sections.findIndex(({ id }) => id === 'hours');
      const place = (inside: string) => locate(`/categories/${category}/sections/${section}/items${inside}`);
      const overlay = '/overlay/hours/items';
      expect(place('/1/title')).toEqual({
        file: '2026/categories/garden.json',
        pointer: `${overlay}/night/title`,
      });
      expect(place('/0/unit')).toEqual({
        file: '2026/categories/garden.json',
        pointer: `${overlay}/alone/unit`,
      });
      expect(place('/0/cell')).toEqual({ file: '2026/sections/hours.json', pointer: '/items/0/cell' });
      expect(place('/2/derive')).toEqual({ file: '2026/sections/hours.json', pointer: '/items/1/derive' });
    });
  });

  it('takes an expression of an overlay whole, and a field that is named like one apart', () => {
    const files = base();
    const plan = at(files, '2026/sections/plan.json', 'schema', 'properties') as JsonObject;
    plan.tool = { ...(plan.tool as JsonObject), visibleWhen: { '==': [1, 1] }, preset: { var: 'now' } };
    plan.when = { type: 'object', title: 'When', properties: { day: { type: 'string', title: 'Day' } } };
    const changed = {
      tool: { visibleWhen: { '>': [{ var: 'unit.level' }, 0] }, preset: { cat: ['a', { var: null }] } },
      when: { properties: { hour: { type: 'string', title: 'Hour' } } },
    };
    Object.assign(at(files, '2026/categories/garden.json'), {
      overlay: { plan: { schema: { properties: changed } } },
    });
    const section = editionOf(files)
      .definition.categories.find((category) => category.id === 'garden')
      ?.sections.find((known) => known.id === 'plan');
    const { tool, when } = section?.schema?.properties ?? {};
    expect(tool?.visibleWhen).toEqual({ '>': [{ var: 'unit.level' }, 0] });
    expect(tool?.preset).toEqual({ cat: ['a', { var: null }] });
    expect(tool).toHaveProperty('title');
    expect(Object.keys(when?.properties ?? {})).toEqual(['day', 'hour']);
  });

  it('locates every part in the file that wrote it', () => {
    const { definition, locate } = editionOf(base());
    const category = definition.categories.findIndex((known) => known.id === 'garden');
    const place = (id: string, inside: string) => {
      const section = definition.categories[category]?.sections.findIndex((known) => known.id === id);
      return locate(`/categories/${category}/sections/${section}${inside}`);
    };
    expect(place('costs', '/schema/maxItems')).toEqual({
      file: '2026/categories/garden.json',
      pointer: '/overlay/costs/schema/maxItems',
    });
    expect(place('costs', '/schema/items')).toEqual({
      file: '2026/sections/costs.json',
      pointer: '/schema/items',
    });
    const contact = '/schema/properties/contact';
    expect(place('plan', `${contact}/title`)).toEqual({
      file: '2026/sections/plan.json',
      pointer: `${contact}/title`,
    });
    expect(place('plan', contact)).toEqual({ file: '2026/sections/plan.json', pointer: contact });
    expect(place('plan', `${contact}/properties/phone/format`)).toEqual({
      file: 'fragments/contact.json',
      pointer: '/schema/properties/phone/format',
    });
    expect(locate(`/categories/${category}/pages/0/menu`)).toEqual({
      file: '2026/categories/standard.json',
      pointer: '/pages/0/menu',
    });
    expect(locate('/sheets/0/template')).toEqual({ file: '2026/sheets/form/template.hbs', pointer: '' });
  });

  it('never accepts a key that would reach the prototype', () => {
    const files = base();
    files['2026/sections/plan.json'] = JSON.parse(
      '{"id":"plan","title":"Plan","kind":"form","__proto__":{"polluted":true},"schema":{"type":"object","properties":{}}}',
    );
    const { definition } = editionOf(files);
    expect(JSON.stringify(definition)).not.toContain('polluted');
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('reports a folder without any cycle', () => {
    const [edition] = assemble([]);
    expect(edition?.problems.map((problem) => `${problem.code} ${problem.file}`)).toEqual([
      'missing-file programme.json',
      'missing-file <cycle>/edition.json',
    ]);
  });
});

describe('parseJson', () => {
  it.each([
    ['{"a": 1,}', 1, 9],
    ['{\n  "a": tru\n}', 2, 8],
    ['[1, 2', 1, 6],
    ['{"a": 1, "a": 2}', 1, 10],
    ['{"a": "\t"}', 1, 7],
    ['{} x', 1, 4],
    ['', 1, 1],
    ['01', 1, 2],
    ['['.repeat(100), 1, 66],
  ])('finds the place in %j', (text, line, column) => {
    expect(parseJson(text)).toMatchObject({ line, column });
  });

  it('reads what JSON.parse reads', () => {
    const text = '{ "a": [1, -2.5e3, "\\u00e9\\n", true, null, {}], "": [] }';
    expect(parseJson(text)).toEqual({ json: JSON.parse(text) });
  });

  it('takes what JSON.parse takes and nothing else, except keys that stand twice', () => {
    const slip = fc.constantFrom(
      ...',:"{}[]0-.e+\\/nt \n\t\r\v\f\u0001\u00a0\u2028\ufeff',
      '//',
      '/**/',
      "'",
      '',
    );
    const mistyped = fc.tuple(fc.json(), fc.nat(), slip, fc.nat(1)).map(([text, place, sign, over]) => {
      const at = place % (text.length + 1);
      return text.slice(0, at) + sign + text.slice(at + over);
    });
    const taken = (text: string): unknown => {
      try {
        return { json: JSON.parse(text) };
      } catch {
        return 'refused';
      }
    };
    fc.assert(
      fc.property(mistyped, (text) => {
        const read = parseJson(text);
        if ('reason' in read && read.reason === 'TwiceTheKey') return;
        expect('json' in read ? read : 'refused').toEqual(taken(text));
      }),
      { numRuns: 3000 },
    );
  });
});
