import { Module } from '@nestjs/common';
import { deciders, eventCodec, type TenantId } from '@rapport/domain';
import { openLog } from '@rapport/event-store';
import { openJobQueue, openOutbox, putJob } from '@rapport/jobs';
import { createService, type Logger, type RunningService, type Settings } from '@rapport/platform';
import { appUrl, createPool } from '@rapport/platform/database';
import { inTenant, openReadWake } from '@rapport/read-models';
import { openTypstRenderer } from '@rapport/reports';
import { createTransport } from 'nodemailer';
import { enforceRetention, erasePersonJob, resumeErasures } from './erase-person.js';
import { exportPersonJob, failExportJob } from './export-person.js';
import { failReportJob, renderReportJob } from './render-report.js';
import { sendAccountMailJob } from './send-account-mail.js';
import { sendInvitationsJob } from './send-invitations.js';

@Module({})
class ReportingModule {}

const RETENTION_EVERY_MS = 15 * 60_000;

/** Works on jobs: reports and mails. Any number may run; they compete for jobs. */
export async function startReporting(
  settings: Settings<'reporting'>,
  logger: Logger,
  /** Mail that this installation itself keeps, to be forgotten with a person. */
  { forgetMail = () => 0 }: { readonly forgetMail?: (address: string) => number } = {},
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
  const log = await openLog({ settings, codec: eventCodec, deciders, connections: 3, onError });
  const wake = openReadWake(url, onError);
  const erasing = { pool, commands, erasures: log.erasures, wake, forgetMail };
  const exporting = { pool, log, renderer };
  const outbox = openOutbox((tenant, work) => inTenant(pool, tenant as TenantId, work), jobs);
  const working = jobs.work(
    outbox.settling({
      'render-report': (data, report) => renderReportJob(ports, data, report),
      'send-invitations': (data, report) => sendInvitationsJob(mail, data, report),
      'send-account-mail': (data) => sendAccountMailJob(mail, data),
      'erase-person': (data, report) => erasePersonJob(erasing, data, report),
      'export-person': (data, report) => exportPersonJob(exporting, data, report),
    }),
    {
      onLastFailure: outbox.settlingFailures({
        'render-report': (data) => failReportJob(ports, data),
        'send-invitations': async () => undefined,
        'send-account-mail': async () => undefined,
        // Nobody may wait for an erasure for ever: what has failed is begun anew by the clock below.
        'erase-person': async () => undefined,
        'export-person': (data) => failExportJob(exporting, data),
      }),
    },
  );
  const clock = setInterval(() => {
    enforceRetention({ pool, commands }, new Date().toISOString())
      .then((due) => due > 0 && logger.info({ due }, 'retention has run out: persons are being erased'))
      .then(() => resumeErasures(pool, (client, data) => putJob(client, 'erase-person', data)))
      .catch(onError);
  }, RETENTION_EVERY_MS).unref();
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
      clearInterval(clock);
      await app.close();
      await working.close();
      await wake.close();
      await log.close();
      await jobs.close();
      await renderer.close();
      transport?.close();
      await pool.end();
    },
  };
}
