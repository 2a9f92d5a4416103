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

/**
 * All that everybody needs is one file; what several pages share is one for those that share the same, and the
 * small ones (bytes of source) join those that are most like them: each on its own compresses badly and is one more
 * request.
 */
const FILES = [
  { name: 'entrance', tags: ['$initial' as const], priority: 3 },
  { name: 'common', test: COMMON, priority: 2, includeDependenciesRecursively: false },
  { name: 'login', test: LOGIN, priority: 2, includeDependenciesRecursively: false },
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
