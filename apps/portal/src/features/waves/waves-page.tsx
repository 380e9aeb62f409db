import { Button } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import type { WaveHead } from '../../api/engagement.js';
import { useEngagement } from '../../api/use-engagement.js';
import { Empty, List, Row, RowLink } from '../../components/list.js';
import { Notice } from '../../components/notice.js';
import { Page } from '../../components/page.js';
import { Tag } from '../../components/tag.js';
import { useMay } from '../../components/use-may.js';
import { useLocale } from '../../i18n/locale.js';
import { OpenWaveDialog } from './open-wave.js';

const route = getRouteApi('/signed-in/engagements/$engagementId/waves');

/** The measurement occasions of an engagement, the newest first. */
export function WavesPage() {
  const { t } = useLocale();
  const engagement = useEngagement(route.useParams().engagementId);
  const mayOpen = useMay('manageStructure', engagement.staff) && !engagement.closed;
  const [opening, setOpening] = useState(false);
  const waves = [...engagement.waves.nodes].reverse();
  return (
    <Page
      title={t('engagement.waves')}
      lead={t('waves.lead')}
      actions={
        mayOpen && (
          <Button disabled={!engagement.legalGround} onClick={() => setOpening(true)}>
            {t('waves.open')}
          </Button>
        )
      }
    >
      {!engagement.legalGround && (
        <Notice kind="caution" title={t('next.ground.title')}>
          {t('ground.missing')}
        </Notice>
      )}
      {waves.length === 0 ? (
        <Empty title={t('waves.none')}>{t('waves.noneHint')}</Empty>
      ) : (
        <List label={t('engagement.waves')}>
          {waves.map((wave) => (
            <WaveRow key={wave.id} engagementId={engagement.id} wave={wave} />
          ))}
        </List>
      )}
      {opening && <OpenWaveDialog engagement={engagement} onClose={() => setOpening(false)} />}
    </Page>
  );
}

function WaveRow({ engagementId, wave }: { readonly engagementId: string; readonly wave: WaveHead }) {
  const { t, day, text } = useLocale();
  const { invited, submitted } = wave.progress;
  return (
    <Row
      opens
      title={
        <RowLink to="/engagements/$engagementId/waves/$waveId" params={{ engagementId, waveId: wave.id }}>
          {wave.title}
        </RowLink>
      }
      meta={
        <>
          <span>{t('waves.span', { from: day(wave.opensOn), to: day(wave.closesOn) })}</span>
          <span>{text(wave.instrument.title)}</span>
          <span className="tabular">{t('waves.submittedOf', { submitted, count: invited })}</span>
        </>
      }
      end={
        wave.closed ? (
          <Tag kind="quiet">{t('waves.closed')}</Tag>
        ) : (
          <Tag kind="done">{t('waves.running')}</Tag>
        )
      }
    />
  );
}
