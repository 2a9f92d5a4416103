/** Problems that take a whole part away, or a piece of it: what names it then finds nothing. */
export const LOSES_PART = [
  ...['broken-json', 'id-not-file-name', 'missing-file', 'unexpected-file'],
  ...[
    'unknown-extends',
    'circular-extends',
    'unknown-section',
    'unknown-route',
    'unknown-kind',
    'section-shape',
  ],
];

/** Problems of a place, which upset what stands around it; in the first level of a file, the whole part. */
export const LOSES_PLACE = [
  ...['wrong-type', 'wrong-value', 'missing-key', 'unknown-key', 'hostile-key', 'malformed-logic'],
  ...['unknown-fragment', 'circular-fragment', 'unknown-code-list', 'transition-without-by'],
];

/** Problems that say that something is not there, or not what it should be: they may only follow from another. */
export const ECHOES = [
  ...['unknown-field', 'unknown-code', 'unknown-code-list', 'type-mismatch', 'unknown-tag'],
  ...[
    'field-shape',
    'reserved-name',
    'unknown-key',
    'required-names-nothing',
    'ui-names-nothing',
    'unfit-widget',
  ],
  ...['row-limit', 'rule-place', 'slot-shape', 'slot-of-sheet', 'unknown-cell', 'section-shape'],
  ...[
    'incomplete-category',
    'overlay-names-nothing',
    'summary-names-nothing',
    'attest-names-nothing',
    'frozen-nowhere',
    'setting-group',
    'unused-file',
    'unknown-sheet',
  ],
  ...[
    'case-names-nothing',
    'demo-names-nothing',
    'demo-misplaced',
    'account-binding',
    'kind-field',
    'nobody-may',
  ],
  ...['organisation-tree', 'cycle-dates', 'batch-shape', 'unguarded-desk', 'unknown-desk', 'unknown-queue'],
  ...[
    'unused-route',
    'unused-event',
    'write-target',
    'shadowed-transition',
    'stuck-desk',
    'unreachable-state',
  ],
  ...['roster-shape', 'sheet-on-no-category', 'template-field', 'unchecked-answers', 'unread-setting'],
];

/** One circle is found at each thing that lies on it. */
export const CIRCLES = ['circular-extends', 'circular-fragment', 'circular-field', 'recursive-expression'];

/** What nothing uses may have been meant where something that is not there is named. */
export const MEANT: Readonly<Record<string, string>> = {
  'unknown-extends': 'category',
  'unknown-section': 'section',
  'unknown-route': 'route',
  'unknown-fragment': 'fragment',
};
