import { Button, PasswordInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { answerTo, ownAccountQuery, postTo, type OwnAccount } from '../../api/session.js';
import { Dialog } from '../../components/form-dialog.js';
import { Empty, List, Row } from '../../components/list.js';
import { Notice } from '../../components/notice.js';
import { Page, Section } from '../../components/page.js';
import { useProblemText } from '../../components/problem-text.js';
import { Tag } from '../../components/tag.js';
import { toast } from '../../components/toast.js';
import { useLocale } from '../../i18n/locale.js';
import { SetUpSecondFactor } from './set-up-second-factor.js';

const SHORTEST_PASSWORD = 12;

/** How one signs in, and where one is signed in. */
export function OwnAccountPage() {
  const { t } = useLocale();
  const { data: account } = useSuspenseQuery(ownAccountQuery);
  return (
    <Page title={t('account.title')} lead={t('account.lead')} narrow>
      {account.secondFactor && (
        <>
          <Password />
          <SecondFactor factor={account.secondFactor} />
        </>
      )}
      <Sessions sessions={account.sessions} />
    </Page>
  );
}

/** Something about the own account that the server may refuse in words. */
function useChange<V>(change: (values: V) => Promise<unknown>, done: string, onDone: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: async () => {
      void toast(done);
      await client.invalidateQueries({ queryKey: ownAccountQuery.queryKey });
      onDone();
    },
  });
}

function Problem({ error }: { readonly error: Error | null }) {
  const problemText = useProblemText();
  if (!error) return null;
  return (
    <Notice kind="caution" live>
      {problemText(error)}
    </Notice>
  );
}

function Password() {
  const { t } = useLocale();
  const [open, setOpen] = useState(false);
  return (
    <Section
      title={t('account.password')}
      lead={t('account.passwordLead')}
      actions={
        <Button variant="default" onClick={() => setOpen(true)}>
          {t('account.change')}
        </Button>
      }
    >
      {open && <ChangePassword onClose={() => setOpen(false)} />}
    </Section>
  );
}

function ChangePassword({ onClose }: { readonly onClose: () => void }) {
  const { t } = useLocale();
  const change = useChange(
    (values: { current: string; password: string }) => postTo('/api/account/password', values),
    t('account.changed'),
    onClose,
  );
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { current: '', password: '', again: '' },
    validate: {
      current: (value) => (value === '' ? t('form.needed') : null),
      password: (value) =>
        value.length < SHORTEST_PASSWORD ? t('password.short', { count: SHORTEST_PASSWORD }) : null,
      again: (value, { password }) => (value === password ? null : t('password.different')),
    },
  });
  const fields = [
    ['current', t('account.current'), 'current-password'],
    ['password', t('password.new'), 'new-password'],
    ['again', t('password.again'), 'new-password'],
  ] as const;
  return (
    <Dialog title={t('account.change')} onClose={onClose} size="md">
      <form
        noValidate
        onSubmit={form.onSubmit(({ current, password }) => change.mutate({ current, password }))}
      >
        <div className="stack">
          <Problem error={change.error} />
          {fields.map(([name, label, complete]) => (
            <PasswordInput
              label={label}
              autoComplete={complete}
              visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
              key={form.key(name)}
              {...form.getInputProps(name)}
            />
          ))}
          <Button type="submit" loading={change.isPending}>
            {t('password.set')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function SecondFactor({ factor }: { readonly factor: NonNullable<OwnAccount['secondFactor']> }) {
  const { t } = useLocale();
  const [open, setOpen] = useState(false);
  const action: ReactNode = factor.enrolled ? (
    !factor.required && (
      <Button variant="default" onClick={() => setOpen(true)}>
        {t('account.removeFactor')}
      </Button>
    )
  ) : (
    <Button onClick={() => setOpen(true)}>{t('account.setUp')}</Button>
  );
  return (
    <Section title={t('account.factor')} lead={t('account.factorLead')} actions={action}>
      <List label={t('account.factor')}>
        <Row
          title={t(factor.enrolled ? 'account.factorOn' : 'account.factorOff')}
          meta={
            <>
              {factor.required && <span>{t('account.factorRequired')}</span>}
              {factor.enrolled && <span>{t('account.codesLeft', { count: factor.recoveryCodes })}</span>}
            </>
          }
        />
      </List>
      {open &&
        (factor.enrolled ? (
          <RemoveSecondFactor onClose={() => setOpen(false)} />
        ) : (
          <SetUpSecondFactor onClose={() => setOpen(false)} />
        ))}
    </Section>
  );
}

function RemoveSecondFactor({ onClose }: { readonly onClose: () => void }) {
  const { t } = useLocale();
  const [password, setPassword] = useState('');
  const remove = useChange(
    (given: string) => postTo('/api/account/second-factor/remove', { password: given }),
    t('account.factorRemoved'),
    onClose,
  );
  return (
    <Dialog title={t('account.factor')} onClose={onClose} size="md">
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          remove.mutate(password);
        }}
      >
        <div className="stack">
          <p>{t('account.removeFactorText')}</p>
          <Problem error={remove.error} />
          <PasswordInput
            label={t('account.confirm')}
            autoComplete="current-password"
            visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
          <Button type="submit" loading={remove.isPending}>
            {t('account.removeFactor')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function Sessions({ sessions }: Pick<OwnAccount, 'sessions'>) {
  const { t, instant } = useLocale();
  const end = useChange(
    (id: string) => answerTo(`/api/account/sessions/${id}`, { method: 'DELETE' }),
    t('account.ended'),
    () => undefined,
  );
  return (
    <Section title={t('account.sessions')} lead={t('account.sessionsLead')}>
      <Problem error={end.error} />
      {sessions.length === 0 && <Empty title={t('account.sessions')} />}
      <List label={t('account.sessions')}>
        {sessions.map(({ id, browser, method, openedAt, lastSeenAt, current }) => {
          const name = browser === '' ? t('account.unknownBrowser') : browser;
          return (
            <Row
              key={id}
              title={name}
              meta={
                <>
                  <span>{t(`account.method.${method}`)}</span>
                  <span>{t('account.since', { when: instant(openedAt) })}</span>
                  <span>{t('account.lastSeen', { when: instant(lastSeenAt) })}</span>
                </>
              }
              end={
                current ? (
                  <Tag>{t('account.here')}</Tag>
                ) : (
                  <Button
                    variant="subtle"
                    color="ink"
                    px="xs"
                    aria-label={t('account.endNamed', { browser: name })}
                    onClick={() => end.mutate(id)}
                  >
                    {t('account.end')}
                  </Button>
                )
              }
            />
          );
        })}
      </List>
    </Section>
  );
}
