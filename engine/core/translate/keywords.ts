/**
 * What of a definition people read, by keyword. A keyword that holds such a text and is not named here cannot be
 * translated: `tests/core/translate/reach.test.ts` holds this against the meta-schemas and against whole programmes.
 */

/** Keywords whose text, or list of texts, is shown. */
export const TEXTS: ReadonlySet<string> = new Set([
  ...['title', 'shortTitle', 'help', 'description', 'message', 'confirm', 'empty'],
  ...['suffix', 'phrase', 'unit', 'text', 'reason', 'examples', 'down', 'across'],
]);

/** Keywords that hold texts by names: each is shown. */
export const TEXT_MAPS: ReadonlySet<string> = new Set(['messages', 'titles']);

/**
 * Keywords whose keys are names that somebody has chosen: a field may well be called `title`. Lists by id are laid over
 * by objects whose keys are ids.
 */
export const NAMED: ReadonlySet<string> = new Set([
  ...['slots', 'rules', 'pages', 'menus'],
  ...['properties', 'cells', 'ui', 'settings', 'settingGroups', 'overlay'],
  ...['desks', 'queues', 'events', 'aggregates', 'states'],
]);

/** Keywords with nothing to read below them: logic, answers, examples, names of other parts. */
export const UNREAD: ReadonlySet<string> = new Set([
  ...['visibleWhen', 'requiredWhen', 'readOnlyWhen', 'optionsWhen', 'offeredWhen', 'availableWhen'],
  ...['when', 'require', 'derive', 'applies', 'logic', 'value', 'guard', 'where', 'subtotalBy'],
  ...['on', 'always', 'onDone', 'entry', 'exit', 'find', 'facts', 'assume', 'attributes', 'seed'],
  ...['cases', 'demo', 'locales', 'shows', 'params', 'words'],
]);

/** Keywords below which a title alone is read: the rest are attributes for rules, or notes of the machine's own. */
export const TITLED: ReadonlySet<string> = new Set(['entries', 'cycle', 'machine']);
