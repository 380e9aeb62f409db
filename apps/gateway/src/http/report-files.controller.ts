import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import type { ReportFormat } from '@rapport/domain';
import { downloadReport } from '@rapport/read-models';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isId } from '../commands/ids.js';
import { SIGN_IN, type SignIn } from './sign-in.js';

const TYPES: Readonly<Record<ReportFormat, string>> = {
  pdf: 'application/pdf',
  html: 'text/html; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
};

const isFormat = (text: string): text is ReportFormat => Object.hasOwn(TYPES, text);

const tagOf = (sha256: string): string => `"${sha256}"`;
const ifNoneMatch = (request: FastifyRequest): string | undefined => request.headers['if-none-match'];

/** Files of issued reports, for whoever may see the report itself. */
@Controller('api/reports')
export class ReportFilesController {
  constructor(@Inject(SIGN_IN) private readonly signIn: SignIn) {}

  @Get(':id/:format')
  async download(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('id') id: string,
    @Param('format') format: string,
  ): Promise<unknown> {
    const { ports, callerFrom } = this.signIn;
    const caller = await callerFrom(request.headers.cookie);
    if (!caller) return reply.code(401).send({ error: 'Please sign in.' });
    const known = ifNoneMatch(request);
    const isKnown = (sha256: string) => known === tagOf(sha256);
    const found =
      isId(id) && isFormat(format) ? await downloadReport(ports.pool, caller, id, format, isKnown) : null;
    if (!found) return reply.code(404).send({ error: 'There is no such report.' });
    const { report: row, file } = found;
    void reply.header('etag', tagOf(file.sha256));
    if (isKnown(file.sha256)) return reply.code(304).send();
    const name = `rapport-${row.dated}-${row.audience}-${row.locale}.${file.format}`;
    return reply
      .header('content-disposition', `attachment; filename="${name}"`)
      .type(TYPES[file.format])
      .send(Buffer.from(file.content));
  }
}
