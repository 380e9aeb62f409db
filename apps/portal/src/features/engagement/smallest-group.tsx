import { Button } from '@mantine/core';
import { useState } from 'react';
import { z } from 'zod';
import { useCommand } from '../../api/command.js';
import { RaiseSmallestGroup } from '../../api/generated.js';
import { CountField, useSchemaForm } from '../../components/fields.js';
import { FormDialog } from '../../components/form-dialog.js';
import { Panel } from '../../components/page.js';
import { useMay } from '../../components/use-may.js';
import { useLocale } from '../../i18n/locale.js';

const HIGHEST = 50;

interface SmallestGroup {
  readonly id: string;
  readonly smallestGroup: number;
}

/** From how many people on figures of a group are shown; whoever may, raises it. */
export function SmallestGroupPanel({ engagement }: { readonly engagement: SmallestGroup }) {
  const { t } = useLocale();
  const mayRaise = useMay('raiseSmallestGroup');
  const [raising, setRaising] = useState(false);
  return (
    <Panel>
      <div className="stack">
        <h3>{t('smallest.title')}</h3>
        <p>
          <strong>{t('smallest.people', { count: engagement.smallestGroup })}</strong>
        </p>
        <p className="soft">{t('smallest.meaning')}</p>
        {mayRaise && (
          <div>
            <Button variant="default" onClick={() => setRaising(true)}>
              {t('smallest.raise')}
            </Button>
          </div>
        )}
      </div>
      {raising && <RaiseDialog engagement={engagement} onClose={() => setRaising(false)} />}
    </Panel>
  );
}

interface RaiseDialogProps {
  readonly engagement: SmallestGroup;
  readonly onClose: () => void;
}

function RaiseDialog({ engagement: { id, smallestGroup }, onClose }: RaiseDialogProps) {
  const { t } = useLocale();
  const command = useCommand(RaiseSmallestGroup);
  const form = useSchemaForm(
    z.object({
      smallestGroup: z.coerce
        .number<number>(t('form.needed'))
        .int(t('form.needed'))
        .min(smallestGroup + 1, t('smallest.onlyHigher', { count: smallestGroup })),
    }),
    { smallestGroup: smallestGroup + 1 },
  );
  return (
    <FormDialog
      title={t('smallest.raise')}
      submit={t('smallest.raiseSubmit')}
      form={form}
      command={command}
      variables={(values) => ({
        input: { engagementId: id, smallestGroup: Number(values.smallestGroup) },
      })}
      onClose={onClose}
    >
      <p>{t('smallest.consequence')}</p>
      <p className="soft">{t('smallest.forGood')}</p>
      <CountField
        form={form}
        name="smallestGroup"
        label={t('smallest.field')}
        hint={t('smallest.now', { count: smallestGroup })}
        min={smallestGroup + 1}
        max={HIGHEST}
      />
    </FormDialog>
  );
}
