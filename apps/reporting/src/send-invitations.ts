import { invitationMail, reminderMail } from '@rapport/content';
import type { TenantId } from '@rapport/domain';
import type { JobProgress } from '@rapport/jobs';
import { issueInvitation, oncePerMail, readInvitees } from '@rapport/read-models';
import type { Transporter } from 'nodemailer';
import type pg from 'pg';

export interface MailPorts {
  readonly pool: pg.Pool;
  /** `null` without SMTP_URL. */
  readonly transport: Transporter | null;
  readonly from: string;
  readonly publicUrl: string;
}

/** One mail a person and request, however often the job runs; a new link makes every earlier one void. */
export async function sendInvitationsJob(
  { pool, transport, from, publicUrl }: MailPorts,
  data: { readonly tenantId: string; readonly waveId: string; readonly requestId: string },
  report: (progress: JobProgress) => Promise<void>,
): Promise<void> {
  if (!transport) throw new Error('no mail can be sent: set SMTP_URL for the reporting service');
  const tenant = data.tenantId as TenantId;
  const wave = await readInvitees(pool, tenant, data.waveId);
  if (!wave) throw new Error('the wave is not in the read models yet');
  const all = wave.invitees.length;
  for (const [n, person] of wave.invitees.entries()) {
    await oncePerMail(pool, tenant, `${data.requestId}/${person.assessmentId}`, async () => {
      const token = await issueInvitation(pool, tenant, person.assessmentId, person.personId);
      const write = person.invitedBefore ? reminderMail : invitationMail;
      const { subject, text, html } = write(person.locale, {
        firm: wave.firm,
        name: person.name,
        clientOrganisation: wave.client,
        engagement: wave.engagement,
        link: `${publicUrl}/invitation#${token}`,
        closesOn: wave.wave.closesOn,
        items: wave.items,
      });
      await transport.sendMail({
        from: { name: wave.firm, address: addressIn(from) },
        to: person.email,
        subject,
        text,
        html,
      });
    });
    await report({ percent: Math.round((100 * (n + 1)) / all), step: 'sending' });
  }
}

/** `Rapport <no-reply@localhost>` names the address; the name shown is the firm's. */
export const addressIn = (from: string): string => /<([^>]+)>/.exec(from)?.[1] ?? from;
