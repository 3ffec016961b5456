import { X509Certificate } from 'node:crypto';
import { connect as connectPlainly, isIP, type Socket } from 'node:net';
import { type ConnectionOptions, connect } from 'node:tls';
import type { ConnectionOptions as ClientOptions } from '@temporalio/client';

interface Target {
  readonly address: string;
  readonly connection: Pick<ClientOptions, 'tls'>;
}

/** How a handshake went: to its end, or why not. `ended` is a connection that was closed without a word. */
type Handshake = 'done' | 'ended' | 'silent' | Error;

const silenceMs = 3_000;
/** A server that refuses a client's certificate says so after the handshake, in the newest version of TLS. */
const refusalWithinMs = 500;

/**
 * What about TLS keeps us from a server, in words and with what to do; undefined when it is something else. Temporal's
 * library says of all this that the deadline has passed.
 */
export async function tlsTrouble(target: Target): Promise<string | undefined> {
  const { tls } = target.connection;
  if (tls === undefined || tls === null || tls === false) {
    const answer = await shakeHands(target, { rejectUnauthorized: false });
    return answer === 'done' || isAlert(answer)
      ? 'it speaks TLS, and none is configured here. Set TEMPORAL_TLS=true, and the certificates that it asks for'
      : undefined;
  }
  const options = optionsOf(tls);
  const answer = await shakeHands(target, options);
  if (answer === 'done' || answer === 'silent' || isUnreachable(answer)) return undefined;
  const known = answer === 'ended' ? undefined : explain(answer, options);
  if (known !== undefined) return known;
  if (await speaksPlainly(target))
    return 'it does not speak TLS, which is configured here, or comes with an API key. Set TEMPORAL_TLS=false where the network is yours alone';
  return flawOfCertificate(options);
}

function optionsOf(tls: NonNullable<ClientOptions['tls']>): ConnectionOptions {
  if (typeof tls !== 'object') return {};
  const { serverRootCACertificate: ca, clientCertPair: pair, serverNameOverride: servername } = tls;
  return {
    ...(ca && { ca: Buffer.from(ca) }),
    ...(pair && { cert: Buffer.from(pair.crt), key: Buffer.from(pair.key) }),
    ...(servername !== undefined && { servername }),
  };
}

/** As the library connects: with the name of HTTP/2, and of the host unless it is a bare address. */
function shakeHands(target: Target, options: ConnectionOptions): Promise<Handshake> {
  const { host, port } = hostAndPort(target.address);
  const named = isIP(host) === 0 ? { servername: host } : {};
  return outcomeOf(
    () => connect({ host, port, ALPNProtocols: ['h2'], ...named, ...options }),
    (socket, settle) =>
      socket.once('secureConnect', () => setTimeout(() => settle('done'), refusalWithinMs).unref()),
  );
}

/** Whether a server greets with HTTP/2 without encryption. */
async function speaksPlainly(target: Target): Promise<boolean> {
  const greeting = 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n';
  const noSettings = Buffer.from([0, 0, 0, 4, 0, 0, 0, 0, 0]);
  const answer = await outcomeOf(
    () => connectPlainly(hostAndPort(target.address)),
    (socket, settle) => {
      socket.once('connect', () => socket.write(Buffer.concat([Buffer.from(greeting), noSettings])));
      // The fourth byte is the kind of a frame: settings.
      socket.once('data', (bytes: Buffer) => settle(bytes[3] === 4 ? 'done' : 'ended'));
    },
  );
  return answer === 'done';
}

function outcomeOf<Kind extends Socket>(
  open: () => Kind,
  listen: (socket: Kind, settle: (how: Handshake) => void) => void,
): Promise<Handshake> {
  return new Promise((resolve) => {
    let socket: Kind;
    try {
      socket = open();
    } catch (error) {
      // A certificate or key that cannot be read.
      return resolve(error instanceof Error ? error : new Error(String(error)));
    }
    const settle = (how: Handshake) => {
      socket.destroy();
      resolve(how);
    };
    socket.once('error', settle);
    for (const name of ['end', 'close']) socket.once(name, () => settle('ended'));
    socket.setTimeout(silenceMs, () => settle('silent'));
    listen(socket, settle);
  });
}

function hostAndPort(address: string): { readonly host: string; readonly port: number } {
  const url = URL.canParse(`tcp://${address}`) ? new URL(`tcp://${address}`) : undefined;
  return { host: url?.hostname.replace(/^\[|\]$/g, '') ?? address, port: Number(url?.port || 7233) };
}

function codeOf(error: Handshake): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/** The connection was never there. */
function isUnreachable(error: Handshake): boolean {
  return (
    error instanceof Error && 'syscall' in error && /^(?:connect|getaddrinfo)/.test(String(error.syscall))
  );
}

function isAlert(answer: Handshake): boolean {
  return codeOf(answer).includes('ALERT');
}

const unknownAuthority =
  /^(?:UNABLE_TO_(?:VERIFY_LEAF_SIGNATURE|GET_ISSUER_CERT)|SELF_SIGNED|DEPTH_ZERO|CERT_UNTRUSTED)/;

function explain(error: Error, options: ConnectionOptions): string | undefined {
  const code = codeOf(error);
  if (unknownAuthority.test(code)) {
    return `its certificate is signed by an authority that is not trusted here (${code}). Name the right one's certificate with TEMPORAL_TLS_SERVER_CA_CERT_PATH`;
  }
  if (code === 'CERT_HAS_EXPIRED') return 'its certificate has expired. It must be renewed there';
  if (code === 'CERT_NOT_YET_VALID')
    return 'its certificate is not valid yet. Check the clocks of both machines';
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') {
    return `its certificate is for another name than the address (${error.message}). Say which one with TEMPORAL_TLS_SERVER_NAME`;
  }
  if (/^ERR_OSSL_/.test(code)) {
    return `the client certificate or its key cannot be used (${code}). Check the files that TEMPORAL_TLS_CLIENT_CERT_PATH and TEMPORAL_TLS_CLIENT_KEY_PATH name`;
  }
  return isAlert(error) ? flawOfCertificate(options, code.replace(/^ERR_SSL_/, '')) : undefined;
}

/** Why a server may have refused us. */
function flawOfCertificate({ cert }: ConnectionOptions, alert?: string): string {
  const said = alert === undefined ? 'it closed the connection without a reason' : `it said ${alert}`;
  if (!Buffer.isBuffer(cert)) {
    return `it refuses clients without a certificate (${said}). Name yours with TEMPORAL_TLS_CLIENT_CERT_PATH and TEMPORAL_TLS_CLIENT_KEY_PATH`;
  }
  const { validTo, validFrom } = new X509Certificate(cert);
  if (Date.parse(validTo) < Date.now())
    return `it refuses the client certificate (${said}), which has expired on ${validTo}. Have it renewed`;
  if (Date.parse(validFrom) > Date.now())
    return `it refuses the client certificate (${said}), which is valid only from ${validFrom}. Check the clocks`;
  return `it refuses the client certificate (${said}). It must be signed by an authority that the server trusts`;
}
