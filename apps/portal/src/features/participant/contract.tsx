import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useCommand } from '../../api/command.js';
import { AgreeToParticipate } from '../../api/generated.js';
import type { OwnAssessment } from '../../api/my-assessments.js';
import { CommandProblem, Notice } from '../../components/notice.js';
import { Page, Panel } from '../../components/page.js';
import { useLocale } from '../../i18n/locale.js';
import styles from './contract.module.css';

const SECONDS_PER_STATEMENT = 8;

/** Minutes it usually takes, in steps of five. */
const minutesFor = (statements: number) =>
  Math.max(5, 5 * Math.ceil((statements * SECONDS_PER_STATEMENT) / 300));

/** The visibility contract: before the first answer, and without pressure. */
export function Contract({ assessment }: { readonly assessment: OwnAssessment }) {
  const { t, lang, text, number } = useLocale();
  const agree = useCommand(AgreeToParticipate);
  const [declined, setDeclined] = useState(false);
  const { id, notice, waveTitle, firmName, clientOrganisationName, instrument, invented } = assessment;
  const count = instrument.items.length;
  return (
    <Page
      narrow
      title={waveTitle}
      eyebrow={[firmName, clientOrganisationName, ...(invented ? [t('engagement.invented')] : [])].join(
        ' · ',
      )}
      lead={t('participant.noticeLead')}
    >
      <Notice>{t('participant.effort', { count: number(count), minutes: number(minutesFor(count)) })}</Notice>
      <Panel>
        <div className={styles['sections']}>
          {notice.sections.map((section) => (
            <section key={section.id}>
              <h2>{text(section.title)}</h2>
              <p>{text(section.text)}</p>
            </section>
          ))}
        </div>
      </Panel>
      <CommandProblem command={agree} />
      {declined && <Notice live>{t('participant.declined')}</Notice>}
      <Group>
        <Button
          loading={agree.pending}
          onClick={() =>
            void agree.run({
              input: {
                assessmentId: id,
                noticeVersion: notice.version,
                noticeHash: notice.hash,
                locale: lang,
              },
            })
          }
        >
          {t('participant.accept')}
        </Button>
        <Button variant="default" onClick={() => setDeclined(true)}>
          {t('participant.decline')}
        </Button>
      </Group>
    </Page>
  );
}
