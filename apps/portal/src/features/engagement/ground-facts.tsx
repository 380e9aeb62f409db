import type { EngagementDetail } from '../../api/engagement.js';
import { Facts } from '../../components/facts.js';
import { useLocale } from '../../i18n/locale.js';

/** Legal basis, works council and retention as they are on record. */
export function GroundFacts({ ground }: { readonly ground: EngagementDetail['legalGround'] }) {
  const { t } = useLocale();
  if (!ground) return <p className="soft">{t('ground.missing')}</p>;
  const { controller, legalBasis, worksCouncil, worksCouncilNote, retentionMonths } = ground;
  const council = t(`ground.councils.${worksCouncil}`);
  return (
    <Facts
      facts={[
        ...(controller ? [[t('ground.controller'), t(`ground.controllers.${controller}`)] as const] : []),
        [t('ground.basis'), legalBasis],
        [t('ground.council'), worksCouncilNote ? `${council}: ${worksCouncilNote}` : council],
        [t('ground.retention'), t('ground.months', { count: retentionMonths })],
      ]}
    />
  );
}
