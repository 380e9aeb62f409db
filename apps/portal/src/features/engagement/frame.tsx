import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link, Outlet, useLocation } from '@tanstack/react-router';
import { Suspense, useEffect, useId, useRef, type ReactNode } from 'react';
import { engagementQuery, type EngagementDetail } from '../../api/engagement.js';
import { TextLink } from '../../components/links.js';
import { NotFound } from '../../components/not-found.js';
import { Pending } from '../../components/pending.js';
import { Tag } from '../../components/tag.js';
import { useLocale } from '../../i18n/locale.js';
import { useMay } from '../../components/use-may.js';
import styles from './frame.module.css';
import { Onward } from './onward.js';

const route = getRouteApi('/signed-in/engagements/$engagementId');

/** An engagement: where one is, and the way through it in the order of the method. */
export function EngagementFrame() {
  const { t } = useLocale();
  const { engagementId } = route.useParams();
  const { data } = useSuspenseQuery(engagementQuery(engagementId));
  if (!data) return <NotFound />;
  const { title, invented, closed, clientOrganisation } = data;
  return (
    <>
      <div className={styles['crumbs']}>
        <TextLink to="/clients/$clientId" params={{ clientId: clientOrganisation.id }}>
          {clientOrganisation.name}
        </TextLink>
        <span aria-hidden="true">/</span>
        <span>{title}</span>
        {invented && <Tag kind="caution">{t('engagement.invented')}</Tag>}
        {closed && <Tag kind="quiet">{t('engagement.closed')}</Tag>}
      </div>
      <div className={styles['frame']}>
        <EngagementNav engagementId={engagementId} staff={data.staff} />
        <div className={styles['content']}>
          <Suspense fallback={<Pending />}>
            <Outlet />
            <Onward engagement={data} />
          </Suspense>
        </div>
      </div>
    </>
  );
}

interface EngagementNavProps {
  readonly engagementId: string;
  readonly staff: EngagementDetail['staff'];
}

function EngagementNav({ engagementId, staff }: EngagementNavProps) {
  const { t } = useLocale();
  const nav = useActiveInView();
  const seesPersons = useMay('seePersons', staff);
  const publishes = useMay('publishReports', staff);
  const params = { engagementId };
  return (
    <nav ref={nav} className={styles['side']} aria-label={t('engagement.nav')}>
      <Group title={t('engagement.steps.set')}>
        <Link to="/engagements/$engagementId" params={params} activeOptions={{ exact: true }}>
          {t('engagement.overview')}
        </Link>
        <Link to="/engagements/$engagementId/teams" params={params}>
          {t('engagement.teams')}
        </Link>
        <Link to="/engagements/$engagementId/waves" params={params}>
          {t('engagement.waves')}
        </Link>
      </Group>
      <Group title={t('engagement.steps.profiles')}>
        {seesPersons && (
          <Link to="/engagements/$engagementId/profiles" params={params}>
            {t('engagement.profiles')}
          </Link>
        )}
        <Link to="/engagements/$engagementId/personality" params={params}>
          {t('engagement.personality')}
        </Link>
      </Group>
      <Group title={t('engagement.steps.contrast')}>
        <Link to="/engagements/$engagementId/comparison" params={params}>
          {t('engagement.comparison')}
        </Link>
        <Link to="/engagements/$engagementId/change" params={params}>
          {t('engagement.change')}
        </Link>
      </Group>
      {(seesPersons || publishes) && (
        <Group title={t('engagement.steps.agree')}>
          {seesPersons && (
            <>
              <Link to="/engagements/$engagementId/agreements" params={params}>
                {t('engagement.agreements')}
              </Link>
              <Link to="/engagements/$engagementId/reports" params={params}>
                {t('engagement.reports')}
              </Link>
            </>
          )}
          {publishes && (
            <Link to="/engagements/$engagementId/releases" params={params}>
              {t('engagement.releases')}
            </Link>
          )}
        </Group>
      )}
    </nav>
  );
}

function Group({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const id = useId();
  return (
    <div className={styles['group']} role="group" aria-labelledby={id}>
      <span id={id} className={styles['step']}>
        {title}
      </span>
      {children}
    </div>
  );
}

/** On a phone the way is a strip: the current station is scrolled into it. */
function useActiveInView() {
  const nav = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  useEffect(() => {
    const strip = nav.current;
    const active = strip?.querySelector<HTMLElement>('[data-status="active"]');
    if (strip && active && strip.scrollWidth > strip.clientWidth)
      strip.scrollLeft = active.offsetLeft - strip.clientWidth / 2 + active.offsetWidth / 2;
  }, [pathname]);
  return nav;
}
