import { useTranslation } from 'react-i18next';
import {
  NotComparable,
  NotYet,
  Outdated,
  TooManyRequests,
  Unauthenticated,
  Unreachable,
} from '../api/problems.js';
import { Refused } from '../api/session.js';

/** What went wrong and what to do, in the reader's language. */
export function useProblemText(): (error: Error) => string {
  const { t } = useTranslation();
  return (error) => {
    if (error instanceof Refused) return error.message;
    if (error instanceof Unreachable)
      return navigator.onLine ? t('problem.unreachable') : t('problem.offline');
    if (error instanceof Unauthenticated) return t('problem.signedOut');
    if (error instanceof NotYet) return t('problem.notYet');
    if (error instanceof NotComparable) return t('problem.notComparable');
    if (error instanceof Outdated) return t('problem.outdated');
    if (error instanceof TooManyRequests) return t('problem.tooMany');
    return t('problem.unexpected');
  };
}
