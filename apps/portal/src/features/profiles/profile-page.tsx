import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { profileQuery, type ProfileDocument } from '../../api/insight.js';
import { useEngagement } from '../../api/use-engagement.js';
import { BasisNotice } from '../../components/basis.js';
import { ButtonLink, TextLink } from '../../components/links.js';
import { useMotives } from '../../components/motives.js';
import { Origin } from '../../components/origin.js';
import { Page } from '../../components/page.js';
import { MarkedMotives, ProfileChart, ProfileQuality } from '../../components/profile.js';
import { useLocale } from '../../i18n/locale.js';

const route = getRouteApi('/signed-in/engagements/$engagementId/profiles/$assessmentId');

/** An individual profile the person has released. */
export function ProfilePage() {
  const { assessmentId } = route.useParams();
  const { data: profile } = useSuspenseQuery(profileQuery(assessmentId));
  return profile ? <Released profile={profile} /> : <NotReleased />;
}

/** Not released, taken back, or no such profile: all look the same. */
function NotReleased() {
  const { t } = useLocale();
  const { engagementId } = route.useParams();
  return (
    <Page title={t('profiles.notReleasedTitle')} lead={t('profiles.notReleasedText')}>
      <div>
        <ButtonLink to="/engagements/$engagementId/profiles" params={{ engagementId }}>
          {t('profiles.toList')}
        </ButtonLink>
      </div>
    </Page>
  );
}

function Released({ profile }: { readonly profile: ProfileDocument }) {
  const { t, instant } = useLocale();
  const { engagementId } = route.useParams();
  const { teams, waves } = useEngagement(engagementId);
  const words = useMotives(profile.waveId);
  const team = teams.find((entry) => entry.team.id === profile.teamId)?.team.name;
  const wave = waves.nodes.find(({ id }) => id === profile.waveId)?.title;
  const name = profile.person?.name ?? t('profiles.unnamed');
  return (
    <Page
      title={name}
      eyebrow={
        <TextLink to="/engagements/$engagementId/profiles" params={{ engagementId }}>
          {t('engagement.profiles')}
        </TextLink>
      }
      lead={[team, wave, t('waves.submittedAt', { date: instant(profile.submittedAt) })]
        .filter((part) => part !== undefined)
        .join(' · ')}
    >
      <BasisNotice norm={profile.provenance.norm} />
      <ProfileChart profile={profile} words={words} name={name} />
      <MarkedMotives profile={profile} words={words} />
      <ProfileQuality profile={profile} />
      <Origin provenance={profile.provenance} />
    </Page>
  );
}
