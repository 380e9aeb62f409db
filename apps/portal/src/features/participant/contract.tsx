import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useCommand } from '../../api/command.js';
import { AgreeToParticipate } from '../../api/generated.js';
import type { OwnAssessment } from '../../api/my-assessments.js';
import { CommandProblem, Notice } from '../../components/notice.js';
import { Page, Panel } from '../../components/page.js';
import { useLocale } from '../../i18n/locale.js';

/** The visibility contract: before the first answer, and without pressure. */
export function Contract({ assessment }: { readonly assessment: OwnAssessment }) {
  const { t, lang, text } = useLocale();
  const agree = useCommand(AgreeToParticipate);
  const [declined, setDeclined] = useState(false);
  const { id, notice, waveTitle, firmName, clientOrganisationName } = assessment;
  return (
    <Page
      title={waveTitle}
      eyebrow={`${firmName} · ${clientOrganisationName}`}
      lead={t('participant.noticeLead')}
    >
      <Panel>
        <div className="stack">
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
