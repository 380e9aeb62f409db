import { Menu } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useRouter } from '@tanstack/react-router';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { closeLive } from '../api/live.js';
import { signOut } from '../api/session.js';
import { AccountButton } from './account-button.js';
import styles from './shell.module.css';

/** Shown when it has been asked for, and open at first. */
export function AccountMenu({ name, firm }: { readonly name: string; readonly firm: string }) {
  const { t } = useTranslation();
  const router = useRouter();
  const client = useQueryClient();
  const button = useRef<HTMLButtonElement>(null);
  const leave = async () => {
    await signOut();
    closeLive();
    await router.navigate({ to: '/sign-in', search: {} });
    client.clear();
  };
  return (
    <Menu
      position="bottom-end"
      width={260}
      defaultOpened
      withinPortal={false}
      withInitialFocusPlaceholder={false}
      // The button that was pressed first gave way to this one: the focus would have nowhere to return to.
      returnFocus={false}
      onClose={() => button.current?.focus()}
    >
      <Menu.Target>
        <AccountButton name={name} ref={button} />
      </Menu.Target>
      <Menu.Dropdown>
        <div className={styles['menuHead']}>
          {name}
          <span>{firm}</span>
        </div>
        <Menu.Divider />
        <Menu.Item component={Link} to="/account">
          {t('shell.ownAccount')}
        </Menu.Item>
        <Menu.Item onClick={() => void leave()}>{t('shell.signOut')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
