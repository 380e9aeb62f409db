import { useAgreements, type AgreementDetail } from '../../api/agreements.js';
import { List, Row, RowLink } from '../../components/list.js';
import { useMotives } from '../../components/motives.js';
import { Section } from '../../components/page.js';
import { useLocale } from '../../i18n/locale.js';
import { AgreementStatus } from './agreement.js';

const SHOWN = 3;

/** Proposed or agreed, and not reviewed yet. */
export const isOpen = ({ status }: Pick<AgreementDetail, 'status'>): boolean =>
  status === 'PROPOSED' || status === 'AGREED';

/** The agreements that wait for someone, the next review first. */
export function OpenAgreements({ engagementId }: { readonly engagementId: string }) {
  const { t } = useLocale();
  const { nodes } = useAgreements(engagementId);
  const open = nodes.filter(isOpen).slice(0, SHOWN);
  if (open.length === 0) return null;
  return (
    <Section title={t('agreements.openOnes')}>
      <List label={t('agreements.openOnes')}>
        {open.map((agreement) => (
          <OpenRow key={agreement.id} engagementId={engagementId} agreement={agreement} />
        ))}
      </List>
    </Section>
  );
}

interface OpenRowProps {
  readonly engagementId: string;
  readonly agreement: AgreementDetail;
}

function OpenRow({ engagementId, agreement }: OpenRowProps) {
  const { t, day } = useLocale();
  const words = useMotives(agreement.finding.waveId);
  return (
    <Row
      opens
      title={
        <RowLink to="/engagements/$engagementId/agreements" params={{ engagementId }}>
          {words.label(agreement.finding.motive).name}
        </RowLink>
      }
      meta={
        <>
          <span>{agreement.text}</span>
          <span>{t('agreements.reviewAt', { date: day(agreement.reviewOn) })}</span>
        </>
      }
      end={<AgreementStatus agreement={agreement} />}
    />
  );
}
