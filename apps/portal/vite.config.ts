import { convertCssVariables } from '@mantine/core';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { themeVariables } from './src/app/theme.js';

const THEME = 'virtual:theme.css';

/** The theme as a style sheet of its own, so that the page needs no inline style element. */
const themeStyleSheet = (): Plugin => ({
  name: 'theme-style-sheet',
  resolveId: (id) => (id === THEME ? `\0${THEME}` : null),
  load: (id) => (id === `\0${THEME}` ? convertCssVariables(themeVariables()) : null),
});

const backend = process.env['PORTAL_BACKEND'] ?? 'http://localhost:4000';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), themeStyleSheet()],
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
