import { Button, Group, Radio, Stack } from '@mantine/core';
import { useState } from 'react';
import { isRecorded, useCommand } from '../../api/command.js';
import { AgreeToParticipate, ExcludeFromAggregates, IncludeInAggregates } from '../../api/generated.js';
import type { OwnAssessment } from '../../api/my-assessments.js';
import { CommandProblem, Notice } from '../../components/notice.js';
import { Page, Panel } from '../../components/page.js';
import { useLocale } from '../../i18n/locale.js';
import styles from './contract.module.css';
import { WhoSeesWhat } from './who-sees-what.js';

const SECONDS_PER_STATEMENT = 8;

/** Minutes it usually takes, in steps of five. */
const minutesFor = (statements: number) =>
  Math.max(5, 5 * Math.ceil((statements * SECONDS_PER_STATEMENT) / 300));

/** The visibility contract: before the first answer, and without pressure. */
export function Contract({ assessment }: { readonly assessment: OwnAssessment }) {
  const { t, lang, text, number } = useLocale();
  const agree = useCommand(AgreeToParticipate);
  const include = useCommand(IncludeInAggregates);
  const exclude = useCommand(ExcludeFromAggregates);
  const [declined, setDeclined] = useState(false);
  const [counts, setCounts] = useState('');
  const [missing, setMissing] = useState(false);
  const { id, notice, waveTitle, firmName, clientOrganisationName, instrument, invented } = assessment;
  const count = instrument.items.length;
  const shown = { assessmentId: id, noticeVersion: notice.version, noticeHash: notice.hash };
  /** First whether the values count in figures of groups, then taking part: a choice that fails stops both. */
  const accept = async () => {
    if (counts === '') return setMissing(true);
    const chosen =
      counts === 'in' ? await include.run({ input: shown }) : await exclude.run({ assessmentId: id });
    if (chosen && isRecorded(chosen)) await agree.run({ input: { ...shown, locale: lang } });
  };
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
      <WhoSeesWhat assessment={assessment} />
      <Panel>
        <div className={styles['sections']}>
          {notice.sections.map((section) => (
            <section key={section.id}>
              <h2>{text(section.title)}</h2>
              <p>{text(section.text)}</p>
            </section>
          ))}
        </div>
        <p className="soft">{t('participant.words', { version: notice.version })}</p>
      </Panel>
      <Radio.Group
        label={t('participant.figuresAsk')}
        description={t('participant.figuresHint')}
        error={missing && counts === '' ? t('form.choose') : null}
        value={counts}
        onChange={setCounts}
      >
        <Stack gap="sm" mt="sm">
          <Radio value="in" label={t('participant.figuresIn')} />
          <Radio value="out" label={t('participant.figuresOut')} />
        </Stack>
      </Radio.Group>
      <CommandProblem command={include} />
      <CommandProblem command={exclude} />
      <CommandProblem command={agree} />
      {declined && <Notice live>{t('participant.declined')}</Notice>}
      <Group>
        <Button loading={include.pending || exclude.pending || agree.pending} onClick={() => void accept()}>
          {t('participant.accept')}
        </Button>
        <Button variant="default" onClick={() => setDeclined(true)}>
          {t('participant.decline')}
        </Button>
      </Group>
    </Page>
  );
}
