import { describe, expect, it } from 'vitest';
import { importsOf, readSources, type Source } from './sources.ts';

const CORE = 'engine/core';
const core = (...rooms: string[]) => rooms.map((room) => `${CORE}/${room}`);
const server = (...rooms: string[]) => rooms.map((room) => `engine/server/${room}`);
const screens = (...rooms: string[]) => rooms.map((room) => `renderer/${room}`);

/** The rooms of use cases, lowest first: each may import those before it. */
const SERVICES = server(
  ...[
    'ground',
    'audit',
    'case',
    'attestations',
    'editions',
    'retention',
    'entry',
    'accounts',
    'queues',
    'cases',
    'print-runs',
    'drafts',
    'moves',
    'replays',
    'jobs',
  ].map((room) => `services/${room}`),
);

function services(): Record<string, string[]> {
  const below = [CORE, 'engine/chart', ...server('load', 'store', 'threads', 'files', 'print')];
  return Object.fromEntries(SERVICES.map((room, floor) => [room, [...below, ...SERVICES.slice(0, floor)]]));
}

/** What a desk may be made of. Desks do not know of one another. */
const DESK = [
  CORE,
  ...screens(
    'locales',
    'focus',
    'api',
    'basics',
    'human',
    'help',
    'popups',
    'frame',
    'form',
    'staff',
    'plain-forms',
  ),
];
const DESKS = [
  'account',
  'accounts',
  'applicant',
  'cycle',
  'jobs',
  'login',
  'password',
  'registration',
  'review',
  'setup',
  'verify',
];

/** Rooms whose permissions follow from a rule and are not written one by one. */
const BY_RULE: Record<string, string[]> = {
  ...services(),
  ...Object.fromEntries(DESKS.map((desk) => [`renderer/desks/${desk}`, DESK])),
};

/** Room -> rooms that it may import besides itself, all of them further up in this list. Longest room name wins. */
const MAY_IMPORT: Record<string, string[]> = {
  'engine/core/json': [],
  'engine/core/text': [],
  'engine/core/zip': [],
  'engine/core/attest': core('text'),
  'engine/core/json-schema': core('json'),
  'engine/core/memory': [],
  'engine/core/model': core('json'),
  'engine/core/form': core('json', 'model'),
  'engine/core/vocabulary': core('json', 'text', 'model'),
  'engine/core/facts': core('json', 'model', 'vocabulary'),
  'engine/core/translate': core('json', 'model', 'vocabulary', 'facts'),
  'engine/core/normalise': core('json', 'text', 'model', 'form', 'vocabulary'),
  'engine/core/assemble': core('json', 'memory', 'model', 'vocabulary', 'facts', 'translate'),
  'engine/core/compile': core('json', 'json-schema', 'memory', 'model', 'form', 'vocabulary', 'translate'),
  'engine/core/sentence': core('json', 'model', 'form', 'vocabulary', 'facts'),
  'engine/core/lint': core(
    'json',
    'json-schema',
    'memory',
    'model',
    'form',
    'vocabulary',
    'facts',
    'translate',
    'compile',
    'sentence',
  ),
  'engine/core/evaluate': core('json', 'model', 'form', 'vocabulary', 'facts', 'compile', 'sentence'),
  'engine/core/validate': core('json', 'text', 'model', 'form', 'vocabulary', 'compile', 'evaluate'),
  'engine/core/change': core(
    ...['json', 'model', 'form', 'vocabulary', 'facts', 'translate', 'assemble', 'compile', 'validate'],
  ),
  'engine/core/starter': core('json', 'model', 'assemble', 'change'),
  'engine/core/template': core('json', 'normalise', 'vocabulary'),
  'engine/core/fit': core('model'),
  'engine/core/sample': core('json', 'model', 'form'),
  'engine/core/route': core('json', 'model', 'vocabulary', 'compile', 'sentence', 'evaluate'),
  'engine/core/builder': core('json', 'model', 'form', 'facts', 'sentence'),
  'engine/core/draft': core(
    ...['json', 'memory', 'model', 'form', 'vocabulary', 'facts', 'assemble', 'compile', 'lint', 'validate'],
    ...['route', 'sentence', 'evaluate'],
  ),
  'engine/chart': [CORE],
  'engine/server/load': [CORE],
  'engine/server/store': [CORE],
  'engine/server/threads': [],
  'engine/server/files': server('threads'),
  'engine/server/print': [CORE, ...server('threads')],
  ...services(),
  'engine/server/seed': [CORE, ...server('services', 'store')],
  'engine/server/jobs': [CORE, ...server('services', 'store')],
  'engine/server/http': [CORE, ...server('services', 'store')],
  'engine/server': [CORE, 'engine/server'],
  'engine/cli': [CORE, 'engine/chart', 'engine/server'],
  'renderer/locales': [],
  'renderer/focus': [],
  'renderer/themed': [],
  'renderer/popups': [],
  'renderer/basics': screens('locales'),
  'renderer/api': [CORE, ...screens('locales')],
  'renderer/human': screens('locales', 'basics', 'api'),
  'renderer/help': [CORE, ...screens('locales', 'focus', 'themed', 'basics', 'api')],
  'renderer/frame': [
    ...core('vocabulary'),
    ...screens('locales', 'focus', 'themed', 'popups', 'basics', 'api', 'help'),
  ],
  'renderer/form': [CORE, ...screens('locales', 'focus', 'api', 'popups', 'frame')],
  'renderer/staff': screens('locales', 'api', 'frame'),
  'renderer/plain-forms': [CORE, ...screens('focus', 'locales', 'basics', 'api', 'help', 'frame', 'form')],
  ...BY_RULE,
  // The audit trail is laid out as the accounts are.
  'renderer/desks/audit': screens('locales', 'api', 'help', 'frame', 'staff', 'desks/accounts'),
  'renderer/desks': [CORE, ...screens('api', 'desks')],
  // A page of its own that shows a form of a draft as applicants see it.
  'admin-ui/preview': [CORE, ...screens('locales', 'frame', 'form')],
  'admin-ui': [
    CORE,
    'engine/chart',
    ...screens('focus', 'locales', 'api', 'frame', 'help', 'staff', 'plain-forms'),
  ],
  // The application puts the desks together, that of policy staff too.
  renderer: ['renderer', 'admin-ui'],
};

const LEAVES = server('config', 'log', 'crypto');

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

/** Where Ajv compiles: an entry of its own, for programs that may. */
const COMPILING = ['engine/core/compile/ajv.ts'];

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

  it('no room sees one that stands above it', () => {
    const floors = Object.keys(MAY_IMPORT);
    const up = Object.entries(MAY_IMPORT).flatMap(([room, below], floor) =>
      floors
        .slice(floor + 1)
        .filter((above) => !above.startsWith(`${room}/`) && !room.startsWith(`${above}/`))
        .filter((above) => below.some((one) => above === one || above.startsWith(`${one}/`)))
        .map((above) => `${room} -> ${above}`),
    );
    expect(up).toEqual([]);
  });

  it('every permission is used', () => {
    const targets = new Map<string, string[]>();
    for (const source of sources) {
      const room = roomOf(source.path);
      targets.set(room, [...(targets.get(room) ?? []), ...importsOf(source)]);
    }
    const idle = Object.entries(MAY_IMPORT)
      .filter(([room]) => !(room in BY_RULE))
      .flatMap(([room, below]) =>
        below
          .filter((one) => !targets.get(room)?.some((target) => target.startsWith(`${one}/`)))
          .map((one) => `${room} -> ${one}`),
      );
    expect(idle).toEqual([]);
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

  it('nothing of an edition is judged by what compiles with new Function', () => {
    const judging = sources.filter(
      ({ path }) => path.startsWith('engine/core/') && !COMPILING.includes(path),
    );
    const compilers = judging.flatMap((source) =>
      importsOf(source)
        .filter((target) => /^(ajv$|ajv\/|.*compile\/ajv\.ts)/.test(target))
        .map((target) => `${source.path} -> ${target}`),
    );
    expect(compilers).toEqual([]);
  });

  it('a browser never loads what compiles with new Function', () => {
    const screens = sources.filter(
      (source) => /^(renderer|admin-ui)\//.test(source.path) && !source.path.endsWith('vite.config.ts'),
    );
    const compilers = screens.flatMap((source) =>
      importsOf(source)
        .filter((target) => /^(ajv$|ajv\/|handlebars|.*compile\/ajv\.ts)/.test(target))
        .map((target) => `${source.path} -> ${target}`),
    );
    expect(compilers).toEqual([]);
  });
});
