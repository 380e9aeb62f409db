import type { InstrumentDocument, Item, NormGroup } from '@rapport/psychometrics';

function item(id: string, en: string, de: string): Item {
  return { id, text: { de, en } };
}

/**
 * The 25 items of the public bfi data (International Personality Item Pool), one of each scale in turn.
 * The English stems are the pool's own words; they follow its style, not the rules of our own items.
 */
const items: readonly Item[] = [
  item('a1', 'Am indifferent to the feelings of others.', 'Die Gefühle anderer sind mir gleichgültig.'),
  item('c1', 'Am exacting in my work.', 'Ich nehme es mit meiner Arbeit genau.'),
  item('e1', "Don't talk a lot.", 'Ich rede nicht viel.'),
  item('n1', 'Get angry easily.', 'Ich werde leicht wütend.'),
  item('o1', 'Am full of ideas.', 'Ich stecke voller Ideen.'),
  item('a2', "Inquire about others' well-being.", 'Ich erkundige mich, wie es anderen geht.'),
  item('c2', 'Continue until everything is perfect.', 'Ich mache weiter, bis alles perfekt ist.'),
  item('e2', 'Find it difficult to approach others.', 'Es fällt mir schwer, auf andere zuzugehen.'),
  item('n2', 'Get irritated easily.', 'Ich bin schnell gereizt.'),
  item('o2', 'Avoid difficult reading material.', 'Ich meide schwierige Lektüre.'),
  item('a3', 'Know how to comfort others.', 'Ich weiß, wie ich andere trösten kann.'),
  item('c3', 'Do things according to a plan.', 'Ich gehe nach einem Plan vor.'),
  item('e3', 'Know how to captivate people.', 'Ich weiß, wie ich Menschen in meinen Bann ziehe.'),
  item('n3', 'Have frequent mood swings.', 'Meine Stimmung schwankt häufig.'),
  item('o3', 'Carry the conversation to a higher level.', 'Ich bringe Gespräche auf ein höheres Niveau.'),
  item('a4', 'Love children.', 'Ich habe Kinder sehr gern.'),
  item('c4', 'Do things in a half-way manner.', 'Ich mache Dinge nur halb.'),
  item('e4', 'Make friends easily.', 'Ich schließe leicht Freundschaften.'),
  item('n4', 'Often feel blue.', 'Ich bin oft niedergeschlagen.'),
  item('o4', 'Spend time reflecting on things.', 'Ich nehme mir Zeit, über Dinge nachzudenken.'),
  item('a5', 'Make people feel at ease.', 'Ich sorge dafür, dass sich andere wohlfühlen.'),
  item('c5', 'Waste my time.', 'Ich vergeude meine Zeit.'),
  item('e5', 'Take charge.', 'Ich übernehme die Führung.'),
  item('n5', 'Panic easily.', 'Ich gerate leicht in Panik.'),
  item('o5', 'Will not probe deeply into a subject.', 'Ich gehe einem Thema nicht auf den Grund.'),
];

/** `'-a1'` reads: item A1, reversed. */
function keys(...entries: readonly string[]): InstrumentDocument['scales'][number]['keys'] {
  return entries.map((entry) =>
    entry.startsWith('-') ? { item: entry.slice(1), key: -1 } : { item: entry, key: 1 },
  );
}

/** A public questionnaire with real answers, for demonstration and for the import path. */
export const bfi25: InstrumentDocument = {
  id: 'bfi-25',
  version: '1.0.0',
  edition: 'full',
  title: { de: 'Fünf Faktoren, 25 Aussagen (bfi)', en: 'Five factors, 25 statements (bfi)' },
  source:
    'International Personality Item Pool (ipip.ori.org), item selection and keys as in the bfi data of the R package psychTools; German translation: Rapport project',
  licence: 'Public domain (IPIP items); German translation CC-BY-4.0',
  provisional: false,
  response: {
    min: 1,
    max: 6,
    labels: [
      { de: 'trifft gar nicht zu', en: 'very inaccurate' },
      { de: 'trifft überwiegend nicht zu', en: 'moderately inaccurate' },
      { de: 'trifft eher nicht zu', en: 'slightly inaccurate' },
      { de: 'trifft eher zu', en: 'slightly accurate' },
      { de: 'trifft überwiegend zu', en: 'moderately accurate' },
      { de: 'trifft völlig zu', en: 'very accurate' },
    ],
  },
  scales: [
    {
      id: 'agreeableness',
      name: { de: 'Verträglichkeit', en: 'Agreeableness' },
      high: { de: 'mitfühlend, zugewandt', en: 'caring, warm' },
      low: { de: 'sachlich, abgegrenzt', en: 'matter-of-fact, detached' },
      keys: keys('-a1', 'a2', 'a3', 'a4', 'a5'),
    },
    {
      id: 'conscientiousness',
      name: { de: 'Gewissenhaftigkeit', en: 'Conscientiousness' },
      high: { de: 'planvoll, genau', en: 'methodical, exacting' },
      low: { de: 'locker, beweglich', en: 'easy-going, loose' },
      keys: keys('c1', 'c2', 'c3', '-c4', '-c5'),
    },
    {
      id: 'extraversion',
      name: { de: 'Extraversion', en: 'Extraversion' },
      high: { de: 'gesellig, vorangehend', en: 'outgoing, taking charge' },
      low: { de: 'ruhig, zurückhaltend', en: 'quiet, reserved' },
      keys: keys('-e1', '-e2', 'e3', 'e4', 'e5'),
    },
    {
      id: 'neuroticism',
      name: { de: 'Neurotizismus', en: 'Neuroticism' },
      high: { de: 'empfindsam, bewegt', en: 'sensitive, easily stirred' },
      low: { de: 'gelassen, gleichmäßig', en: 'calm, even' },
      keys: keys('n1', 'n2', 'n3', 'n4', 'n5'),
    },
    {
      id: 'openness',
      name: { de: 'Offenheit', en: 'Openness' },
      high: { de: 'ideenreich, nachdenklich', en: 'imaginative, reflective' },
      low: { de: 'bodenständig, geradlinig', en: 'down-to-earth, straightforward' },
      keys: keys('o1', '-o2', 'o3', 'o4', '-o5'),
    },
  ],
  items,
  minimumAnswered: 0.8,
};

/**
 * Complete rows of the whole public sample; `fixtures/bfi-norms.mjs` recomputes every figure.
 * Volunteers of one web study are no representative sample, hence provisional.
 */
export const bfi25Norm: NormGroup = {
  id: 'bfi-25-sapa-2010',
  version: '1.0.0',
  instrument: { id: bfi25.id, version: bfi25.version },
  title: { de: 'SAPA-Webstichprobe 2010', en: 'SAPA web sample 2010' },
  population: {
    de: 'Freiwillige einer englischsprachigen Internetstudie (SAPA-Projekt, Frühjahr 2010); alle vollständig beantworteten Bögen. Nicht repräsentativ.',
    en: 'Volunteers of an English-language web study (SAPA project, spring 2010); all completely answered forms. Not representative.',
  },
  collected: { from: '2010-03-01', to: '2010-05-31' },
  n: 2436,
  provisional: true,
  scales: [
    {
      scale: 'agreeableness',
      mean: 4.644088669950727,
      sd: 0.9133517659682002,
      reliability: 0.7158485497770994,
      n: 2436,
    },
    {
      scale: 'conscientiousness',
      mean: 4.268390804597704,
      sd: 0.9622368899728618,
      reliability: 0.7372948129530168,
      n: 2436,
    },
    {
      scale: 'extraversion',
      mean: 4.130213464696228,
      sd: 1.0674609166726161,
      reliability: 0.7651224389778194,
      n: 2436,
    },
    {
      scale: 'neuroticism',
      mean: 3.1719211822660083,
      sd: 1.2002325936232128,
      reliability: 0.8169468842774008,
      n: 2436,
    },
    {
      scale: 'openness',
      mean: 4.606896551724134,
      sd: 0.8043526707003902,
      reliability: 0.6078018169956392,
      n: 2436,
    },
  ],
};
