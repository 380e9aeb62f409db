import type { OwnAssessment } from '../../api/my-assessments.js';
import { List, Row } from '../../components/list.js';
import { Section } from '../../components/page.js';
import { useLocale } from '../../i18n/locale.js';

/** Who sees what until when, at one glance; the words that count are those of the notice below it. */
export function WhoSeesWhat({ assessment }: { readonly assessment: OwnAssessment }) {
  const { t, list } = useLocale();
  const { firmName, clientOrganisationName: client, recipients, smallestGroup, retentionMonths } = assessment;
  const namesOf = (wanted: string) =>
    recipients.filter(({ kind }) => kind === wanted).map(({ name }) => name);
  const kept = t('participant.sees.kept', { count: retentionMonths });
  const rows = [
    { who: t('participant.sees.you'), what: t('participant.sees.yours'), until: kept },
    ...(['COACH', 'CONSULTANT'] as const).map((kind) => ({
      who: [t(`participant.recipient.${kind}`), ...(namesOf(kind).length ? [list(namesOf(kind))] : [])].join(
        ': ',
      ),
      what: t(`participant.sees.${kind}`),
      until: t('participant.sees.untilYou'),
    })),
    {
      who: t('participant.recipient.TEAM'),
      what: t('participant.sees.TEAM'),
      until: t('participant.sees.untilYou'),
    },
    {
      who: client,
      what: t('participant.sees.client', { count: smallestGroup }),
      until: t('participant.sees.frozen'),
    },
    { who: t('participant.sees.others', { firm: firmName }), what: t('participant.sees.nothing'), until: '' },
  ];
  return (
    <Section title={t('participant.sees.title')}>
      <List label={t('participant.sees.title')}>
        {rows.map(({ who, what, until }) => (
          <Row
            key={who}
            title={<strong>{who}</strong>}
            meta={[what, ...(until === '' ? [] : [until])].join(' ')}
          />
        ))}
      </List>
    </Section>
  );
}
