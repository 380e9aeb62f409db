import { Button } from '@mantine/core';
import { useState } from 'react';
import { z } from 'zod';
import { useCommand } from '../../api/command.js';
import type { EngagementDetail } from '../../api/engagement.js';
import { AddTeamMember, RemoveTeamMember, type Locale } from '../../api/generated.js';
import { useMembers, type Member } from '../../api/teams.js';
import { ChoiceField, DayField, TextField, useSchemaForm } from '../../components/fields.js';
import { FormDialog } from '../../components/form-dialog.js';
import { Empty, List, Row } from '../../components/list.js';
import { LoadMore } from '../../components/load-more.js';
import { useMay } from '../../components/use-may.js';
import { useLocale } from '../../i18n/locale.js';
import { dayFromNow } from '../../i18n/today.js';
import { AskForErasure } from '../rights/erasures.js';

interface MembersProps {
  readonly teamId: string;
  readonly teamName: string;
  /** Nothing can be changed here. */
  readonly fixed: boolean;
  readonly staff: EngagementDetail['staff'];
}

/** Who is in a team today, with the way in and out. */
export function Members({ teamId, teamName, fixed, staff }: MembersProps) {
  const { t, day } = useLocale();
  const { nodes, total, more, loading, loadMore } = useMembers(teamId);
  const [adding, setAdding] = useState(false);
  const [removing, setRemoving] = useState<Member | null>(null);
  const [erasing, setErasing] = useState<Member['person'] | null>(null);
  const mayErase = useMay('requestErasures', staff);
  return (
    <>
      {nodes.length === 0 ? (
        <Empty title={t('teams.noMembers')}>{t('teams.noMembersHint')}</Empty>
      ) : (
        <List label={t('teams.membersOf', { team: teamName })}>
          {nodes.map((member) => (
            <Row
              key={member.person.id}
              title={member.person.name}
              meta={
                <>
                  {member.person.email && <span>{member.person.email}</span>}
                  <span>{t('teams.since', { date: day(member.validFrom) })}</span>
                </>
              }
              end={
                <>
                  {!fixed && (
                    <Button
                      variant="subtle"
                      color="ink"
                      aria-label={t('teams.removeNamed', { name: member.person.name })}
                      onClick={() => setRemoving(member)}
                    >
                      {t('teams.remove')}
                    </Button>
                  )}
                  {mayErase && (
                    <Button
                      variant="subtle"
                      color="ink"
                      aria-label={t('privacy.askNamed', { name: member.person.name })}
                      onClick={() => setErasing(member.person)}
                    >
                      {t('privacy.ask')}
                    </Button>
                  )}
                </>
              }
            />
          ))}
        </List>
      )}
      <div className="row">
        {!fixed && (
          <Button variant="default" onClick={() => setAdding(true)}>
            {t('teams.addMember')}
          </Button>
        )}
        <LoadMore shown={nodes.length} total={total} more={more} loading={loading} onMore={loadMore} />
      </div>
      {adding && <AddDialog teamId={teamId} onClose={() => setAdding(false)} />}
      {erasing && <AskForErasure person={erasing} onClose={() => setErasing(null)} />}
      {removing && <RemoveDialog teamId={teamId} member={removing} onClose={() => setRemoving(null)} />}
    </>
  );
}

function AddDialog({ teamId, onClose }: { readonly teamId: string; readonly onClose: () => void }) {
  const { t, lang } = useLocale();
  const command = useCommand(AddTeamMember);
  const schema = z.object({
    name: z.string().trim().min(1, t('form.needed')),
    email: z.email(t('form.email')),
    locale: z.enum(['de', 'en']),
    validFrom: z.iso.date(t('form.day')),
  });
  const form = useSchemaForm<{ name: string; email: string; locale: Locale; validFrom: string }>(schema, {
    name: '',
    email: '',
    locale: lang,
    validFrom: dayFromNow(),
  });
  return (
    <FormDialog
      title={t('teams.addMember')}
      submit={t('teams.addSubmit')}
      form={form}
      command={command}
      variables={(values) => ({ input: { ...values, teamId } })}
      onClose={onClose}
    >
      <TextField form={form} name="name" label={t('teams.name')} />
      <TextField
        form={form}
        name="email"
        type="email"
        label={t('signIn.email')}
        hint={t('teams.emailHint')}
      />
      <ChoiceField
        form={form}
        name="locale"
        label={t('teams.language')}
        choices={[
          { value: 'de', label: t('language.de') },
          { value: 'en', label: t('language.en') },
        ]}
      />
      <DayField form={form} name="validFrom" label={t('teams.memberFrom')} />
    </FormDialog>
  );
}

interface RemoveDialogProps {
  readonly teamId: string;
  readonly member: Member;
  readonly onClose: () => void;
}

function RemoveDialog({ teamId, member, onClose }: RemoveDialogProps) {
  const { t } = useLocale();
  const command = useCommand(RemoveTeamMember);
  const form = useSchemaForm(z.object({ validTo: z.iso.date(t('form.day')) }), { validTo: dayFromNow() });
  return (
    <FormDialog
      title={t('teams.removeNamed', { name: member.person.name })}
      submit={t('teams.remove')}
      form={form}
      command={command}
      variables={({ validTo }) => ({ input: { teamId, personId: member.person.id, validTo } })}
      onClose={onClose}
    >
      <p className="soft">{t('teams.removeText')}</p>
      <DayField form={form} name="validTo" label={t('teams.memberTo')} />
    </FormDialog>
  );
}
