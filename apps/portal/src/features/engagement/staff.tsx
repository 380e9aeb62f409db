import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';

import { z } from 'zod';
import { useCommand } from '../../api/command.js';
import type { EngagementDetail } from '../../api/engagement.js';
import { AssignStaff, type StaffFunction } from '../../api/generated.js';
import { usersQuery } from '../../api/users.js';
import { ChoiceField, useSchemaForm } from '../../components/fields.js';
import { Dialog, FormDialog } from '../../components/form-dialog.js';
import { ButtonLink } from '../../components/links.js';
import { Panel } from '../../components/page.js';
import { useMay } from '../../components/use-may.js';
import { useLocale } from '../../i18n/locale.js';

interface StaffPanelProps {
  readonly engagement: EngagementDetail;
  readonly onAssign: () => void;
}

/** Who accompanies the engagement; a firm administrator assigns. */
export function StaffPanel({ engagement, onAssign }: StaffPanelProps) {
  const { t } = useLocale();
  const mayAssign = useMay('assignStaff') && !engagement.closed;
  return (
    <Panel>
      <div className="stack">
        <h3>{t('staff.title')}</h3>
        {engagement.staff.length === 0 ? (
          <p className="soft">{t('staff.none')}</p>
        ) : (
          <ul className="plain">
            {engagement.staff.map((member) => (
              <li key={`${member.userId}${member.as}`}>
                {member.name} <span className="soft">{t(`staff.as.${member.as}`)}</span>
              </li>
            ))}
          </ul>
        )}
        {mayAssign ? (
          <div>
            <Button variant="default" onClick={onAssign}>
              {t('staff.assign')}
            </Button>
          </div>
        ) : (
          !engagement.closed && <p className="soft">{t('staff.whoAssigns')}</p>
        )}
      </div>
    </Panel>
  );
}

const FUNCTIONS = ['CONSULTANT', 'COACH'] as const satisfies readonly StaffFunction[];

interface AssignDialogProps {
  readonly engagement: EngagementDetail;
  readonly onClose: () => void;
}

/** Assigns someone as what the account is for; who is there already is not offered again. */
export function AssignDialog({ engagement, onClose }: AssignDialogProps) {
  const { t } = useLocale();
  const { data: users } = useQuery(usersQuery);
  const free = (users ?? []).flatMap(({ id, name, roles }) =>
    FUNCTIONS.filter(
      (as) =>
        roles.includes(as) && !engagement.staff.some((member) => member.userId === id && member.as === as),
    ).map((as) => ({ value: `${as} ${id}`, label: `${name}, ${t(`staff.as.${as}`)}` })),
  );
  if (users && free.length === 0)
    return (
      <Dialog title={t('staff.assign')} onClose={onClose} size="md">
        <div className="stack">
          <p>{t('staff.nobodyFree')}</p>
          <div>
            <ButtonLink to="/accounts">{t('staff.toAccounts')}</ButtonLink>
          </div>
        </div>
      </Dialog>
    );
  return <AssignForm engagement={engagement} free={free} onClose={onClose} />;
}

interface AssignFormProps extends AssignDialogProps {
  readonly free: readonly { readonly value: string; readonly label: string }[];
}

function AssignForm({ engagement, free, onClose }: AssignFormProps) {
  const { t } = useLocale();
  const command = useCommand(AssignStaff);
  const form = useSchemaForm(z.object({ userId: z.string().min(1, t('form.needed')) }), { userId: '' });
  return (
    <FormDialog
      title={t('staff.assign')}
      submit={t('staff.assignSubmit')}
      form={form}
      command={command}
      variables={({ userId: chosen }) => {
        const [as, userId] = chosen.split(' ') as [StaffFunction, string];
        return { input: { engagementId: engagement.id, as, userId } };
      }}
      onClose={onClose}
    >
      <p className="soft">{t('staff.assignText')}</p>
      <ChoiceField
        form={form}
        name="userId"
        label={t('staff.person')}
        choices={[{ value: '', label: t('form.choose') }, ...free]}
      />
    </FormDialog>
  );
}
