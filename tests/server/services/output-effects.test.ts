/** What comes out of an application otherwise under another edition: sheets, columns of rosters, the state it is in. */
import { describe, expect, it } from 'vitest';
import { assemble } from '#core/assemble/index.ts';
import { compileEdition, interpretedValidators } from '#core/compile/index.ts';
import { outputsOf } from '#core/draft/index.ts';
import { resolveAnswers, sheetRevision } from '#core/evaluate/index.ts';
import type { CompiledEdition, Definition, Json } from '#core/model/index.ts';
import { compileRoute, hasExit, stateValues } from '#core/route/index.ts';
import { openCase } from '#core/validate/index.ts';
import { makingsOf, outputEffects } from '#server/services/drafts/output-effects.ts';
import { FOLDERS, filesOf } from '../../core/change/folders.ts';

async function definitionOf(folder: string): Promise<Definition> {
  const loaded = assemble(await filesOf(folder)).at(-1);
  if (!loaded) throw new Error(`no cycle in ${folder}`);
  return loaded.definition;
}

const compiled = (definition: Definition): CompiledEdition =>
  compileEdition(definition, {
    hash: 'unnamed',
    validators: interpretedValidators(),
    routes: compileRoute,
  });

function opened(definition: Definition, edition: CompiledEdition, id: string) {
  const example = definition.cases.find((one) => one.id === id);
  if (!example) throw new Error(`no example ${id}`);
  const { application, facts } = openCase(edition, example, definition.cases);
  return { application, facts, resolved: resolveAnswers(edition, application, facts) };
}

/** What the second edition makes otherwise of an example of the first. */
function effects(first: Definition, second: Definition, example: string, state: Json | null = null) {
  const [own, next] = [compiled(first), compiled(second)];
  const { application, facts, resolved } = opened(first, own, example);
  const before = {
    ...outputsOf(own, resolved, application),
    ...{ state, stateTitle: 'Here', makings: makingsOf(own) },
  };
  const there = resolveAnswers(next, application, facts);
  const found = outputEffects(next, { application, facts, resolved: there, before });
  return found.map(({ kind, path, place }) => ({ kind, path, place }));
}

const garden = await definitionOf(FOLDERS.garden);
const EXAMPLE = 'complete';

/** The first words for the second, wherever they stand in a part of the definition. */
const withWords = <Part>(part: Part, from: string, to: string): Part =>
  JSON.parse(JSON.stringify(part).replaceAll(from, to)) as Part;

describe('an application under another edition', () => {
  it('comes out the same where nothing that it shows is changed', () => {
    expect(effects(garden, garden, EXAMPLE, 'atAssociation')).toEqual([]);
  });

  it('has another print where a title on the sheet is another; the other sheet stays as it is', () => {
    const sheets = garden.sheets.map((one) => (one.id === 'card' ? { ...one, title: 'Another card' } : one));
    expect(effects(garden, { ...garden, sheets }, EXAMPLE)).toEqual([
      { kind: 'print', path: '/sheets/card', place: 'Another card' },
    ]);
  });

  it('has the same print in another cycle, though a signature counts for that one alone', () => {
    const edition = {
      ...garden.edition,
      cycle: { ...garden.edition.cycle, title: 'Another year' },
    };
    const next = { ...garden, edition };
    expect(effects(garden, next, EXAMPLE)).toEqual([]);
    const revisions = [garden, next].map((definition) => {
      const own = compiled(definition);
      const { application, resolved } = opened(garden, own, EXAMPLE);
      return sheetRevision(own, resolved, application, 'card');
    });
    expect(revisions[0]).not.toBe(revisions[1]);
  });

  it('loses a column of a roster that had a value, not one that had none', () => {
    const rosters = withWords(garden.rosters, 'application.plan.title', 'application.plan.remarks');
    expect(
      effects(garden, { ...garden, rosters: withWords(rosters, 'plan.fence"', 'plan.visit"') }, EXAMPLE),
    ).toEqual([{ kind: 'blank', path: '/rosters/members/Plan', place: 'Members by association · Plan' }]);
  });

  it('reads a column of rows as blank where none of its rows has a value', () => {
    const rosters = withWords(garden.rosters, 'row.hours', 'row.born');
    expect(effects(garden, { ...garden, rosters }, EXAMPLE).map(({ place }) => place)).toEqual([
      'Members by association · Hours',
    ]);
  });

  it('has no exit where its state is gone, and where nothing can happen in it; what is over needs none', () => {
    const gone = { ...garden, routes: withWords(garden.routes, 'atAssociation', 'elsewhere') };
    const stuck = { kind: 'stuck', path: '"atAssociation"', place: 'Here' };
    expect(effects(garden, gone, EXAMPLE, 'atAssociation')).toEqual([stuck]);
    expect(effects(garden, gone, EXAMPLE, 'atParks')).toEqual([]);
    expect(effects(garden, gone, EXAMPLE, null)).toEqual([]);
  });

  it('finds an exit from every state of a route that a case can be in', () => {
    const { routes } = compiled(garden);
    for (const route of Object.values(routes))
      expect(stateValues(route).filter((value) => !hasExit(route, value))).toEqual([]);
  });
});

describe('a sheet that is made to fit', async () => {
  const titles = await definitionOf(FOLDERS.titles);
  const SHEET = 'publicity-sheet';
  const on = compiled(titles);
  const examples = titles.cases.filter(({ category }) =>
    on.categories[category]?.definition.sheets?.includes(SHEET),
  );
  const sizeOf = (one: Json | object): number => JSON.stringify(one).length;
  const [longest] = examples.toSorted((a, b) => sizeOf(b.sections) - sizeOf(a.sections));
  const withLetters = (minimum: number): Definition => ({
    ...titles,
    sheets: titles.sheets.map((sheet) =>
      sheet.id === SHEET
        ? {
            ...sheet,
            settings: {
              ...sheet.settings,
              fontSize: { type: 'number', title: 'Size', minimum, maximum: 30 },
            },
          }
        : sheet,
    ),
  });
  const overflowing = (first: Definition, second: Definition) =>
    effects(first, second, longest?.id ?? '').filter(({ kind }) => kind === 'overflow');

  it('does not fit any more where its letters may not be as small; what it shows is the same', () => {
    const [found, ...more] = overflowing(titles, withLetters(29));
    expect(found).toMatchObject({ kind: 'overflow', path: `/sheets/${SHEET}` });
    expect(more).toEqual([]);
  });

  it('is not measured where neither its definition nor what it shows is another', () => {
    expect(overflowing(withLetters(29), withLetters(29))).toEqual([]);
  });
});
