import type { Assembly } from '../assembly.js';
import type { Cover, Fact, Furniture } from '../document.js';

export function cover(assembly: Assembly): Cover {
  const { input, texts, words, teams, client, day, functionOf } = assembly;
  const { audience, engagement, wave, comparedWave } = input;
  const title = texts.cover;
  const lines = teams.map((team) => {
    if (client && !team.shown) return team.name;
    const duty = functionOf(team);
    return duty.toLowerCase() === team.name.toLowerCase()
      ? `${team.name}, ${texts.words.people({ n: team.n })}`
      : title.teamLine({ team: team.name, function: duty, n: team.n });
  });
  const facts: Fact[] = [
    { term: title.preparedFor, text: input.clientOrganisation },
    { term: title.engagement, text: engagement.title },
    { term: title.goal, text: engagement.goal },
    { term: title.teams, text: lines.join('\n') },
    { term: title.wave, text: `${wave.title}, ${day(wave.opensOn)}` },
    ...(comparedWave
      ? [{ term: title.comparedWith, text: `${comparedWave.title}, ${day(comparedWave.opensOn)}` }]
      : []),
    { term: title.dated, text: day(input.dated) },
    { term: title.preparedBy, text: input.firm },
  ];
  return {
    firm: input.firm,
    clientOrganisation: input.clientOrganisation,
    title: engagement.title,
    subtitle: `${title.kind}: ${title.title[audience]}`,
    copy: words.copy[audience],
    confidentiality: `${title.confidential[audience]} ${title.purpose}`,
    invented: engagement.invented ? title.invented : null,
    facts: facts.filter(({ text }) => text !== ''),
  };
}

export function furniture({ input, texts, words, day, scale }: Assembly): Furniture {
  const [page = '', of = ''] = texts.footer
    .page({ page: 1, pages: 2 })
    .split(/\d/u)
    .map((part) => part.trim());
  const { engagement, firm, audience, dated } = input;
  return {
    header: `${engagement.title} · ${words.copy[audience]}`,
    footer: [firm, day(dated), scale, ...(engagement.invented ? [texts.footer.invented] : [])].join(' · '),
    contents: texts.cover.contents,
    figure: words.figure,
    table: words.table,
    page,
    of,
    position: words.position,
    fingerprint: words.fingerprint,
    wholeFingerprint: words.wholeFingerprint,
  };
}
