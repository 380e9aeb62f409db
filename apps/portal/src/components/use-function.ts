import { useLocale } from '../i18n/locale.js';

const KNOWN = [
  'marketing',
  'sales',
  'service',
  'product',
  'engineering',
  'operations',
  'finance',
  'hr',
  'management',
  'other',
] as const;
export type KnownFunction = (typeof KNOWN)[number];
export const knownFunctions: readonly KnownFunction[] = KNOWN;

/** The function of a team in the reader's words; one the product does not know stays as it was written. */
export function useFunctionName(): (is: string) => string {
  const { t } = useLocale();
  return (is) => {
    const known = KNOWN.find((name) => name === is.trim().toLowerCase());
    return known ? t(`functions.${known}`) : is;
  };
}
