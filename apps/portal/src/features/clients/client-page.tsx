import { Button } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { clientQuery, useClientTeams } from '../../api/clients.js';
import { TextLink } from '../../components/links.js';
import { Empty, List, Row } from '../../components/list.js';
import { LoadMore } from '../../components/load-more.js';
import { NotFound } from '../../components/not-found.js';
import { Page, Section } from '../../components/page.js';
import { useFunctionName } from '../../components/use-function.js';
import { useMay } from '../../components/use-may.js';
import { useLocale } from '../../i18n/locale.js';
import { EngagementList } from './engagement-list.js';
import { OpenEngagementDialog } from './open-engagement.js';

const route = getRouteApi('/signed-in/clients/$clientId');

/** One client organisation: its engagements and teams. */
export function ClientPage() {
  const { t } = useLocale();
  const { clientId } = route.useParams();
  const { data: client } = useSuspenseQuery(clientQuery(clientId));
  const [opening, setOpening] = useState(false);
  const mayOpen = useMay('openEngagements');
  if (!client) return <NotFound />;
  return (
    <Page
      title={client.name}
      eyebrow={<TextLink to="/clients">{t('clients.title')}</TextLink>}
      actions={mayOpen && <Button onClick={() => setOpening(true)}>{t('engagements.open')}</Button>}
    >
      <Section title={t('engagements.title')} lead={mayOpen ? undefined : t('engagements.whoOpens')}>
        <EngagementList clientId={clientId} />
      </Section>
      <Section title={t('clients.teamsTitle')}>
        <Teams clientId={clientId} />
      </Section>
      {opening && <OpenEngagementDialog clientId={clientId} onClose={() => setOpening(false)} />}
    </Page>
  );
}

function Teams({ clientId }: { readonly clientId: string }) {
  const { t } = useLocale();
  const functionName = useFunctionName();
  const { nodes, total, more, loading, loadMore } = useClientTeams(clientId);
  if (nodes.length === 0) return <Empty title={t('clients.noTeams')}>{t('clients.noTeamsHint')}</Empty>;
  return (
    <>
      <List label={t('clients.teamsTitle')}>
        {nodes.map((team) => (
          <Row
            key={team.id}
            title={team.name}
            meta={functionName(team.function) !== team.name && <span>{functionName(team.function)}</span>}
          />
        ))}
      </List>
      <LoadMore shown={nodes.length} total={total} more={more} loading={loading} onMore={loadMore} />
    </>
  );
}
