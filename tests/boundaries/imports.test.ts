import { describe, expect, it } from 'vitest';
import { importsOf, readSources, type Source } from './sources.ts';

/** The rooms of use cases, lowest first: each may import those before it. */
const SERVICES = ['ground', 'audit', 'case', 'editions', 'entry', 'accounts', 'queues', 'cases'].map(
  (room) => `engine/server/services/${room}`,
);

function services(): Record<string, string[]> {
  const below = [
    'engine/core',
    'engine/chart',
    ...['load', 'store', 'files', 'print'].map((room) => `engine/server/${room}`),
  ];
  return Object.fromEntries(SERVICES.map((room, floor) => [room, [...below, ...SERVICES.slice(0, floor)]]));
}

const GROUND = ['engine/core/json', 'engine/core/model', 'engine/core/form'];

/** Room -> rooms that it may import besides itself. Longest room name wins. */
const MAY_IMPORT: Record<string, string[]> = {
  'engine/core/json': [],
  'engine/core/model': ['engine/core/json'],
  'engine/core/form': ['engine/core/json', 'engine/core/model'],
  'engine/core/vocabulary': ['engine/core/json', 'engine/core/model'],
  'engine/core/assemble': [...GROUND, 'engine/core/vocabulary'],
  'engine/core/compile': [...GROUND, 'engine/core/vocabulary'],
  'engine/core/lint': [...GROUND, 'engine/core/vocabulary', 'engine/core/compile', 'engine/core/route'],
  'engine/core/sentence': [...GROUND, 'engine/core/vocabulary', 'engine/core/compile'],
  'engine/core/evaluate': [
    ...GROUND,
    'engine/core/vocabulary',
    'engine/core/compile',
    'engine/core/sentence',
  ],
  'engine/core/validate': [
    ...GROUND,
    'engine/core/vocabulary',
    'engine/core/compile',
    'engine/core/evaluate',
  ],
  'engine/core/route': [...GROUND, 'engine/core/vocabulary', 'engine/core/compile', 'engine/core/evaluate'],
  'engine/chart': ['engine/core'],
  'engine/server/load': ['engine/core'],
  'engine/server/store': ['engine/core'],
  'engine/server/files': ['engine/core'],
  'engine/server/print': ['engine/core'],
  ...services(),
  'engine/server/seed': ['engine/core', 'engine/server'],
  'engine/server/http': ['engine/core', 'engine/server'],
  'engine/server': ['engine/core', 'engine/server'],
  'engine/cli': ['engine/core', 'engine/chart', 'engine/server'],
  'renderer/focus': [],
  'renderer/form': ['engine/core', 'renderer/api', 'renderer/focus', 'renderer/frame', 'renderer/locales'],
  // Desks do not know of one another, nor of the policy desk: the application puts them together.
  'renderer/App.tsx': ['engine/core', 'renderer', 'admin-ui'],
  renderer: ['engine/core', 'renderer'],
  'admin-ui': ['engine/core', 'renderer'],
};

const LEAVES = ['config', 'log', 'crypto', 'clock'].map((leaf) => `engine/server/${leaf}`);

function roomOf(path: string): string {
  const rooms = Object.keys(MAY_IMPORT).filter((room) => path === room || path.startsWith(`${room}/`));
  return rooms.sort((a, b) => b.length - a.length)[0] ?? '';
}

function allowed(from: string, target: string): boolean {
  if (
    target.startsWith(`${from}/`) ||
    LEAVES.some((leaf) => target === `${leaf}.ts` || target.startsWith(`${leaf}/`))
  )
    return true;
  return (MAY_IMPORT[from] ?? []).some((room) => target.startsWith(`${room}/`));
}

const sources = readSources(['engine', 'renderer', 'admin-ui'], ['.ts', '.tsx']);
const isOurs = (target: string) => /^(engine|renderer|admin-ui)\//.test(target);

function violations(source: Source): string[] {
  const from = roomOf(source.path);
  return importsOf(source)
    .filter((target) => isOurs(target) && !allowed(from, target))
    .map((target) => `${source.path} -> ${target}`);
}

describe('imports run one way', () => {
  it('sees the code', () => {
    expect(sources.length).toBeGreaterThan(50);
    expect(sources.flatMap(importsOf).filter(isOurs).length).toBeGreaterThan(100);
  });

  it('every import stays inside what its room may see', () => {
    expect(sources.flatMap(violations)).toEqual([]);
  });

  it('the core needs neither Node nor a browser', () => {
    const core = sources.filter((source) => source.path.startsWith('engine/core/'));
    const foreign = core.flatMap((source) =>
      importsOf(source)
        .filter((target) => /^(node:|react|antd|koa|sequelize)/.test(target))
        .map((target) => `${source.path} -> ${target}`),
    );
    expect(foreign).toEqual([]);
  });

  it('only the entry reads the environment', () => {
    const readers = sources
      .filter((source) => source.path.startsWith('engine/server/') && source.text.includes('process.env'))
      .map((source) => source.path);
    expect(readers).toEqual(['engine/server/main.ts']);
  });

  it('a browser never loads the schemas of the wire, only their types', () => {
    const loaded = sources.filter(
      ({ path }) =>
        /^(engine\/core|renderer|admin-ui)\//.test(path) && !path.startsWith('engine/core/model/wire/'),
    );
    const schemas = loaded.flatMap((source) =>
      importsOf({ ...source, text: source.text.replace(/^(?:import|export) type [^;]*;/gm, '') })
        .filter((target) => target === 'typebox' || target.startsWith('engine/core/model/wire'))
        .map((target) => `${source.path} -> ${target}`),
    );
    expect(schemas).toEqual([]);
  });

  it('a browser never loads what compiles with new Function', () => {
    const screens = sources.filter(
      (source) => /^(renderer|admin-ui)\//.test(source.path) && !source.path.endsWith('vite.config.ts'),
    );
    const compilers = screens.flatMap((source) =>
      importsOf(source)
        .filter((target) => /^(ajv$|handlebars|.*compile\/(ajv|standalone)\.ts)/.test(target))
        .map((target) => `${source.path} -> ${target}`),
    );
    expect(compilers).toEqual([]);
  });
});
