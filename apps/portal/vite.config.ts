import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { convertCssVariables } from '@mantine/core';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { themeVariables } from './src/app/theme.js';
import { partOf, type Part } from './src/i18n/parts.js';

const THEME = 'virtual:theme.css';

/** The theme as a style sheet of its own, so that the page needs no inline style element. */
const themeStyleSheet = (): Plugin => ({
  name: 'theme-style-sheet',
  resolveId: (id) => (id === THEME ? `\0${THEME}` : null),
  load: (id) => (id === `\0${THEME}` ? convertCssVariables(themeVariables()) : null),
});

/** The catalogues in parts, so that the first page need not wait for the words of all others. */
const TEXTS = /^virtual:texts\/(de|en)\/(entrance|participant|office)$/;
const textsInParts = (): Plugin => ({
  name: 'texts-in-parts',
  resolveId: (id) => (TEXTS.test(id) ? `\0${id}` : null),
  load(id) {
    const [, lang, part] = TEXTS.exec(id.slice(1)) ?? [];
    if (lang === undefined || part === undefined) return null;
    const file = join(import.meta.dirname, 'src/i18n', `${lang}.json`);
    this.addWatchFile(file);
    const catalogue = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
    return `export default JSON.parse(${JSON.stringify(JSON.stringify(partOf(catalogue, part as Part)))})`;
  },
});

const backend = process.env['PORTAL_BACKEND'] ?? 'http://localhost:4000';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), themeStyleSheet(), textsInParts()],
  resolve: { conditions: ['@rapport/source', 'module', 'browser', 'development|production'] },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: {
    port: 5173,
    proxy: { '/graphql': { target: backend, ws: true }, '/api': { target: backend } },
  },
});
