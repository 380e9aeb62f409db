import { ButtonLink } from '../../components/links.js';
import { useMay } from '../../components/use-may.js';
import { useLocale } from '../../i18n/locale.js';
import type { PersonalityPart } from './composition.js';

interface ProposeLinkProps {
  readonly part: PersonalityPart;
  readonly kind: 'TEAM_PATTERN' | 'BLIND_SPOT';
  readonly motive: string;
  /** Name of the motive, so that each link says what it is about. */
  readonly label: string;
}

/** From a finding to an agreement. */
export function ProposeLink({ part, kind, motive, label }: ProposeLinkProps) {
  const { t } = useLocale();
  if (!useMay('editAgreements')) return null;
  return (
    <ButtonLink
      variant="subtle"
      color="ink"
      px="xs"
      ml="-0.6rem"
      to="/engagements/$engagementId/agreements/new"
      params={{ engagementId: part.engagementId }}
      search={{ kind, motive, wave: part.personality.waveId, a: part.personality.team.id }}
      aria-label={`${t('agreements.propose')}: ${label}`}
    >
      {t('agreements.propose')}
    </ButtonLink>
  );
}
