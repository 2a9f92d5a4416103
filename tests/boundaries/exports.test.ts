import { describe, expect, it } from 'vitest';
import { exportedBy, takenBy } from './names.ts';
import { readSources } from './sources.ts';

/** Exports that no other generic file imports, and who does. Every other export must be imported somewhere. */
const FOR_OTHERS: Record<string, string> = {
  'engine/server/app.ts: ServerOptions': 'tests and benches start the server in their own process',
  'engine/server/app.ts: Server': 'tests and benches start the server in their own process',
  'engine/server/config.ts: Environment': 'the test of the settings',
  'engine/core/evaluate/present/check-code.ts: checkCode':
    'the tests hold the code of what is fed against that of what is written',
  'engine/core/change/locales/index.ts: changeLocales': 'the tests that every kind is read in every locale',
  'engine/core/change/index.ts: Applied': 'the tests of changes',
  'engine/core/change/index.ts: migrate': 'the test of what becomes of old answers',
  'engine/core/change/index.ts: changeSchema': 'the tests that every kind has a schema',
  'engine/core/compile/ajv.ts: ajvFor': 'tests and the bench hold the engine to Ajv itself',
  'engine/core/compile/ajv.ts: ajvForVerdicts': 'the test that the first pass agrees with Ajv',
  'engine/core/compile/index.ts: projectSchema': 'the tests of what a schema becomes',
  'engine/core/sentence/index.ts: sentenceLocales': 'the tests that every locale says every operator',
  'engine/core/lint/index.ts: lintLocales': 'the tests that every problem is told in every locale',
  'engine/core/validate/index.ts: openSession': 'the tests and the bench of one answer after another',
  'engine/core/validate/index.ts: update': 'the tests and the bench of one answer after another',
  'engine/server/files/index.ts: MissingFileError': 'the tests of the evidence store',
  'engine/server/http/encoding.ts: chooseEncoding': 'the test of what a client weighs',
  'engine/server/http/index.ts: isRaw': 'the sweep over every address',
  'engine/server/http/index.ts: Relation': 'the sweep over every address',
  'engine/server/http/index.ts: Route': 'the sweep over every address',
  'engine/server/http/index.ts: routes': 'the sweep over every address',
  'engine/server/print/pdf/fonts.ts: FACE_FOLDERS': 'the test of what the faces have',
  'engine/server/print/pdf/rare-faces.ts: rareFaces': 'the tests of what the faces have',
  'engine/server/services/cases/files/file-row.ts: cleanName': 'the test of hostile file names',
  'engine/server/store/index.ts: DatabaseConfig': 'the tests open databases of their own',
  'engine/server/store/index.ts: NewerSchemaError': 'the test of a database from a newer version',
  'engine/server/store/tables.ts: TABLES':
    'the test that migrations and models agree, and the dump of every table',
  'renderer/form/templates/Markdown.tsx: Markdown': 'Vite puts it in the place of a package',
  'renderer/form/templates/leftOut.ts: createComparator': 'Vite puts it in the place of a package',
  'renderer/form/templates/leftOut.ts: createMerger': 'Vite puts it in the place of a package',
  'renderer/form/templates/leftOut.ts: createShallowAllOfMerge': 'Vite puts it in the place of a package',
  'renderer/form/templates/leftOut.ts: createDeduplicator': 'Vite puts it in the place of a package',
  'renderer/form/templates/leftOut.ts: createIntersector': 'Vite puts it in the place of a package',
  'renderer/vite.config.ts: leftOut': 'the tests of screens leave out the same',
};

/** Files that something else than an import starts. */
const STARTED: Record<string, string> = {
  'engine/cli/shenbao.mjs': 'package.json: the command',
  'engine/server/main.ts': 'the start command: the server process',
  'engine/cli/bootstrap/dev.mjs': 'run.cjs, by name: npm run dev',
  'engine/cli/bootstrap/start.mjs': 'run.cjs, by name: npm start',
  'engine/cli/bootstrap/test.mjs': 'run.cjs, by name: npm test',
  'engine/server/files/pdf-thread.ts': 'a worker thread',
  'engine/server/print/html/cut-face.ts': 'a worker thread',
  'engine/server/print/pdf/cut-slice.ts': 'a worker thread',
  'engine/server/services/drafts/thread.ts': 'a worker thread',
  'engine/server/store/sqlite/better-sqlite3.d.ts': 'types of a package that has none',
  'renderer/assets.d.ts': 'types of what Vite imports',
  'renderer/main.tsx': 'index.html',
  'renderer/vite.config.ts': 'Vite',
  'renderer/human/solver.worker.ts': 'a web worker',
  'admin-ui/worker/draft.worker.ts': 'a web worker',
  'admin-ui/worker/workbook.worker.ts': 'a web worker',
  'admin-ui/worker/mends.worker.ts': 'a web worker',
  'admin-ui/worker/pdf.worker.ts': 'a web worker',
  'renderer/form/templates/Markdown.tsx': 'an alias in renderer/vite.config.ts',
  'renderer/form/templates/leftOut.ts': 'an alias in renderer/vite.config.ts',
};

const generic = readSources(['engine', 'renderer', 'admin-ui'], ['.ts', '.tsx', '.mjs']);
const others = readSources(['tests', 'bench'], ['.ts', '.tsx']);

const taken = new Set(generic.flatMap(takenBy).map(({ target, name }) => `${target}: ${name}`));
const all = generic.flatMap((source) => exportedBy(source).map((name) => ({ path: source.path, name })));
const unused = all
  .filter(({ path, name }) => !taken.has(`${path}: ${name}`) && !taken.has(`${path}: *`))
  .filter(({ path, name }) => !(name === 'default' && path in STARTED))
  .map(({ path, name }) => `${path}: ${name}`);

describe('every export is used', () => {
  it('sees the exports', () => {
    expect(all.length).toBeGreaterThan(500);
  });

  it('every export is imported by another generic file, or the list says who needs it', () => {
    expect(unused.filter((one) => !(one in FOR_OTHERS))).toEqual([]);
  });

  it('the list has no entry that is gone or is imported by generic code', () => {
    expect(Object.keys(FOR_OTHERS).filter((one) => !unused.includes(one))).toEqual([]);
  });

  it('what is exported for tests and benches is taken by one', () => {
    const theirs = new Set(others.flatMap(takenBy).map(({ target, name }) => `${target}: ${name}`));
    const forTests = Object.keys(FOR_OTHERS).filter((one) => !one.startsWith('renderer/'));
    const idle = forTests.filter((one) => !theirs.has(one) && !theirs.has(one.replace(/: .*/, ': *')));
    expect(idle).toEqual([]);
  });

  it('every file is imported by another, or the list says what starts it', () => {
    const reached = new Set(generic.flatMap(takenBy).map(({ target }) => target));
    const alone = generic.map(({ path }) => path).filter((path) => !reached.has(path));
    expect(alone.sort()).toEqual(Object.keys(STARTED).sort());
  });
});
