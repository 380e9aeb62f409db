import { Button } from '@mantine/core';
import { useState } from 'react';
import type { AgreementDetail } from '../../api/agreements.js';
import { useLocale } from '../../i18n/locale.js';
import { dayFromNow } from '../../i18n/today.js';
import { AcceptDialog, DropDialog } from './accept-and-drop.js';
import { CheckInDialog, ReviewDialog } from './follow-up.js';
import { TermsDialog } from './terms-dialog.js';

const POSSIBLE = {
  PROPOSED: ['accept', 'edit', 'drop'],
  AGREED: ['checkIn', 'review', 'drop'],
  REVIEWED: ['revise'],
  DROPPED: [],
} as const;

type Action = (typeof POSSIBLE)[keyof typeof POSSIBLE][number];

/** On the review date the review comes first. */
const actionsOf = ({ status, reviewOn }: AgreementDetail): readonly Action[] =>
  status === 'AGREED' && reviewOn <= dayFromNow() ? ['review', 'checkIn', 'drop'] : POSSIBLE[status];

/** What can be done with an agreement as it stands. */
export function AgreementActions({ agreement }: { readonly agreement: AgreementDetail }) {
  const { t } = useLocale();
  const [open, setOpen] = useState<Action | null>(null);
  const actions = actionsOf(agreement);
  if (actions.length === 0) return null;
  const props = { agreement, onClose: () => setOpen(null) };
  return (
    <div className="row">
      {actions.map((action, index) => (
        <Button
          key={action}
          variant={action === 'drop' ? 'subtle' : index === 0 && action !== 'revise' ? 'filled' : 'default'}
          color="ink"
          onClick={() => setOpen(action)}
        >
          {t(`agreements.actions.${action}`)}
        </Button>
      ))}
      {open === 'accept' && <AcceptDialog {...props} />}
      {open === 'drop' && <DropDialog {...props} />}
      {open === 'checkIn' && <CheckInDialog {...props} />}
      {open === 'review' && <ReviewDialog {...props} />}
      {(open === 'edit' || open === 'revise') && <TermsDialog {...props} kind={open} />}
    </div>
  );
}
