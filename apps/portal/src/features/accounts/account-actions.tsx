import { ActionIcon, Checkbox, Menu } from '@mantine/core';
import { useState } from 'react';
import { z } from 'zod';
import { useCommand } from '../../api/command.js';
import {
  ChangeUserRoles,
  InviteUser,
  RemoveUser,
  ResetSecondFactor,
  type Role,
} from '../../api/generated.js';
import type { User } from '../../api/users.js';
import { Confirm } from '../../components/confirm.js';
import { useSchemaForm } from '../../components/fields.js';
import { FormDialog } from '../../components/form-dialog.js';
import { Icon } from '../../components/icon.js';
import { toast } from '../../components/toast.js';
import { useLocale } from '../../i18n/locale.js';
import { OF_CLIENT, OF_FIRM } from './add-account.js';

type Asked = 'change' | 'invite' | 'reset' | 'remove';

/** What an administrator does about one account. */
export function AccountActions({ user, own }: { readonly user: User; readonly own: boolean }) {
  const { t } = useLocale();
  const [asked, setAsked] = useState<Asked | null>(null);
  const close = () => setAsked(null);
  return (
    <>
      <Menu position="bottom-end" width={280} withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <ActionIcon
            variant="subtle"
            color="ink"
            size="lg"
            aria-label={t('accounts.more', { name: user.name })}
          >
            <Icon name="more" />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => setAsked('change')}>{t('accounts.change')}</Menu.Item>
          <Menu.Item onClick={() => setAsked('invite')}>{t('accounts.invite')}</Menu.Item>
          {!own && <Menu.Item onClick={() => setAsked('reset')}>{t('accounts.reset')}</Menu.Item>}
          {!own && <Menu.Item onClick={() => setAsked('remove')}>{t('accounts.remove')}</Menu.Item>}
        </Menu.Dropdown>
      </Menu>
      {asked === 'change' && <ChangeRoles user={user} onClose={close} />}
      {asked !== null && asked !== 'change' && <Ask asked={asked} user={user} onClose={close} />}
    </>
  );
}

const COMMANDS = { invite: InviteUser, reset: ResetSecondFactor, remove: RemoveUser } as const;

interface AskProps {
  readonly asked: keyof typeof COMMANDS;
  readonly user: User;
  readonly onClose: () => void;
}

function Ask({ asked, user, onClose }: AskProps) {
  const { t } = useLocale();
  const invite = useCommand(COMMANDS.invite);
  const reset = useCommand(COMMANDS.reset);
  const remove = useCommand(COMMANDS.remove);
  const shown = {
    invite: [invite, t('accounts.invite'), t('accounts.inviteText'), t('accounts.inviteSubmit')],
    reset: [reset, t('accounts.reset'), t('accounts.resetText'), t('accounts.resetSubmit')],
    remove: [
      remove,
      t('accounts.removeNamed', { name: user.name }),
      t('accounts.removeText'),
      t('accounts.remove'),
    ],
  } as const;
  const [command, title, text, submit] = shown[asked];
  return (
    <Confirm
      title={title}
      text={text}
      submit={submit}
      command={command}
      variables={{ userId: user.id }}
      onClose={onClose}
    />
  );
}

function ChangeRoles({ user, onClose }: { readonly user: User; readonly onClose: () => void }) {
  const { t } = useLocale();
  const command = useCommand(ChangeUserRoles);
  const form = useSchemaForm<{ roles: Role[] }>(
    z.object({ roles: z.array(z.string()).min(1, t('accounts.roleNeeded')) }),
    { roles: [...user.roles] },
  );
  return (
    <FormDialog
      title={t('accounts.changeNamed', { name: user.name })}
      submit={t('accounts.changeSubmit')}
      form={form}
      command={command}
      variables={({ roles }) => ({ input: { userId: user.id, roles } })}
      onClose={onClose}
      onRecorded={() => void toast(t('accounts.changed'))}
    >
      <p>{t('accounts.changeText')}</p>
      <Checkbox.Group label={t('accounts.roles')} key={form.key('roles')} {...form.getInputProps('roles')}>
        <div className="stack">
          {(user.clientOrganisation ? OF_CLIENT : OF_FIRM).map((role) => (
            <Checkbox
              key={role}
              value={role}
              label={t(`accounts.role.${role}`)}
              description={t(`accounts.roleHint.${role}`)}
            />
          ))}
        </div>
      </Checkbox.Group>
    </FormDialog>
  );
}
