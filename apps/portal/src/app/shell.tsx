import { ActionIcon, Menu } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link, Outlet, useLocation, useRouteContext, useRouter } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { closeLive } from '../api/live.js';
import { signOut } from '../api/session.js';
import { Icon } from '../components/icon.js';
import { LanguageSwitch } from '../components/language-switch.js';
import { Mark } from '../components/mark.js';
import { rolesMay } from '../components/use-may.js';
import { isClient, isParticipant, isStaff, readsReports } from './roles.js';
import styles from './shell.module.css';

/** The frame of every page behind the sign-in. */
export function Shell() {
  const { t } = useTranslation();
  const { caller } = useRouteContext({ from: '/signed-in' });
  const main = useFocusOnNavigation();
  return (
    <>
      <a className={styles['skip']} href="#main">
        {t('shell.skip')}
      </a>
      <header className={styles['bar']}>
        <div className={styles['barInner']}>
          <Link to="/" className={styles['mark']} aria-label={t('shell.home')}>
            <Mark />
            <span className={styles['word']}>Rapport</span>
          </Link>
          <nav
            className={styles['nav']}
            aria-label={t('shell.nav')}
            data-wide={rolesMay(caller.roles, 'manageAccounts') || isClient(caller.roles) || undefined}
          >
            {isStaff(caller.roles) && (
              <>
                <Link to="/engagements">{t('shell.engagements')}</Link>
                <Link to="/clients">{t('shell.clients')}</Link>
                {rolesMay(caller.roles, 'manageAccounts') && (
                  <>
                    <Link to="/accounts">{t('shell.accounts')}</Link>
                    <Link to="/privacy">{t('shell.privacy')}</Link>
                  </>
                )}
              </>
            )}
            {!isStaff(caller.roles) && isParticipant(caller.roles) && (
              <>
                <Link to="/q">{t('shell.questionnaires')}</Link>
                <Link to="/my-data">{t('shell.myData')}</Link>
              </>
            )}
            {isClient(caller.roles) && (
              <>
                {readsReports(caller.roles) && (
                  <Link to="/client" activeOptions={{ exact: true }}>
                    {t('client.title')}
                  </Link>
                )}
                <Link to="/client/figures">{t('client.figures')}</Link>
                <Link to="/client/participation">{t('client.participation')}</Link>
              </>
            )}
          </nav>
          <div className={styles['end']}>
            <LanguageSwitch />
            <AccountMenu name={caller.name} firm={caller.firm.name} />
          </div>
        </div>
      </header>
      <main id="main" ref={main} tabIndex={-1} className={styles['main']}>
        <Outlet />
      </main>
    </>
  );
}

function AccountMenu({ name, firm }: { readonly name: string; readonly firm: string }) {
  const { t } = useTranslation();
  const router = useRouter();
  const client = useQueryClient();
  const leave = async () => {
    await signOut();
    closeLive();
    await router.navigate({ to: '/sign-in', search: {} });
    client.clear();
  };
  return (
    <Menu position="bottom-end" width={260}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="ink" aria-label={t('shell.account', { name })}>
          <Icon name="person" size={24} />
        </ActionIcon>
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

/** After a change of page the keyboard goes on at its beginning. */
function useFocusOnNavigation() {
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const before = useRef(pathname);
  useEffect(() => {
    if (before.current === pathname) return;
    before.current = pathname;
    main.current?.focus({ preventScroll: true });
  }, [pathname]);
  return main;
}
