import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { personalityQuery, type Personality } from '../../api/insight.js';
import { useEngagement } from '../../api/use-engagement.js';
import { BasisNotice } from '../../components/basis.js';
import { Choices, latestWave } from '../../components/choices.js';
import { Empty } from '../../components/list.js';
import { useMotives } from '../../components/motives.js';
import { Origin } from '../../components/origin.js';
import { Page } from '../../components/page.js';
import { useLocale } from '../../i18n/locale.js';
import { BlindSpots } from './blind-spots.js';
import { Composition } from './composition.js';
import { FaultlineNote } from './faultline.js';
import { Patterns } from './patterns.js';

const route = getRouteApi('/signed-in/engagements/$engagementId/personality');

/** The team personality: who stands where, what is shared, where members differ, what nobody sees. */
export function PersonalityPage() {
  const { t } = useLocale();
  const { teams, waves } = useEngagement(route.useParams().engagementId);
  const navigate = route.useNavigate();
  const search = route.useSearch();
  const wave = waves.nodes.find(({ id }) => id === search.wave) ?? latestWave(waves.nodes);
  const team = teams.find((entry) => entry.team.id === search.team)?.team ?? teams[0]?.team;
  return (
    <Page title={t('engagement.personality')} lead={t('personality.lead')}>
      {wave && team ? (
        <>
          <Choices
            choices={[
              {
                label: t('choices.team'),
                value: team.id,
                options: teams.map((entry) => ({ value: entry.team.id, label: entry.team.name })),
                onChange: (id) => void navigate({ search: { team: id, wave: wave.id }, replace: true }),
              },
              {
                label: t('choices.wave'),
                value: wave.id,
                options: waves.nodes.map(({ id, title }) => ({ value: id, label: title })),
                onChange: (id) => void navigate({ search: { team: team.id, wave: id }, replace: true }),
              },
            ]}
          />
          <Team key={`${wave.id} ${team.id}`} waveId={wave.id} teamId={team.id} />
        </>
      ) : (
        <Empty title={t('personality.nothing')}>{t('personality.nothingHint')}</Empty>
      )}
    </Page>
  );
}

function Team({ waveId, teamId }: { readonly waveId: string; readonly teamId: string }) {
  const { t } = useLocale();
  const { data: personality } = useSuspenseQuery(personalityQuery(waveId, teamId));
  if (!personality) return <Empty title={t('personality.tooFew')}>{t('personality.tooFewHint')}</Empty>;
  return <Shown personality={personality} />;
}

function Shown({ personality }: { readonly personality: Personality }) {
  const { engagementId } = route.useParams();
  const words = useMotives(personality.waveId);
  const props = { engagementId, personality, words };
  return (
    <>
      <BasisNotice norm={personality.provenance.norm} />
      <Composition {...props} />
      <Patterns {...props} />
      <BlindSpots {...props} />
      <FaultlineNote {...props} />
      <Origin provenance={personality.provenance} />
    </>
  );
}
