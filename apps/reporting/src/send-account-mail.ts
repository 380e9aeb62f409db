import { passwordResetMail, signInChangedMail, userInvitationMail, type Mail } from '@rapport/content';
import type { TenantId, UserId } from '@rapport/domain';
import type { AccountMail } from '@rapport/jobs';
import { accountById, issuePasswordLink, minutesOf, oncePerMail, type Account } from '@rapport/read-models';
import { addressIn, type MailPorts } from './send-invitations.js';

const MINUTES_A_DAY = 24 * 60;

/** One mail a request, however often the job runs. A link is made here and stands nowhere but in the mail. */
export async function sendAccountMailJob(
  ports: MailPorts,
  data: {
    readonly tenantId: string;
    readonly userId: string;
    readonly kind: AccountMail;
    readonly requestId: string;
  },
): Promise<void> {
  const { pool, transport, from } = ports;
  if (!transport) throw new Error('no mail can be sent: set SMTP_URL for the reporting service');
  const tenant = data.tenantId as TenantId;
  const account = await accountById(pool, tenant, data.userId);
  // A new account may not be in the read models yet: the job is tried again. One that is gone gets no mail.
  if (!account) {
    if (data.kind === 'invitation') throw new Error('the account is not in the read models yet');
    return;
  }
  await oncePerMail(pool, tenant, data.requestId, async () => {
    const { subject, text, html } = await write(ports, tenant, account, data.kind);
    await transport.sendMail({
      from: { name: account.firm, address: addressIn(from) },
      to: account.email,
      ...{ subject, text, html },
    });
  });
}

async function write(
  { pool, publicUrl }: MailPorts,
  tenant: TenantId,
  account: Account,
  kind: AccountMail,
): Promise<Mail> {
  const { firm, name, locale } = account;
  const link = async (why: 'password' | 'invitation') =>
    `${publicUrl}/set-password#${await issuePasswordLink(pool, tenant, account.userId as UserId, why)}`;
  switch (kind) {
    case 'password':
      return passwordResetMail(locale, {
        ...{ firm, name, link: await link('password'), validForMinutes: minutesOf('password') },
      });
    case 'invitation':
      return userInvitationMail(locale, {
        ...{ firm, name, link: await link('invitation'), slug: account.slug },
        validForDays: minutesOf('invitation') / MINUTES_A_DAY,
      });
    default:
      return signInChangedMail(locale, { firm, name, change: kind, link: `${publicUrl}/sign-in` });
  }
}
