import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import type { Caller } from '@rapport/domain';
import { downloadExport, erasuresInReach, evidenceOf } from '@rapport/read-models';
import { evidenceFile } from '@rapport/reports/evidence';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isId } from '../commands/ids.js';
import { SIGN_IN, type SignIn } from './sign-in.js';

const TYPES = { json: 'application/json; charset=utf-8', pdf: 'application/pdf' } as const;
const isFormat = (text: string): text is keyof typeof TYPES => Object.hasOwn(TYPES, text);

/** What people and those who answer for them fetch as files: copies of everything, certificates, evidence. */
@Controller('api')
export class RightsController {
  constructor(@Inject(SIGN_IN) private readonly signIn: SignIn) {}

  @Get('my-exports/:id/:format')
  async copy(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('id') id: string,
    @Param('format') format: string,
  ): Promise<unknown> {
    const caller = await this.caller(request);
    if (!caller) return reply.code(401).send({ error: 'Please sign in.' });
    const file =
      isId(id) && isFormat(format) ? await downloadExport(this.signIn.ports.pool, caller, id, format) : null;
    if (!file || !isFormat(format)) return reply.code(404).send({ error: 'There is no such file.' });
    return reply
      .header('cache-control', 'no-store')
      .header('content-disposition', `attachment; filename="rapport-my-data-${file.requestedAt}.${format}"`)
      .type(TYPES[format])
      .send(Buffer.from(file.content));
  }

  @Get('erasures/:personId')
  async certificate(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('personId') personId: string,
  ): Promise<unknown> {
    const caller = await this.caller(request);
    if (!caller) return reply.code(401).send({ error: 'Please sign in.' });
    const { pool } = this.signIn.ports;
    const page = isId(personId)
      ? await erasuresInReach(pool, caller, { first: 1, after: null }, personId)
      : null;
    const erasure = page?.edges[0]?.node;
    if (!erasure?.certificate) return reply.code(404).send({ error: 'There is no such certificate.' });
    const { requestedBy, requestedAt, confirmedBy, confirmedAt, erasedAt, certificate } = erasure;
    return reply
      .header('cache-control', 'no-store')
      .header('content-disposition', `attachment; filename="rapport-erasure-${personId}.json"`)
      .type(TYPES.json)
      .send(
        JSON.stringify({
          schema: 'rapport-erasure/1',
          tenantId: caller.tenantId,
          personId,
          ...{ requestedBy, requestedAt, confirmedBy, confirmedAt, erasedAt },
          ...certificate,
        }),
      );
  }

  @Get('engagements/:id/evidence')
  async evidence(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('id') id: string,
  ): Promise<unknown> {
    const caller = await this.caller(request);
    if (!caller) return reply.code(401).send({ error: 'Please sign in.' });
    const { pool } = this.signIn.ports;
    const facts = isId(id) ? await evidenceOf(pool, caller, id, { record: true }) : null;
    if (!facts) return reply.code(404).send({ error: 'There is no such engagement.' });
    return reply
      .header('cache-control', 'no-store')
      .header('content-disposition', `attachment; filename="rapport-evidence-${id}.json"`)
      .type(TYPES.json)
      .send(evidenceFile(facts));
  }

  private caller(request: FastifyRequest): Promise<Caller | null> {
    return this.signIn.callerFrom(request.headers.cookie);
  }
}
