import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { precompress } from './precompress.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const absent = here('./form/templates/leftOut.ts');

/** What the parts of others bring along and no form of a definition asks for. */
export const leftOut = {
  'markdown-to-jsx/react': here('./form/templates/Markdown.tsx'),
  '@x0k/json-schema-merge/lib/array': absent,
  '@x0k/json-schema-merge': absent,
  'fast-uri': absent,
  '@rc-component/async-validator': absent,
};

/** Packages that do nothing where they are only imported, and do not say so themselves. */
const PURE = /node_modules[\\/](@rc-component|@rjsf|@ant-design|lodash-es|fast-equals|safe-regex2|ret)[\\/]/;

/** What a login needs besides and no form does: Formik with its own, and the check against machines. */
const LOGIN = new RegExp(
  [
    'node_modules/(formik|lodash-es|hoist-non-react-statics|deepmerge|react-fast-compare|tiny-warning)/',
    'renderer/(desks/login|human)/',
    'renderer/plain-forms/(usePlainForm|Cover|cover|Sentence)\\.',
    'renderer/(api/entry|api/human|locales/human)\\.',
  ].join('|'),
);

/** What a login and forms have in common. */
const COMMON = new RegExp(
  [
    '@ant-design/icons(-svg)?/es/(icons|asn)/(CheckCircle|Sync|Warning|Eye|EyeInvisible)Outlined\\.',
    'renderer/(api/language|help/HelpButton|help/topics|locales/form|locales/help/index|basics/TextInput)\\.',
    'renderer/(plain-forms/(LineField|focusField)|basics/SecretInput|locales/login)\\.',
    'renderer/(focus/useFocusAfter|frame/(leave|languages|useNarrow|RequiredMark))\\.',
  ].join('|'),
);

/** What every page behind a login is drawn with: Ant Design's common parts, the frame. */
const CONTROLS = new RegExp(
  [
    'node_modules/antd/es/(alert|button|calendar|checkbox|color-picker|config-provider|dropdown|empty|form|input|layout|locale|menu|popover|radio|select|space|style|theme|time-picker|tooltip|version)/',
    'node_modules/antd/es/_util/(?!ActionButton|hooks/use(Closable|MergedMask|MultipleSelect)|responsiveObserver)',
    'node_modules/@rc-component/(checkbox|color-picker|dropdown|input|menu|motion|overflow|portal|resize-observer|select|tooltip|trigger|virtual-list)/',
    'node_modules/@rc-component/util/(?!.*[mM]obile)',
    'node_modules/(@ant-design/(cssinjs|cssinjs-utils|colors|fast-color)|stylis|@emotion|@babel/runtime|react-is)/',
    '@ant-design/icons(-svg)?/es/(icons|asn)/(Ellipsis|Left|Right|Close|Plus|QuestionCircle|Menu|ExclamationCircle|Check|Down|Search|CaretDown|CaretRight)Outlined\\.',
    '@ant-design/icons(-svg)?/es/(icons|asn)/(CheckCircle|ExclamationCircle|InfoCircle)Filled\\.',
    'node_modules/(dayjs|antd/es/date-picker|@rc-component/(picker|pagination)/es)/(dayjs\\.min|locale/(zh-cn|zh_CN|en_US|common))\\.',
    'node_modules/antd/es/(modal/locale|table/TableMeasureRowContext)\\.',
    'node_modules/@tanstack/.*/(queriesObserver|useQueries)\\.',
    'renderer/(AppProviders|Theme|theme|focus/(ActionMenu|useReturnFocus)|staff/(StaffFrame|menu))\\.',
    'renderer/frame/(Frame|Header|Limits|Menu|Notices|Page|management|useSearchText)\\.',
    'renderer/popups/(PopupProvider|dialogs|later)\\.',
  ].join('|'),
);

/** What forms are drawn with, but for what waits until somebody asks for it. */
const FORMS = new RegExp(
  [
    'node_modules/(@rjsf|fast-equals|jsonpointer)/',
    '@ant-design/icons(-svg)?/es/(icons|asn)/(Apartment|Calendar|ClockCircle|Printer|Upload)Outlined\\.',
    'renderer/api/(applications|cases|editions|files|organisations|sheets)\\.',
    'renderer/form/(grid|present|slot|table|templates|organisation)/',
    'renderer/form/widgets/(?!CalendarPanel)',
    'renderer/form/store/(?!reasons|blank|sample|fieldLocation)',
    'renderer/form/(Conflict|Documents|Event|Form|Grid|OpenCase|Print|ProblemList|ReadCase|SaveLine|Section|SheetLink|Table|WithEdition|focus)',
  ].join('|'),
);

/** What compiles, evaluates and validates. */
const CORE = new RegExp(
  [
    'node_modules/(@noble/hashes|canonicalize|ret|safe-regex2)/',
    'engine/core/(compile|form|json|json-schema|memory|normalise|text|vocabulary)/(?!logic/(check|interpret|reference)\\.|format-json|schemas/folder)',
    'engine/core/(facts/values|translate/(element|lay-over))\\.',
    'engine/core/(evaluate|validate)/(?!explain|present/(corrections|index)|open-case|trial)',
  ].join('|'),
);

/**
 * All that everybody needs is one file; controls, forms and the core are one each: together they weigh a tenth less than
 * in fifty pieces, and ask for a fourth of the files. What else several pages share is one for those that share the same,
 * and the small ones (bytes of source) join those that are most like them. A part of these lists that imports a file which
 * imports it in turn stops every page: the browser's tests open one of each.
 */
const FILES = [
  { name: 'entrance', tags: ['$initial' as const], priority: 3 },
  { name: 'common', test: COMMON, priority: 2, includeDependenciesRecursively: false },
  { name: 'login', test: LOGIN, priority: 2, includeDependenciesRecursively: false },
  { name: 'controls', test: CONTROLS, priority: 2, includeDependenciesRecursively: false },
  { name: 'forms', test: FORMS, priority: 2, includeDependenciesRecursively: false },
  { name: 'core', test: CORE, priority: 2, minShareCount: 2, includeDependenciesRecursively: false },
  { name: 'shared', minShareCount: 2, entriesAware: true, entriesAwareMergeThreshold: 5000, priority: 1 },
];

/** The bundler names a shared file after all that share it. */
const fileName =
  (ending: string) =>
  ({ name = '' }: { name?: string }): string =>
    `assets/${name.startsWith('shared') ? 'shared' : '[name]'}-[hash].${ending}`;

/** One HTML page; each desk is a chunk of its own, loaded when somebody opens it. */
export default defineConfig({
  root: here('.'),
  plugins: [react(), precompress()],
  resolve: { alias: leftOut },
  build: {
    outDir: here('../dist/renderer'),
    emptyOutDir: true,
    manifest: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1600,
    rolldownOptions: {
      output: {
        codeSplitting: { groups: FILES },
        chunkFileNames: fileName('js'),
        assetFileNames: fileName('[ext]'),
      },
      treeshake: { moduleSideEffects: [{ test: PURE, sideEffects: false }] },
    },
  },
  server: {
    proxy: { '/api': { target: process.env.API_ORIGIN ?? 'http://127.0.0.1:8080', changeOrigin: false } },
  },
});
