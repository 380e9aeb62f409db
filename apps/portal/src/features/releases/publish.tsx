import { Checkbox } from '@mantine/core';
import { useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import { z } from 'zod';
import { useCommand, type Refusal } from '../../api/command.js';
import type { EngagementDetail } from '../../api/engagement.js';
import { PublishRelease } from '../../api/generated.js';
import { personalityQuery } from '../../api/insight.js';
import { latestWave } from '../../components/choices.js';
import { ChoiceField, useSchemaForm } from '../../components/fields.js';
import { FormDialog } from '../../components/form-dialog.js';
import { Notice } from '../../components/notice.js';
import { useLocale } from '../../i18n/locale.js';
import styles from './releases.module.css';

/** From this many people on, counts per band are shown as well. */
const DISTRIBUTION_FROM = 10;

interface PublishDialogProps {
  readonly engagement: EngagementDetail;
  readonly onClose: () => void;
}

interface Publication extends Record<string, unknown> {
  waveId: string;
  teamIds: string[];
}

/** Which teams of which wave are frozen for the client, what that will hold, and why the server may say no. */
export function PublishDialog({ engagement, onClose }: PublishDialogProps) {
  const { t } = useLocale();
  const command = useCommand(PublishRelease);
  const first: Publication = {
    waveId: latestWave(engagement.waves.nodes)?.id ?? '',
    teamIds: engagement.teams.map(({ team }) => team.id),
  };
  const form = useSchemaForm<Publication>(
    z.object({ waveId: z.string(), teamIds: z.array(z.string()).min(1, t('releases.chooseTeam')) }),
    first,
  );
  const [chosen, setChosen] = useState(first);
  const teams = form.getInputProps('teamIds') as { onChange: (ids: string[]) => void };
  return (
    <FormDialog
      title={t('releases.publish')}
      submit={t('releases.publishSubmit')}
      form={form}
      command={command}
      variables={({ waveId, teamIds }) => ({ input: { engagementId: engagement.id, waveId, teamIds } })}
      onClose={onClose}
    >
      <WhatToDo refusal={command.refusal} engagement={engagement} />
      <p className="soft">{t('releases.publishText', { client: engagement.clientOrganisation.name })}</p>
      <ChoiceField
        form={form}
        name="waveId"
        label={t('choices.wave')}
        choices={engagement.waves.nodes.map(({ id, title }) => ({ value: id, label: title }))}
        onChoose={(waveId) => setChosen((before) => ({ ...before, waveId }))}
      />
      <Checkbox.Group
        label={t('engagement.teams')}
        key={form.key('teamIds')}
        {...teams}
        onChange={(teamIds) => {
          teams.onChange(teamIds);
          setChosen((before) => ({ ...before, teamIds }));
        }}
      >
        <div className="stack">
          {engagement.teams.map(({ team }) => (
            <Checkbox key={team.id} value={team.id} label={team.name} />
          ))}
        </div>
      </Checkbox.Group>
      <Preview engagement={engagement} {...chosen} />
    </FormDialog>
  );
}

interface PreviewProps extends Publication {
  readonly engagement: EngagementDetail;
}

/** What the client will have, team by team; what is too small stays out. */
function Preview({ engagement, waveId, teamIds }: PreviewProps) {
  const { t } = useLocale();
  const needed = engagement.smallestGroup;
  const chosen = engagement.teams.filter(({ team }) => teamIds.includes(team.id));
  const found = useQueries({ queries: chosen.map(({ team }) => personalityQuery(waveId, team.id)) });
  if (chosen.length === 0) return null;
  const counts = found.map(({ data }) => data?.n ?? 0);
  const words = (n: number) => {
    if (n < needed) return t('releases.preview.leftOut', { needed });
    return t(n < DISTRIBUTION_FROM ? 'releases.preview.means' : 'releases.preview.whole', { count: n });
  };
  return (
    <Notice title={t('releases.preview.title')}>
      <ul className={styles['preview']} aria-live="polite">
        {chosen.map(({ team }, at) => (
          <li key={team.id}>
            <strong>{team.name}</strong>
            {found[at]?.isPending ? t('pending') : words(counts[at] ?? 0)}
          </li>
        ))}
        {counts.filter((n) => n >= needed).length > 1 && <li>{t('releases.preview.comparison')}</li>}
        <li>{t('releases.preview.never')}</li>
      </ul>
    </Notice>
  );
}

/** The refusal of the audit names the groups; here is what can be done about each. */
function WhatToDo({
  refusal,
  engagement,
}: {
  readonly refusal: Refusal | null;
  readonly engagement: EngagementDetail;
}) {
  const { t, list } = useLocale();
  const cells = refusal?.cells ?? [];
  if (!refusal || cells.length === 0) return null;
  const names = engagement.teams.filter(({ team }) => cells.includes(team.id)).map(({ team }) => team.name);
  const kind = refusal.__typename === 'GroupTooSmall' ? 'tooSmall' : 'identifies';
  return (
    <Notice title={t(`releases.${kind}.title`)}>
      <p>{t(`releases.${kind}.text`)}</p>
      {names.length > 0 && <p>{t('releases.concerned', { teams: list(names) })}</p>}
    </Notice>
  );
}
