import { errors, jwtVerify, SignJWT } from 'jose';

/** What a service may do in whose name: one command, one tenant, one actor, for a minute. */
export interface ServiceClaims {
  readonly service: string;
  readonly tenantId: string;
  readonly actorId: string;
  readonly commandId: string;
}

const AUDIENCE = 'assessment';
const LIFETIME = '60s';
/** Clocks of two machines may differ by this much. */
const TOLERANCE_SECONDS = 60;

/** Signs with the shared secret (32 bytes, base64). */
export async function signServiceToken(secret: string, claims: ServiceClaims): Promise<string> {
  return new SignJWT({ tenant: claims.tenantId, actor: claims.actorId, command: claims.commandId })
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuer(claims.service)
    .setAudience(AUDIENCE)
    .setIssuedAt()
    .setExpirationTime(LIFETIME)
    .sign(Buffer.from(secret, 'base64'));
}

/** The claims of a valid token; `null` for anything else, without saying what was wrong with it. */
export async function verifyServiceToken(secret: string, token: string): Promise<ServiceClaims | null> {
  try {
    const { payload } = await jwtVerify(token, Buffer.from(secret, 'base64'), {
      audience: AUDIENCE,
      algorithms: ['HS256'],
      clockTolerance: TOLERANCE_SECONDS,
      requiredClaims: ['iss', 'exp', 'tenant', 'actor', 'command'],
    });
    const { iss, tenant, actor, command } = payload as Record<string, unknown>;
    if (![iss, tenant, actor, command].every((claim) => typeof claim === 'string')) return null;
    return {
      service: iss as string,
      tenantId: tenant as string,
      actorId: actor as string,
      commandId: command as string,
    };
  } catch (error) {
    if (error instanceof errors.JOSEError) return null;
    throw error;
  }
}
