import type { AgreementDetail } from '../../api/agreements.js';
import type { EngagementDetail } from '../../api/engagement.js';
import { useMotives } from '../../components/motives.js';
import { Panel } from '../../components/page.js';
import { Tag } from '../../components/tag.js';
import { useMay } from '../../components/use-may.js';
import { useLocale } from '../../i18n/locale.js';
import { dayFromNow } from '../../i18n/today.js';
import { AgreementActions } from './agreement-actions.js';
import styles from './agreement.module.css';

interface AgreementArticleProps {
  readonly agreement: AgreementDetail;
  readonly engagement: EngagementDetail;
}

/** One agreement: from which finding, who does what until when, how it goes, and what comes next. */
export function AgreementArticle({ agreement, engagement }: AgreementArticleProps) {
  const { t, day } = useLocale();
  const mayEdit = useMay('editAgreements', engagement.staff) && !engagement.closed;
  const { text, ownerTeam, ownerPerson, dueOn, reviewOn, acceptedOn } = agreement;
  const facts = [
    [t('agreements.owner'), ownerPerson?.name ?? ownerTeam?.name ?? '–'],
    [t('agreements.dueOn'), day(dueOn)],
    [t('agreements.reviewOn'), day(reviewOn)],
    ...(acceptedOn ? [[t('agreements.acceptedOn'), day(acceptedOn)] as const] : []),
  ] as const;
  return (
    <Panel>
      <article className={styles['agreement']}>
        <FindingLine agreement={agreement} />
        <p className={styles['text']}>{text}</p>
        <dl className={styles['facts']}>
          {facts.map(([word, fact]) => (
            <div key={word}>
              <dt>{word}</dt>
              <dd>{fact}</dd>
            </div>
          ))}
        </dl>
        <Course agreement={agreement} />
        {mayEdit && <AgreementActions agreement={agreement} />}
      </article>
    </Panel>
  );
}

function FindingLine({ agreement }: { readonly agreement: AgreementDetail }) {
  const { t, signed, list } = useLocale();
  const { finding, revision } = agreement;
  const words = useMotives(finding.waveId);
  const teams = list([finding.teamA.name, ...(finding.teamB ? [finding.teamB.name] : [])]);
  return (
    <header className={styles['head']}>
      <h3>{words.label(finding.motive).name}</h3>
      <span>{teams}</span>
      {finding.difference !== null && (
        <span className="tabular">
          {finding.low !== null && finding.high !== null
            ? t('agreements.evidence', {
                difference: signed(finding.difference),
                low: signed(finding.low),
                high: signed(finding.high),
              })
            : t('agreements.evidencePlain', { difference: signed(finding.difference) })}
        </span>
      )}
      {revision > 0 && <span>{t('agreements.revision', { count: revision })}</span>}
      <AgreementStatus agreement={agreement} />
    </header>
  );
}

/** Where an agreement stands, in a word. */
export function AgreementStatus({
  agreement: { status, outcome, reviewOn },
}: {
  readonly agreement: AgreementDetail;
}) {
  const { t } = useLocale();
  if (status === 'AGREED' && reviewOn <= dayFromNow())
    return <Tag kind="caution">{t('agreements.reviewDue')}</Tag>;
  if (status === 'REVIEWED' && outcome)
    return <Tag kind={outcome === 'KEPT' ? 'done' : 'plain'}>{t(`outcome.${outcome}`)}</Tag>;
  return <Tag kind={status === 'AGREED' ? 'plain' : 'quiet'}>{t(`agreementStatus.${status}`)}</Tag>;
}

function Course({ agreement }: { readonly agreement: AgreementDetail }) {
  const { t, day } = useLocale();
  const { checkIns, outcome, reviewNote, reviewedOn } = agreement;
  if (checkIns.length === 0 && !outcome) return null;
  return (
    <ul className={styles['log']} aria-label={t('agreements.course')}>
      {checkIns.map(({ on, state, note }) => (
        <li key={`${on}${note}`}>
          <strong>{t(`checkIn.${state}`)}</strong> <span className="soft">{day(on)}</span>
          <p>{note}</p>
        </li>
      ))}
      {outcome && (
        <li>
          <strong>{t('agreements.reviewed', { outcome: t(`outcome.${outcome}`) })}</strong>{' '}
          <span className="soft">{day(reviewedOn)}</span>
          {reviewNote && <p>{reviewNote}</p>}
        </li>
      )}
    </ul>
  );
}
