import { Module } from '@nestjs/common';
import type { TenantId } from '@rapport/domain';
import { openJobQueue, openOutbox } from '@rapport/jobs';
import { createService, type Logger, type RunningService, type Settings } from '@rapport/platform';
import { appUrl, createPool } from '@rapport/platform/database';
import { inTenant } from '@rapport/read-models';
import { openTypstRenderer } from '@rapport/reports';
import { createTransport } from 'nodemailer';
import { failReportJob, renderReportJob } from './render-report.js';
import { sendAccountMailJob } from './send-account-mail.js';
import { sendInvitationsJob } from './send-invitations.js';

@Module({})
class ReportingModule {}

/** Works on jobs: reports and mails. Any number may run; they compete for jobs. */
export async function startReporting(
  settings: Settings<'reporting'>,
  logger: Logger,
): Promise<RunningService> {
  const onError = (err: unknown) => logger.error({ err }, 'connection');
  const url = appUrl(settings.DATABASE_URL);
  const pool = createPool(url, { name: 'rapport reporting', onError });
  const jobs = openJobQueue({ databaseUrl: url, redisUrl: settings.REDIS_URL, onError });
  const transport = settings.SMTP_URL ? createTransport(settings.SMTP_URL) : null;
  const renderer = openTypstRenderer();
  const commands = {
    assessmentUrl: settings.ASSESSMENT_URL,
    secret: settings.SERVICE_TOKEN_SECRET,
    service: 'reporting',
  };
  const mail = { pool, transport, from: settings.MAIL_FROM, publicUrl: settings.PUBLIC_URL };
  const ports = { pool, renderer, commands };
  const outbox = openOutbox((tenant, work) => inTenant(pool, tenant as TenantId, work), jobs);
  const working = jobs.work(
    outbox.settling({
      'render-report': (data, report) => renderReportJob(ports, data, report),
      'send-invitations': (data, report) => sendInvitationsJob(mail, data, report),
      'send-account-mail': (data) => sendAccountMailJob(mail, data),
    }),
    {
      onLastFailure: outbox.settlingFailures({
        'render-report': (data) => failReportJob(ports, data),
        'send-invitations': async () => undefined,
        'send-account-mail': async () => undefined,
      }),
    },
  );
  const { app, url: address } = await createService({
    service: 'reporting',
    module: ReportingModule,
    logger,
    host: settings.HOST,
    port: settings.PORT,
    ready: async () => {
      await Promise.all([pool.query('select 1'), jobs.waitUntilReady()]);
    },
  });
  return {
    url: address,
    async close() {
      await app.close();
      await working.close();
      await jobs.close();
      await renderer.close();
      transport?.close();
      await pool.end();
    },
  };
}
