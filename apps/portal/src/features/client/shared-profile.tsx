import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { profileQuery, type ProfileDocument } from '../../api/insight.js';
import { sharedProfilesQuery } from '../../api/releases.js';
import { BasisNotice } from '../../components/basis.js';
import { TextLink } from '../../components/links.js';
import { List, Row, RowLink } from '../../components/list.js';
import { useMotives } from '../../components/motives.js';
import { NotFound } from '../../components/not-found.js';
import { Origin } from '../../components/origin.js';
import { Page, Section } from '../../components/page.js';
import { MarkedMotives, ProfileChart } from '../../components/profile.js';
import { useLocale } from '../../i18n/locale.js';

/** Profiles that people released to the reader by name; nothing is said where there are none. */
export function SharedProfiles() {
  const { t, date } = useLocale();
  const { data: profiles } = useSuspenseQuery(sharedProfilesQuery);
  if (profiles.length === 0) return null;
  return (
    <Section title={t('client.shared')} lead={t('client.sharedLead')}>
      <List label={t('client.shared')}>
        {profiles.map(({ assessmentId, personName, engagementTitle, waveTitle, expiresAt }) => (
          <Row
            key={assessmentId}
            opens
            title={
              <RowLink to="/client/profiles/$assessmentId" params={{ assessmentId }}>
                {personName}
              </RowLink>
            }
            meta={[
              engagementTitle,
              waveTitle,
              ...(expiresAt === null ? [] : [t('client.until', { date: date(expiresAt) })]),
            ].join(' · ')}
          />
        ))}
      </List>
    </Section>
  );
}

const route = getRouteApi('/signed-in/client/profiles/$assessmentId');

/** One of them; taken back, run out or never released look the same. */
export function SharedProfilePage() {
  const { assessmentId } = route.useParams();
  const { data: profile } = useSuspenseQuery(profileQuery(assessmentId));
  return profile ? <Shared profile={profile} /> : <NotFound />;
}

function Shared({ profile }: { readonly profile: ProfileDocument }) {
  const { t, instant } = useLocale();
  const words = useMotives(profile.waveId);
  const name = profile.person?.name ?? t('profiles.unnamed');
  return (
    <Page
      title={name}
      eyebrow={<TextLink to="/client/figures">{t('client.figures')}</TextLink>}
      lead={t('waves.submittedAt', { date: instant(profile.submittedAt) })}
    >
      <BasisNotice norm={profile.provenance.norm} />
      <ProfileChart profile={profile} words={words} name={name} />
      <MarkedMotives profile={profile} words={words} />
      <Origin provenance={profile.provenance} />
    </Page>
  );
}
