import { useLocale } from '../i18n/locale.js';
import { Notice } from './notice.js';

interface BasisNoticeProps {
  /** Null: positions on the response scale. */
  readonly norm: { readonly n: number; readonly provisional: boolean } | null;
}

/** What the scores are read against: said wherever scores appear. */
export function BasisNotice({ norm }: BasisNoticeProps) {
  const { t, number } = useLocale();
  if (!norm) return <Notice title={t('basis.notNormed')}>{t('basis.notNormedText')}</Notice>;
  if (!norm.provisional && norm.n >= 100) return null;
  return (
    <Notice title={norm.provisional ? t('basis.provisionalNorm') : t('basis.smallNorm')}>
      {t('basis.provisionalText', { n: number(norm.n) })}
    </Notice>
  );
}
