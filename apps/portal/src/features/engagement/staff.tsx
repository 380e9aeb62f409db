import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { z } from 'zod';
import { useCommand } from '../../api/command.js';
import type { EngagementDetail } from '../../api/engagement.js';
import { AssignStaff, type StaffFunction } from '../../api/generated.js';
import { usersQuery } from '../../api/users.js';
import { ChoiceField, useSchemaForm } from '../../components/fields.js';
import { FormDialog } from '../../components/form-dialog.js';
import { Panel } from '../../components/page.js';
import { useMay } from '../../components/use-may.js';
import { useLocale } from '../../i18n/locale.js';

/** Who accompanies the engagement; a firm administrator assigns. */
export function StaffPanel({ engagement }: { readonly engagement: EngagementDetail }) {
  const { t } = useLocale();
  const mayAssign = useMay('assignStaff') && !engagement.closed;
  const [assigning, setAssigning] = useState(false);
  return (
    <Panel>
      <div className="stack">
        <h3>{t('staff.title')}</h3>
        <ul className="plain">
          {engagement.staff.map((member) => (
            <li key={`${member.userId}${member.as}`}>
              {member.name} <span className="soft">{t(`staff.as.${member.as}`)}</span>
            </li>
          ))}
        </ul>
        {mayAssign && (
          <div>
            <Button variant="default" onClick={() => setAssigning(true)}>
              {t('staff.assign')}
            </Button>
          </div>
        )}
      </div>
      {assigning && <AssignDialog engagement={engagement} onClose={() => setAssigning(false)} />}
    </Panel>
  );
}

interface AssignDialogProps {
  readonly engagement: EngagementDetail;
  readonly onClose: () => void;
}

function AssignDialog({ engagement, onClose }: AssignDialogProps) {
  const { t } = useLocale();
  const command = useCommand(AssignStaff);
  const { data: users = [] } = useQuery(usersQuery);
  const form = useSchemaForm<{ userId: string; as: StaffFunction }>(
    z.object({ userId: z.string().min(1, t('form.needed')), as: z.enum(['CONSULTANT', 'COACH']) }),
    { userId: '', as: 'COACH' },
  );
  const staff = users.filter(({ roles }) => roles.includes('CONSULTANT') || roles.includes('COACH'));
  return (
    <FormDialog
      title={t('staff.assign')}
      submit={t('staff.assignSubmit')}
      form={form}
      command={command}
      variables={(values) => ({ input: { ...values, engagementId: engagement.id } })}
      onClose={onClose}
    >
      <ChoiceField
        form={form}
        name="userId"
        label={t('staff.person')}
        choices={[
          { value: '', label: t('form.choose') },
          ...staff.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <ChoiceField
        form={form}
        name="as"
        label={t('staff.function')}
        choices={[
          { value: 'COACH', label: t('staff.as.COACH') },
          { value: 'CONSULTANT', label: t('staff.as.CONSULTANT') },
        ]}
      />
    </FormDialog>
  );
}
