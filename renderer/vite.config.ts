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
  },
  server: {
    proxy: { '/api': { target: process.env.API_ORIGIN ?? 'http://127.0.0.1:8080', changeOrigin: false } },
  },
});
