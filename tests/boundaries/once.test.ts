import { describe, expect, it } from 'vitest';
import { readSources, type Source } from './sources.ts';

const sources = readSources(['engine', 'renderer', 'admin-ui'], ['.ts', '.tsx', '.mjs']);

/** What every room needs and none may define again, by the room that defines it. */
const ONCE: Record<string, string[]> = {
  'engine/core/json': [
    ...['isObject', 'asObject', 'asList', 'asText', 'sameJson'],
    ...[
      'pointer',
      'segmentsOf',
      'valueAt',
      'valueAtPointer',
      'childAt',
      'withValue',
      'without',
      'mergePatch',
    ],
    ...['interpolate', 'placeholdersOf', 'escapeHtml'],
  ],
  'engine/core/form': [
    ...['recordSchema', 'cellSchema', 'valueSchema', 'columnsOf', 'schemaAt'],
    ...['fieldAt', 'fieldNamed', 'fieldsAlong', 'fieldsInOrder', 'limits', 'rowIdPattern'],
  ],
  'engine/core/model': ['RuleData', 'CaseFacts', 'LogicScope', 'ChartDefinition', 'RouteMachine'],
  'engine/core/vocabulary': ['truthy', 'isAnswered', 'splitPath', 'readPath'],
  'engine/core/compile': ['scopeOf', 'compileLogic', 'validEntries', 'categoryOf', 'sectionOf', 'routeOf'],
  'engine/core/evaluate': ['ruleData', 'bareFacts', 'presets', 'inputPresets', 'isFilled'],
  'engine/core/route': ['resolveDesks'],
};

/** How a second definition of these would look, and the one file that has it. */
const LOOKS: [string, RegExp, string][] = [
  ['a pointer taken apart or put together', /'~[01]'/, 'engine/core/json/pointer.ts'],
  ['text made safe for markup', /&lt;/, 'engine/core/json/text.ts'],
  ['names in braces', /\\\{\(?\[?\^?(?:\{\}\]|\\w)/, 'engine/core/json/text.ts'],
  [
    'an object told from a list and from null',
    /typeof [\w.]+ [!=]== 'object'\s*[&|]{2}\s*[\w.]+ [!=]== null\s*[&|]{2}\s*!?Array\.isArray/,
    'engine/core/json/json.ts',
  ],
];

/** Files in which a name is declared, for the whole file and not inside something. */
const declaring = (name: string, among: Source[]): string[] => {
  const declared = new RegExp(
    `^(?:export )?(?:async )?(?:function\\*?|const|let|class|type|interface) ${name}\\b`,
    'm',
  );
  return among.filter(({ text }) => declared.test(text)).map(({ path }) => path);
};

const names = Object.entries(ONCE).flatMap(([room, all]) => all.map((name) => [name, room] as const));

describe('what every room needs is defined once', () => {
  it.each(names)('%s in %s', (name, room) => {
    const found = declaring(name, sources);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(new RegExp(`^${room}/`));
  });

  it.each(LOOKS)('%s', (_, look, place) => {
    expect(sources.filter(({ text }) => look.test(text)).map(({ path }) => path)).toEqual([place]);
  });
});

describe('a copy is found', () => {
  const copies = [
    'const isObject = (value: Json): value is JsonObject => true;',
    'export function isObject(value: unknown) {}',
  ].map((text, index) => ({ path: `engine/copy${index}.ts`, text: `import x from 'x';\n\n${text}\n` }));

  it('under its name', () => {
    expect(declaring('isObject', [...sources, ...copies])).toHaveLength(3);
  });

  it.each([
    ["segment.replaceAll('~', '~0')", 0],
    ["{ '<': '&lt;' }", 1],
    ['text.replace(/\\{(\\w+)\\}/g, fill)', 2],
    ['[...text.matchAll(/\\{([^{}]+)\\}/g)]', 2],
    ["typeof value === 'object' && value !== null && !Array.isArray(value)", 3],
    ["if (typeof one !== 'object' || one === null || Array.isArray(one)) return;", 3],
  ])('by its look: %s', (text, index) => expect(LOOKS[index]?.[1].test(text)).toBe(true));
});
