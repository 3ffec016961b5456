import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { call } from './commands.ts';

/** A folder with `ca.pem` and, by name, `NAME.pem` and `NAME.key`. */
export interface Certificates {
  readonly folder: string;
}

interface Subject {
  readonly name: string;
  /** What the server is called by those who connect; makes it a certificate of a server as well. */
  readonly hosts?: readonly string[];
  /** First and last second, as `openssl ca` writes them: 20240101000000Z. */
  readonly valid?: readonly [string, string];
}

/** An authority of its own that signs the server's certificate, and those of clients. */
export async function makeCertificates(folder: string, subjects: readonly Subject[]): Promise<Certificates> {
  await mkdir(folder, { recursive: true });
  const openssl = (...args: string[]) => call(['openssl', ...args], { cwd: folder });
  const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  await openssl(
    ...['req', '-x509', ...newKey, '-days', '30', '-subj', '/CN=Lab authority'],
    ...['-addext', 'keyUsage=critical,keyCertSign', '-keyout', 'ca.key', '-out', 'ca.pem'],
  );
  await writeFile(join(folder, 'index.txt'), '');
  await writeFile(join(folder, 'ca.conf'), caConfiguration);
  for (const { name, hosts, valid } of subjects) {
    const names = hosts?.map((host) => `${/^[\d.]+$/.test(host) ? 'IP' : 'DNS'}:${host}`);
    const uses = `extendedKeyUsage=clientAuth${names ? ',serverAuth' : ''}\n`;
    await writeFile(
      join(folder, `${name}.ext`),
      `${uses}${names ? `subjectAltName=${names.join(',')}\n` : ''}`,
    );
    await openssl('req', ...newKey, '-subj', `/CN=${name}`, '-keyout', `${name}.key`, '-out', `${name}.csr`);
    const period = valid ? ['-startdate', valid[0], '-enddate', valid[1]] : ['-days', '30'];
    await openssl(
      ...['ca', '-batch', '-config', 'ca.conf', '-notext', ...period],
      ...['-extfile', `${name}.ext`, '-in', `${name}.csr`, '-out', `${name}.pem`],
    );
  }
  return { folder };
}

const caConfiguration = `[ca]
default_ca = lab
[lab]
database = index.txt
new_certs_dir = .
certificate = ca.pem
private_key = ca.key
default_md = sha256
serial = serial
rand_serial = yes
unique_subject = no
policy = any
[any]
commonName = supplied
`;

/** For whatever uses Temporal's variables, as a client of the authority. */
export function tlsEnvironment(
  { folder }: Certificates,
  client: string,
): { readonly [name: string]: string } {
  return {
    TEMPORAL_TLS_SERVER_CA_CERT_PATH: join(folder, 'ca.pem'),
    TEMPORAL_TLS_CLIENT_CERT_PATH: join(folder, `${client}.pem`),
    TEMPORAL_TLS_CLIENT_KEY_PATH: join(folder, `${client}.key`),
  };
}
