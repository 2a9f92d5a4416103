import { describe, expect, it } from 'vitest';
import type { Box } from '#chart/boxes.ts';
import type { ChartEdge, ChartNode } from '#chart/graph.ts';
import { chart } from '#chart/index.ts';
import { layOut } from '#chart/layout.ts';
import { compileEdition } from '#core/compile/index.ts';
import { asList, isObject, valueAtPointer } from '#core/json/index.ts';
import type { ChartDefinition, CompiledEdition, Json, JsonObject, Logic } from '#core/model/index.ts';
import { compileRoute } from '#core/route/index.ts';
import { loadProgramme } from '#server/load/index.ts';
import { GARDEN, HEALTH, openRoutes } from './programmes.ts';

const editions = [await openRoutes(HEALTH), await openRoutes(GARDEN)];
const all = editions.flatMap((edition) =>
  Object.values(edition.routes).flatMap((route) =>
    (route.definition.charts ?? []).map((one) => ({
      name: one.title,
      one,
      route: route.definition.id,
      edition,
    })),
  ),
);

const textsOf = (svg: string) =>
  [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map((match) => match[1] ?? '');
const number = (text: string | undefined) => Number(text);

describe.each(all)('$name', ({ one, route, edition }) => {
  const svg = chart(edition, route, one);

  it('is shapes and text, and loads nothing', () => {
    expect(new Set([...svg.matchAll(/<([a-z]+)/g)].map((match) => match[1]))).toEqual(
      new Set(['svg', 'rect', 'text', 'g', 'path', 'polygon']),
    );
    expect(svg).not.toMatch(/href|url\(|<script|<style| on[a-z]+=/);
    expect(svg).not.toContain('NaN');
  });

  it('stays inside its frame and keeps boxes apart', () => {
    const [, width = 0, height = 0] = (/viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? []).map(Number);
    const [, dx = 0, dy = 0] = (/translate\((-?[\d.]+) (-?[\d.]+)\)/.exec(svg) ?? []).map(Number);
    const boxes = [
      ...svg.matchAll(/<rect x="(-?[\d.]+)" y="(-?[\d.]+)" width="([\d.]+)" height="([\d.]+)" rx/g),
    ].map(([, x, y, w, h]) => ({ x: number(x) + dx, y: number(y) + dy, w: number(w), h: number(h) }));
    expect(boxes.length).toBeGreaterThan(4);
    for (const box of boxes) {
      expect(Math.min(box.x, box.y)).toBeGreaterThanOrEqual(0);
      expect(box.x + box.w).toBeLessThanOrEqual(width);
      expect(box.y + box.h).toBeLessThanOrEqual(height);
      const meeting = boxes.filter(
        (other) =>
          other !== box &&
          other.x < box.x + box.w &&
          box.x < other.x + other.w &&
          other.y < box.y + box.h &&
          box.y < other.y + other.h,
      );
      expect(meeting).toEqual([]);
    }
  });
});

describe('what a chart shows', () => {
  const texts = (edition: number, id: string) => {
    const found = all.find((candidate) => candidate.one.id === id && candidate.edition === editions[edition]);
    if (!found) throw new Error(`No chart ${id}`);
    return textsOf(chart(found.edition, found.route, found.one)).join('|');
  };

  it('the agency is on one chart and not on the other', () => {
    expect(texts(0, 'flow-1-1-1')).not.toContain('人才服务机构');
    expect(texts(0, 'flow-1-1-2')).toContain('人才服务');
  });
  it('a direct institution has no reform office', () => expect(texts(0, 'flow-1-2')).not.toContain('职改办'));
  it('desks that are assumed away are not drawn', () => {
    expect(texts(1, 'plain')).not.toContain('Safety adviser');
    expect(texts(1, 'machines')).toContain('Safety adviser');
  });

  it('has its ends where no transition leads on, whatever the tags of states', async () => {
    const [edition] = editions;
    if (!edition) throw new Error('No edition');
    const definition = structuredClone(edition.definition);
    for (const route of definition.routes)
      route.machine = JSON.parse(JSON.stringify(route.machine).replaceAll('"official"', '"delivered"'));
    const renamed = compileEdition(definition, { routes: compileRoute });
    const [one] = edition.definition.routes.find(({ id }) => id === 'application')?.charts ?? [];
    if (!one) throw new Error('No chart');
    expect(renamed.hash).not.toBe(edition.hash);
    expect(chart(renamed, 'application', one)).toBe(chart(edition, 'application', one));
  });

  it('draws where a time limit leads, by its title', () => {
    expect(texts(1, 'plain')).toContain('Lapsed');
    expect(texts(1, 'plain').replaceAll('|', ' ')).toContain('The time to hand in again');
  });

  it('escapes every word', () => {
    const [edition] = editions;
    if (!edition) throw new Error('No edition');
    const svg = chart(edition, 'application', {
      id: 'x',
      title: '<script>"&\'',
      kind: 'directInstitution',
    });
    expect(svg).toContain('&lt;script&gt;&quot;&amp;&#39;');
    expect(svg).not.toContain('<script>');
  });

  it('a kind that does not exist is named', () => {
    const [edition] = editions;
    if (!edition) throw new Error('No edition');
    expect(() => chart(edition, 'application', { id: 'x', title: 'x', kind: 'nowhere' })).toThrow(
      /no organisation kind "nowhere"/,
    );
  });
});

const [loaded] = await loadProgramme(GARDEN);
if (!loaded) throw new Error('No edition');
const garden = compileEdition(loaded.definition, { routes: compileRoute });

describe('a stage behind a guard that reads what differs from case to case', () => {
  const one = { id: 'x', title: 'x', kind: 'association', assume: { safety: true, money: true } };
  const wordsOn = (edition: CompiledEdition, definition: ChartDefinition) =>
    textsOf(chart(edition, 'application', definition))
      .join(' ')
      .replaceAll('“ ', '“');

  /** The garden's edition, whose safety adviser is asked where this holds. */
  const asking = (when: Logic) => {
    const definition = structuredClone(garden.definition);
    const route = definition.routes.find(({ id }) => id === 'application');
    const ways = valueAtPointer(route?.machine as JsonObject, '/states/atAssociation/on/PASS');
    const way = asList(ways)
      .filter(isObject)
      .find(({ target }) => target === 'atSafety');
    if (!way) throw new Error('No way to the adviser');
    way.when = when;
    return compileEdition(definition, { routes: compileRoute });
  };

  it('is drawn with the condition in words, and so is the way past it', () => {
    const words = wordsOn(garden, one);
    expect(words).toContain('At the safety adviser');
    expect(words).toMatch(/and “The plan › Machines” is &quot;yes&quot;, Pass/);
    expect(words).toMatch(/and “The plan › Machines” is not &quot;yes&quot;, Pass/);
  });

  it('is drawn without one where the chart says what is answered, and not where it says otherwise', () => {
    const answered = (useMachines: Json) =>
      wordsOn(garden, { ...one, facts: { application: { plan: { useMachines } } } });
    expect(answered('yes')).toContain('At the safety adviser');
    expect(answered('yes')).not.toContain('Machines” is');
    for (const other of ['no', null]) {
      expect(answered(other)).not.toContain('At the safety adviser');
      expect(answered(other)).not.toContain('Machines” is');
    }
  });

  it.each<[string, Logic]>([
    ['what the event asks for', { '>': [{ var: 'input.points' }, 5] }],
    ['files', { '>': [{ var: 'files.plan.map' }, 0] }],
    ['who applies', { '==': [{ var: 'applicant.person.member' }, 'yes'] }],
    ['their organisation', { '==': [{ var: 'unit.district' }, 'east'] }],
    ['all rows of a table', { some: [{ var: 'application.costs' }, { '>': [{ var: 'amount' }, 100] }] }],
  ])('is kept where the guard reads %s', (_, when) => {
    const words = wordsOn(asking(when), one);
    expect(words).toContain('At the safety adviser');
    expect(words).toMatch(/when .+, Pass/);
  });

  it('says of a condition only what the chart does not know', () => {
    const answer = { '==': [{ var: 'application.plan.useMachines' }, 'yes'] };
    const words = wordsOn(asking({ and: [answer, { '!': { '!': { var: 'desks.money' } } }] }), one);
    expect(words).toMatch(/“The plan › Machines” is &quot;yes&quot;, Pass/);
    expect(words).not.toContain('Treasury”, Pass');
    const never = wordsOn(asking({ and: [answer, { '!': { var: 'desks.money' } }] }), one);
    expect(never).not.toContain('At the safety adviser');
    const always = wordsOn(asking({ or: [answer, { '!!': { var: 'desks.money' } }] }), one);
    expect(always).toContain('At the safety adviser');
    expect(always).not.toContain('Machines” is');
  });

  it('says nothing where both ways lead to the same desk', () => {
    const definition = structuredClone(garden.definition);
    const text = JSON.stringify(definition.routes).replaceAll('"target":"atSafety"', '"target":"atParks"');
    definition.routes = JSON.parse(text);
    const plain = compileEdition(definition, { routes: compileRoute });
    const without = { ...one, assume: { safety: true, money: false } };
    expect(wordsOn(plain, without)).not.toContain('Machines” is');
  });

  it('keeps the ways that depend on what the case remembers', () => {
    const words = wordsOn(garden, one);
    expect(words).toContain('when the desk that returned it is “Treasury”, Hand in');
    expect(words).toContain('Take the decision back');
  });
});

describe('a way that forks and joins', () => {
  const station = (id: string, style: ChartNode['style'] = 'desk'): ChartNode => ({
    id,
    title: id,
    holder: '',
    states: [id],
    style,
  });
  const move = (from: string, to: string): ChartEdge => ({ from, to, titles: ['on'], forward: true });
  const { boxes, lines } = layOut({
    nodes: [station('start', 'start'), station('one'), station('other'), station('end', 'end')],
    edges: [
      move('start', 'one'),
      move('start', 'other'),
      move('one', 'end'),
      move('other', 'end'),
      move('start', 'end'),
    ],
  });
  const boxOf = (id: string): Box => {
    const found = boxes.find((box) => box.id === id);
    if (!found) throw new Error(`no box ${id}`);
    return found;
  };

  it('has its branches side by side, between their beginning and their end', () => {
    const [start, one, other, end] = ['start', 'one', 'other', 'end'].map(boxOf);
    expect(one?.y).toBe(other?.y);
    expect(Math.abs(Number(one?.x) - Number(other?.x))).toBeGreaterThan(Number(one?.width));
    expect(Number(start?.y)).toBeLessThan(Number(one?.y));
    expect(Number(one?.y)).toBeLessThan(Number(end?.y));
  });

  it('leads past the branches where it leads past them', () => {
    const past = lines.at(-1);
    const beside = ['one', 'other'].map(boxOf);
    const halfWay =
      past?.points.filter(({ y }) => beside.some((box) => Math.abs(y - box.y) < box.height / 2)) ?? [];
    expect(halfWay.length).toBeGreaterThan(0);
    for (const { x } of halfWay)
      expect(beside.every((box) => Math.abs(x - box.x) > box.width / 2)).toBe(true);
  });
});
