import { Button } from '@mantine/core';
import { useState } from 'react';
import { useCommand } from '../../api/command.js';
import type { WaveHead } from '../../api/engagement.js';
import { CloseWave, SendInvitations } from '../../api/generated.js';
import { Confirm } from '../../components/confirm.js';
import { useMay } from '../../components/use-may.js';
import { toast } from '../../components/toast.js';
import { useLocale } from '../../i18n/locale.js';
import { ImportDialog } from './import-dialog.js';

interface WaveActionsProps {
  readonly engagementId: string;
  readonly wave: WaveHead;
}

/** Invitations by mail, participants from a file, and the end of the wave. */
export function WaveActions({ engagementId, wave }: WaveActionsProps) {
  const { t } = useLocale();
  const [open, setOpen] = useState<'send' | 'import' | 'close' | null>(null);
  const send = useCommand(SendInvitations);
  const close = useCommand(CloseWave);
  const may = useMay('manageStructure');
  const done = () => setOpen(null);
  if (wave.closed || !may) return null;
  const waiting = wave.progress.notStarted + wave.progress.inProgress;
  return (
    <>
      {waiting > 0 && <Button onClick={() => setOpen('send')}>{t('waves.send')}</Button>}
      <Button variant="default" onClick={() => setOpen('import')}>
        {t('import.title')}
      </Button>
      <Button variant="default" onClick={() => setOpen('close')}>
        {t('waves.close')}
      </Button>
      {open === 'send' && (
        <Confirm
          title={t('waves.send')}
          text={t('waves.sendText', { count: waiting })}
          submit={t('waves.sendSubmit')}
          command={send}
          variables={{ waveId: wave.id }}
          onClose={done}
          onRecorded={() => void toast(t('waves.sent'))}
        />
      )}
      {open === 'close' && (
        <Confirm
          title={t('waves.close')}
          text={t('waves.closeText')}
          submit={t('waves.close')}
          command={close}
          variables={{ waveId: wave.id }}
          onClose={done}
        />
      )}
      {open === 'import' && <ImportDialog engagementId={engagementId} waveId={wave.id} onClose={done} />}
    </>
  );
}
