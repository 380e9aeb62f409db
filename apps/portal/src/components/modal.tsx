import { Modal as Frame } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import type { DialogProps } from './form-dialog.js';
import styles from './form-dialog.module.css';

/** What a dialog is made of. */
export function Modal({ title, onClose, children, size = 'lg' }: DialogProps) {
  const { t } = useTranslation();
  const phone = useMediaQuery('(max-width: 40rem)', false, { getInitialValueInEffect: false });
  return (
    <Frame.Root opened onClose={onClose} size={size} fullScreen={phone} radius={phone ? 0 : 'lg'}>
      <Frame.Overlay backgroundOpacity={0.35} />
      <Frame.Content>
        <Frame.Body>
          <div className={styles['head']}>
            <Frame.Title component="h2" className={styles['title']}>
              {title}
            </Frame.Title>
            <Frame.CloseButton aria-label={t('form.close')} size="lg" />
          </div>
          {children}
        </Frame.Body>
      </Frame.Content>
    </Frame.Root>
  );
}
