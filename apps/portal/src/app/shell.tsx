import { Link, Outlet, useLocation, useRouteContext } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LanguageSwitch } from '../components/language-switch.js';
import { Mark } from '../components/mark.js';
import { rolesMay } from '../components/use-may.js';
import { AccountButton } from './account-button.js';
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
            data-wide={isStaff(caller.roles) || isClient(caller.roles) || undefined}
          >
            {isStaff(caller.roles) && (
              <>
                <Link to="/engagements">{t('shell.engagements')}</Link>
                <Link to="/clients">{t('shell.clients')}</Link>
                {rolesMay(caller.roles, 'manageAccounts') && (
                  <Link to="/accounts">{t('shell.accounts')}</Link>
                )}
                <Link to="/privacy">{t('shell.privacy')}</Link>
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
                {rolesMay(caller.roles, 'readAuditLog') && <Link to="/privacy">{t('shell.privacy')}</Link>}
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

const Menu = lazy(async () => ({ default: (await import('./account-menu.js')).AccountMenu }));

/** A button until somebody asks for what is behind it. */
function AccountMenu({ name, firm }: { readonly name: string; readonly firm: string }) {
  const [asked, setAsked] = useState(false);
  const button = <AccountButton name={name} onClick={() => setAsked(true)} aria-haspopup="menu" />;
  return asked ? (
    <Suspense fallback={button}>
      <Menu name={name} firm={firm} />
    </Suspense>
  ) : (
    button
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
