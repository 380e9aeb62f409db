import { comparisonTable, comparisonModel } from '@rapport/charts';
import { beginAssembly, type Assembly, type AssemblyTexts } from './assembly.js';
import type { Block, ReportDocument, Section } from './document.js';
import { figuresOf } from './figures.js';
import type { ReportInput } from './input.js';
import { agreements } from './sections/agreements.js';
import { blindSpots } from './sections/blind-spots.js';
import { table } from './sections/blocks.js';
import { change, changesOf, changeValues, type Change } from './sections/change.js';
import { comparison } from './sections/comparison.js';
import { comparisonsOf, type Comparison } from './sections/comparisons.js';
import { cover, furniture } from './sections/cover.js';
import { dataQuality, glossary, limits } from './sections/data-quality.js';
import { howToRead } from './sections/how-to-read.js';
import { individual, individualValues } from './sections/individual.js';
import { summary } from './sections/summary.js';
import { teams, teamValues } from './sections/team.js';

/**
 * The whole report as a document. Pure: the same input gives the same document, to the letter.
 *
 * A client's copy holds no value of a single person: no names, no dots, no pairs, no smallest and largest value, counts
 * per band only from ten answers on, and nothing at all of a team below five. What is left out of it is left out here,
 * not in a renderer.
 */
export function assembleReport(input: ReportInput, texts: AssemblyTexts): ReportDocument {
  const assembly = beginAssembly(input, texts);
  const comparisons = comparisonsOf(assembly);
  const changes = changesOf(assembly);
  return {
    schema: 'rapport-report/1',
    id: input.reportId,
    audience: input.audience,
    locale: input.locale,
    dated: input.dated,
    logPosition: input.logPosition,
    cover: cover(assembly),
    furniture: furniture(assembly),
    sections: [
      summary(assembly, comparisons),
      howToRead(assembly),
      ...individual(assembly),
      ...teams(assembly),
      ...comparison(assembly, comparisons),
      ...blindSpots(assembly, comparisons),
      ...change(assembly, changes),
      agreements(assembly),
      dataQuality(assembly),
      limits(assembly),
      ...values(assembly, comparisons, changes),
      glossary(assembly),
    ],
    figures: figuresOf(assembly, comparisons),
    sources: assembly.sources,
  };
}

/** The tables of charts whose numbers stand nowhere else in the text. */
function values(
  assembly: Assembly,
  comparisons: readonly Comparison[],
  changes: readonly Change[],
): readonly Section[] {
  const blocks: readonly Block[] = [
    ...assembly.teams.flatMap((team) => individualValues(assembly, team)),
    ...assembly.teams.flatMap((team) => teamValues(assembly, team)),
    ...comparisons.map((each) => comparisonValues(assembly, each)),
    ...changes.flatMap((each) => changeValues(assembly, each)),
  ];
  return blocks.length === 0 ? [] : [{ id: 'values', heading: assembly.words.values, newPage: true, blocks }];
}

function comparisonValues({ lang, motives, texts }: Assembly, { a, b, document }: Comparison): Block {
  const title = `${a.name} – ${b.name}`;
  const model = comparisonModel(document, { title, motives, teams: { a: a.name, b: b.name } });
  const { columns, rows } = comparisonTable(model, lang);
  const headed = columns.map((column) => ({
    ...column,
    label: column.label.replace(/: .*/u, `:\n${texts.table.interval}`),
  }));
  return table(
    texts.captions.tableOf({ caption: title }),
    headed,
    rows,
    [a.source, b.source],
    [2.9, 1.6, 2.3, 1.6, 2.3, 1.9, 2],
  );
}
