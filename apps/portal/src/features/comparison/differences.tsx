import type { Comparison, MotiveComparison } from '../../api/insight.js';
import { inOrder, type MotiveWords } from '../../components/motives.js';
import { Empty } from '../../components/list.js';
import { Section } from '../../components/page.js';
import { useLocale } from '../../i18n/locale.js';
import { Difference } from './difference.js';

interface DifferencesProps {
  readonly engagementId: string;
  readonly comparison: Comparison;
  readonly words: MotiveWords;
}

/** Marked differences, the widest first. */
export const markedFirst = <M extends Pick<MotiveComparison, 'finding' | 'difference'>>(
  motives: readonly M[],
): readonly M[] =>
  motives
    .filter(({ finding }) => finding === 'MARKED_DIFFERENCE')
    .sort((a, b) => Math.abs(b.difference ?? 0) - Math.abs(a.difference ?? 0));

/** What differs clearly, with how it helps and where it rubs; then the common ground. */
export function Differences({ engagementId, comparison, words }: DifferencesProps) {
  const { t, list } = useLocale();
  const marked = markedFirst(comparison.motives);
  const common = inOrder(words.labels, comparison.motives).filter(
    ({ entry }) => entry.finding === 'NO_RELIABLE_DIFFERENCE',
  );
  return (
    <>
      <Section title={t('comparison.marked')} lead={t('comparison.markedLead')}>
        {marked.length === 0 ? (
          <Empty title={t('comparison.noneMarked')}>{t('comparison.noneMarkedHint')}</Empty>
        ) : (
          <div className="stack">
            {marked.map((entry, index) => (
              <Difference
                key={entry.motive}
                engagementId={engagementId}
                comparison={comparison}
                entry={entry}
                label={words.label(entry.motive)}
                texts={words.texts(entry.motive)}
                open={index === 0}
              />
            ))}
          </div>
        )}
      </Section>
      {common.length > 0 && (
        <Section title={t('comparison.common')}>
          <p>{t('comparison.commonText', { motives: list(common.map(({ motive }) => motive.name)) })}</p>
        </Section>
      )}
    </>
  );
}
