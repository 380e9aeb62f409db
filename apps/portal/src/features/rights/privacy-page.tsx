import { NotFound } from '../../components/not-found.js';
import { Page } from '../../components/page.js';
import { useMay } from '../../components/use-may.js';
import { useLocale } from '../../i18n/locale.js';
import { AuditLogSection } from './audit-log.js';
import { ErasuresSection } from './erasures.js';

/** Erasures, and who did what: as much of both as the policy gives to who is signed in. */
export function PrivacyPage() {
  const { t } = useLocale();
  const asks = useMay('requestErasures');
  const reads = useMay('readAuditLog');
  if (!asks && !reads) return <NotFound />;
  return (
    <Page title={t('privacy.title')} lead={t('privacy.lead')}>
      {asks && <ErasuresSection />}
      {reads && <AuditLogSection />}
    </Page>
  );
}
