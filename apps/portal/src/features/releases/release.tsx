import { Button } from '@mantine/core';
import { useState } from 'react';
import { z } from 'zod';
import { useCommand } from '../../api/command.js';
import { WithdrawRelease } from '../../api/generated.js';
import type { ReleaseListed } from '../../api/releases.js';
import { Facts } from '../../components/facts.js';
import { AreaField, useSchemaForm } from '../../components/fields.js';
import { FormDialog } from '../../components/form-dialog.js';
import { Panel } from '../../components/page.js';
import { Tag } from '../../components/tag.js';
import { useLocale } from '../../i18n/locale.js';
import styles from './releases.module.css';

interface ReleaseArticleProps {
  readonly release: ReleaseListed;
  readonly client: string;
}

/** One release: its version, the groups in it, and whether it still stands. */
export function ReleaseArticle({ release, client }: ReleaseArticleProps) {
  const { t, instant, list } = useLocale();
  const { wave, version, publishedAt, withdrawnAt, reason, smallestGroup, teams, contentHash } = release;
  const [asking, setAsking] = useState(false);
  const waves = new Map(release.engagement.waves.nodes.map((known) => [known.id, known.title]));
  const several = new Set(teams.map(({ waveId }) => waveId)).size > 1;
  const wordsOf = ({ team, waveId, n }: ReleaseListed['teams'][number]) =>
    `${team.name} (${several ? `${waves.get(waveId) ?? t('releases.waveGone')}, ` : ''}${t('client.people', { count: n })})`;
  const title = t('releases.title', { wave: wave?.title ?? t('releases.waveGone'), version });
  return (
    <Panel>
      <article className="stack">
        <div className={styles['head']}>
          <div>
            <h2>{title}</h2>
            <span className="soft">{t('releases.publishedAt', { date: instant(publishedAt) })}</span>
          </div>
          <Tag kind={withdrawnAt ? 'quiet' : 'done'}>
            {withdrawnAt ? t('releases.withdrawn') : t('releases.stands')}
          </Tag>
        </div>
        <Facts
          facts={[
            [t('releases.groups'), list(teams.map((group) => wordsOf(group)))],
            [t('smallest.title'), t('smallest.people', { count: smallestGroup })],
            [t('releases.hash'), <code key="hash">{contentHash.replace('sha256:', '').slice(0, 16)}</code>],
            ...(withdrawnAt
              ? [
                  [
                    t('releases.withdrawnAt'),
                    `${instant(withdrawnAt)}${reason ? `: ${reason}` : ''}`,
                  ] as const,
                ]
              : []),
          ]}
        />
        {!withdrawnAt && (
          <div>
            <Button
              variant="default"
              onClick={() => setAsking(true)}
              aria-label={t('releases.withdrawNamed', { title })}
            >
              {t('releases.withdraw')}
            </Button>
          </div>
        )}
        {asking && <WithdrawDialog releaseId={release.id} client={client} onClose={() => setAsking(false)} />}
      </article>
    </Panel>
  );
}

interface WithdrawDialogProps {
  readonly releaseId: string;
  readonly client: string;
  readonly onClose: () => void;
}

function WithdrawDialog({ releaseId, client, onClose }: WithdrawDialogProps) {
  const { t } = useLocale();
  const command = useCommand(WithdrawRelease);
  const form = useSchemaForm(z.object({ reason: z.string().trim().min(1, t('form.needed')) }), {
    reason: '',
  });
  return (
    <FormDialog
      title={t('releases.withdraw')}
      submit={t('releases.withdraw')}
      form={form}
      command={command}
      variables={({ reason }) => ({ input: { releaseId, reason } })}
      onClose={onClose}
    >
      <p>{t('releases.withdrawText', { client })}</p>
      <AreaField form={form} name="reason" label={t('releases.reason')} hint={t('releases.reasonHint')} />
    </FormDialog>
  );
}
