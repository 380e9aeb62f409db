import { useLocation } from '@tanstack/react-router';
import type { EngagementDetail } from '../../api/engagement.js';
import { RowLink } from '../../components/list.js';
import { Icon } from '../../components/icon.js';
import { useMay } from '../../components/use-may.js';
import { useLocale } from '../../i18n/locale.js';
import styles from './onward.module.css';
import { stationAfter } from './station-after.js';

/** At the end of each page: where the method goes on, and what for. */
export function Onward({ engagement }: { readonly engagement: EngagementDetail }) {
  const { t } = useLocale();
  const { pathname } = useLocation();
  const seesPersons = useMay('seePersons', engagement.staff);
  const [, , , station = ''] = pathname.split('/');
  const next = stationAfter(station, seesPersons);
  if (!next || pathname.endsWith('/agreements/new')) return null;
  return (
    <nav className={styles['onward']} aria-label={t('onward.label')}>
      <div>
        <span className={styles['label']}>{t('onward.label')}</span>
        <RowLink to={`/engagements/$engagementId/${next}`} params={{ engagementId: engagement.id }}>
          {t(`engagement.${next}`)}
        </RowLink>
        <p className="soft">{t(`onward.${next}`)}</p>
      </div>
      <Icon name="next" />
    </nav>
  );
}
