import { lookup, type LookupAddress } from 'node:dns';
import { request as plainRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as secureRequest } from 'node:https';
import { BlockList, isIP, type LookupFunction } from 'node:net';

const inside = new BlockList();
for (const [network, bits] of [
  ...[
    ['0.0.0.0', 8],
    ['10.0.0.0', 8],
    ['100.64.0.0', 10],
    ['127.0.0.0', 8],
    ['169.254.0.0', 16],
  ],
  ...[
    ['172.16.0.0', 12],
    ['192.0.0.0', 24],
    ['192.168.0.0', 16],
    ['198.18.0.0', 15],
    ['224.0.0.0', 3],
  ],
] as const)
  inside.addSubnet(network, bits);
for (const [network, bits] of [
  ...[
    ['::', 127],
    ['fc00::', 7],
    ['fe80::', 10],
    ['ff00::', 8],
    ['64:ff9b::', 96],
    ['2002::', 16],
  ],
] as const)
  inside.addSubnet(network, bits, 'ipv6');

/** Whether an address belongs to this machine or its network. */
export function isInside(address: string): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  const plain = mapped ?? address;
  const family = isIP(plain);
  return family === 0 || inside.check(plain, family === 6 ? 'ipv6' : 'ipv4');
}

/** What a request is made of; nothing follows where the answer points to. */
export interface Outward {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly signal?: AbortSignal;
}

const MOST_BYTES = 1024 * 1024;

/**
 * Fetches from addresses outside the own network alone: an administrator of a firm names the provider, and must not make
 * this server ask its own. The name is looked up once, by the connection itself, so that it cannot lead elsewhere
 * between the look and the step.
 */
export function outwardFetch(
  resolve: LookupFunction = lookup as LookupFunction,
  isForbidden: (address: string) => boolean = isInside,
): (url: string, options: Outward) => Promise<Response> {
  const guarded: LookupFunction = (hostname, options, callback) =>
    resolve(hostname, { ...options, all: true }, (error, found) => {
      const addresses = (typeof found === 'string' ? [] : found) as readonly LookupAddress[];
      const [first] = addresses;
      if (error) return callback(error, []);
      if (!first || addresses.some(({ address }) => isForbidden(address)))
        return callback(new Error(`${hostname} is inside the own network`), []);
      if (options.all) callback(null, [...addresses]);
      else callback(null, first.address, first.family);
    });
  return async (url, { method, headers, body, signal }) => {
    const { protocol, hostname } = new URL(url);
    const literal = hostname.replace(/^\[|\]$/g, '');
    // An address is not looked up.
    if (isIP(literal) !== 0 && isForbidden(literal)) throw new Error(`${hostname} is inside the own network`);
    const options: RequestOptions = {
      method,
      headers,
      lookup: guarded,
      agent: false,
      ...(signal && { signal }),
    };
    const message = await new Promise<IncomingMessage>((done, fail) => {
      const sent = (protocol === 'https:' ? secureRequest : plainRequest)(url, options, done);
      sent.on('error', fail);
      sent.end(body === undefined || body === null ? undefined : String(body));
    });
    const parts: Buffer[] = [];
    let bytes = 0;
    for await (const part of message as AsyncIterable<Buffer>) {
      bytes += part.length;
      if (bytes > MOST_BYTES) throw new Error(`${hostname} answers more than ${MOST_BYTES} bytes`);
      parts.push(part);
    }
    const { statusCode: status = 502, headers: received } = message;
    const told = Object.entries(received).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, [value].flat().join(', ')] as [string, string]],
    );
    return new Response([204, 304].includes(status) ? null : Buffer.concat(parts), { status, headers: told });
  };
}
