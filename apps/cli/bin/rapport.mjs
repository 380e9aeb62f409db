#!/usr/bin/env node
import { existsSync } from 'node:fs';

const main = new URL('../dist/main.js', import.meta.url);
if (!existsSync(main)) {
  console.error('rapport: not built yet: run `npm run build` (or `npm start`) first.');
  process.exit(2);
}
await import(main);
