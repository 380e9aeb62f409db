import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { z } from 'zod';
import { useCommand } from '../../api/command.js';
import type { EngagementDetail } from '../../api/engagement.js';
import { AssignStaff, ReleaseStaff, type StaffFunction } from '../../api/generated.js';
import { usersQuery } from '../../api/users.js';
import { Confirm } from '../../components/confirm.js';
import { ChoiceField, DayField, useSchemaForm } from '../../components/fields.js';
import { Dialog, FormDialog } from '../../components/form-dialog.js';
import { ButtonLink } from '../../components/links.js';
import { Panel } from '../../components/page.js';
import { useMay } from '../../components/use-may.js';
import { useLocale } from '../../i18n/locale.js';

type Member = EngagementDetail['staff'][number];

interface StaffPanelProps {
  readonly engagement: EngagementDetail;
  readonly onAssign: () => void;
}

/** Who accompanies the engagement; a firm administrator assigns. */
export function StaffPanel({ engagement, onAssign }: StaffPanelProps) {
  const { t, day } = useLocale();
  const [ending, setEnding] = useState<Member | null>(null);
  const [leaving, setLeaving] = useState<Member | null>(null);
  const release = useCommand(ReleaseStaff);
  const mayRelease = useMay('assignStaff');
  const mayAssign = mayRelease && !engagement.closed;
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
                {member.name}{' '}
                <span className="soft">
                  {t(`staff.as.${member.as}`)}
                  {member.until && `, ${t('staff.until', { date: day(member.until) })}`}
                </span>
                {mayRelease && (
                  <div className="row">
                    {mayAssign && (
                      <Button
                        variant="subtle"
                        px={0}
                        onClick={() => setEnding(member)}
                        aria-label={t('staff.endNamed', { name: member.name })}
                      >
                        {t('staff.end')}
                      </Button>
                    )}
                    <Button
                      variant="subtle"
                      px={0}
                      onClick={() => setLeaving(member)}
                      aria-label={t('staff.releaseNamed', { name: member.name })}
                    >
                      {t('staff.release')}
                    </Button>
                  </div>
                )}
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
      {ending && <EndDialog engagementId={engagement.id} member={ending} onClose={() => setEnding(null)} />}
      {leaving && (
        <Confirm
          title={t('staff.releaseNamed', { name: leaving.name })}
          text={t('staff.releaseText', { name: leaving.name })}
          submit={t('staff.release')}
          command={release}
          variables={{ input: { engagementId: engagement.id, userId: leaving.userId, as: leaving.as } }}
          onClose={() => setLeaving(null)}
        />
      )}
    </Panel>
  );
}

interface EndDialogProps {
  readonly engagementId: string;
  readonly member: Member;
  readonly onClose: () => void;
}

/** The last day of an assignment; none lets it last as long as the engagement. */
function EndDialog({ engagementId, member: { userId, name, as, until }, onClose }: EndDialogProps) {
  const { t } = useLocale();
  const command = useCommand(AssignStaff);
  const form = useSchemaForm(z.object({ until: z.string() }), { until: until ?? '' });
  return (
    <FormDialog
      title={t('staff.endNamed', { name })}
      submit={t('form.save')}
      form={form}
      command={command}
      variables={(values) => ({
        input: { engagementId, userId, as, until: values.until === '' ? null : values.until },
      })}
      onClose={onClose}
    >
      <p className="soft">{t('staff.endText', { name })}</p>
      <DayField form={form} name="until" label={t('staff.lastDay')} hint={t('staff.lastDayHint')} />
    </FormDialog>
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
  const form = useSchemaForm(z.object({ userId: z.string().min(1, t('form.needed')), until: z.string() }), {
    userId: '',
    until: '',
  });
  return (
    <FormDialog
      title={t('staff.assign')}
      submit={t('staff.assignSubmit')}
      form={form}
      command={command}
      variables={({ userId: chosen, until }) => {
        const [as, userId] = chosen.split(' ') as [StaffFunction, string];
        return { input: { engagementId: engagement.id, as, userId, until: until === '' ? null : until } };
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
      <DayField form={form} name="until" label={t('staff.lastDay')} hint={t('staff.lastDayHint')} />
    </FormDialog>
  );
}
