export { assembleReport } from './assemble.js';
export { MINIMUM_DISTRIBUTION, MINIMUM_GROUP, type AssemblyTexts } from './assembly.js';
export type * from './document.js';
export type * from './input.js';
export { csvOf, type CsvProfile } from './csv.js';
export { htmlOf } from './html.js';
export { canonicalJson, fingerprintOf } from './json.js';
export { renderReport, type RenderedReport } from './render.js';
export { openTypstRenderer, type Pdf, type PdfRenderer } from './typst/pdf.js';
