import { getRouteApi } from '@tanstack/react-router';
import { useEngagement } from '../../api/use-engagement.js';
import { useParticipants } from '../../api/waves.js';
import { Choices, latestWave } from '../../components/choices.js';
import { Empty, List, Row, RowLink } from '../../components/list.js';
import { LoadMore } from '../../components/load-more.js';
import { Page } from '../../components/page.js';
import { Tag } from '../../components/tag.js';
import { useMay } from '../../components/use-may.js';
import { useLocale } from '../../i18n/locale.js';

const route = getRouteApi('/signed-in/engagements/$engagementId/profiles');

/** Whose profile may be opened: each person decides. */
export function ProfilesPage() {
  const { t } = useLocale();
  const { waves, staff } = useEngagement(route.useParams().engagementId);
  const seesPersons = useMay('seePersons', staff);
  const navigate = route.useNavigate();
  const search = route.useSearch();
  const wave = waves.nodes.find(({ id }) => id === search.wave) ?? latestWave(waves.nodes);
  return (
    <Page title={t('engagement.profiles')} lead={t('profiles.lead')}>
      {!seesPersons ? (
        <Empty title={t('notYours.title')}>{t('notYours.profiles')}</Empty>
      ) : wave ? (
        <>
          {waves.nodes.length > 1 && (
            <Choices
              choices={[
                {
                  label: t('choices.wave'),
                  value: wave.id,
                  options: waves.nodes.map(({ id, title }) => ({ value: id, label: title })),
                  onChange: (id) => void navigate({ search: { wave: id }, replace: true }),
                },
              ]}
            />
          )}
          <Profiles waveId={wave.id} />
        </>
      ) : (
        <Empty title={t('waves.none')}>{t('waves.noneHint')}</Empty>
      )}
    </Page>
  );
}

function Profiles({ waveId }: { readonly waveId: string }) {
  const { t } = useLocale();
  const { engagementId } = route.useParams();
  const { nodes, total, more, loading, loadMore } = useParticipants(waveId, null);
  const submitted = nodes.filter(({ status }) => status === 'SUBMITTED');
  if (submitted.length === 0 && !more)
    return <Empty title={t('profiles.none')}>{t('profiles.noneHint')}</Empty>;
  const released = submitted.filter(({ profileReleased }) => profileReleased);
  const ordered = [...released, ...submitted.filter(({ profileReleased }) => !profileReleased)];
  return (
    <>
      <List label={t('engagement.profiles')}>
        {ordered.map(({ assessmentId, person, team, profileReleased }) => (
          <Row
            key={assessmentId}
            opens={profileReleased}
            title={
              profileReleased ? (
                <RowLink
                  to="/engagements/$engagementId/profiles/$assessmentId"
                  params={{ engagementId, assessmentId }}
                >
                  {person.name}
                </RowLink>
              ) : (
                person.name
              )
            }
            meta={<span>{team.name}</span>}
            end={!profileReleased && <Tag kind="quiet">{t('profiles.notReleased')}</Tag>}
          />
        ))}
      </List>
      <LoadMore shown={nodes.length} total={total} more={more} loading={loading} onMore={loadMore} />
    </>
  );
}
