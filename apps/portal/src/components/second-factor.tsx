import { Button, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Enrolment } from '../api/session.js';
import styles from './second-factor.module.css';

interface CodeFormProps {
  readonly label: string;
  readonly pending: boolean;
  readonly onSubmit: (code: string) => void;
}

export function CodeForm({ label, pending, onSubmit }: CodeFormProps) {
  const { t } = useTranslation();
  const [code, setCode] = useState('');
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (code.trim() !== '') onSubmit(code.trim());
      }}
    >
      <div className="stack">
        <TextInput
          label={label}
          autoComplete="one-time-code"
          spellCheck={false}
          autoCapitalize="none"
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        <Button type="submit" loading={pending} fullWidth>
          {t('signIn.goOn')}
        </Button>
      </div>
    </form>
  );
}

/** The new factor for the app: as a picture, and as text for whoever cannot scan one. */
export function ScanIt({ enrolment }: { readonly enrolment: Enrolment }) {
  const { t } = useTranslation();
  return (
    <div className="stack">
      <p>{t('factor.scan')}</p>
      <img
        className={styles['picture']}
        src={`data:image/svg+xml;utf8,${encodeURIComponent(enrolment.picture)}`}
        alt={t('factor.picture')}
      />
      <p>
        {t('factor.byHand')}: <code className={styles['secret']}>{enrolment.secret}</code>
      </p>
    </div>
  );
}

interface RecoveryCodesProps {
  readonly codes: readonly string[];
  readonly onKept: () => void;
}

export function RecoveryCodes({ codes, onKept }: RecoveryCodesProps) {
  const { t } = useTranslation();
  return (
    <div className="stack">
      <Title order={2}>{t('factor.codesTitle')}</Title>
      <p>{t('factor.codesText')}</p>
      <ul className={styles['codes']}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <Button onClick={onKept}>{t('factor.codesKept')}</Button>
    </div>
  );
}
