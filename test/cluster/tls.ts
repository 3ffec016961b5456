import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { writeTinyPipeline } from '../cli/tiny-pipeline.ts';
import { writeFiles } from '../rig/cli.ts';
import { makeCertificates, tlsEnvironment } from './certificates.ts';
import { type Lab, openLab } from './lab.ts';
import { type Ended, lacuna, startWorker } from './lacuna.ts';
import type { Programs } from './programs.ts';
import type { Outcome } from './scenario.ts';

/** A way to reach Temporal that must be refused, and what people are told. */
interface Refusal {
  readonly name: string;
  readonly env: { readonly [name: string]: string | undefined };
  readonly says: RegExp;
}

const unreachable = 4;

/** Temporal with certificates on both sides: a run with the right ones, and a clear word with each wrong one. */
export async function tryCertificates(programs: Programs, keep: boolean): Promise<Outcome> {
  await using lab = await openLab(programs, true, keep);
  const folder = join(lab.folder, 'tiny');
  await mkdir(folder);
  await writeTinyPipeline(folder);
  const problems = await tryRightOnes(lab, folder);
  const refusals = await refusalsOf(lab);
  let refused = 0;
  for (const refusal of refusals) {
    for (const command of [
      ['run', 'tiny.yaml'],
      ['worker', '--queue', 'cpu'],
    ]) {
      const env = { ...placeOf(lab), ...refusal.env, LACUNA_STORE: join(folder, 'other') };
      const problem = judge(refusal, command, await lacuna(command, folder, env));
      if (problem === undefined) refused += 1;
      else problems.push(problem);
    }
  }
  return {
    name: 'tls',
    measures: [{ what: 'wrong certificates told, by run and worker', value: refused, unit: '' }],
    problems,
  };
}

/** Address and store, without certificates. */
function placeOf({ servers }: Lab): { readonly [name: string]: string } {
  return { ...servers.env, ...servers.s3.env };
}

/** A worker that has its certificates from variables, and a run that has them from a profile. */
async function tryRightOnes(lab: Lab, folder: string): Promise<string[]> {
  const [machine] = lab.workers;
  if (machine === undefined || lab.certificates === undefined) throw new Error('the lab is not as asked for');
  const { folder: tls } = lab.certificates;
  await writeFiles(folder, {
    'lab.toml': [
      '[profile.lab]',
      `address = "${lab.env['TEMPORAL_ADDRESS']}"`,
      `namespace = "${lab.env['TEMPORAL_NAMESPACE']}"`,
      '[profile.lab.tls]',
      ...[`server_ca_cert_path = "${tls}/ca.pem"`, `client_cert_path = "${tls}/worker.pem"`],
      `client_key_path = "${tls}/worker.key"`,
    ].join('\n'),
  });
  const store = join(folder, 'store');
  const worker = await startWorker(machine, join(folder, machine.name), { ...lab.env, LACUNA_STORE: store });
  const profile = { TEMPORAL_CONFIG_FILE: join(folder, 'lab.toml'), TEMPORAL_PROFILE: 'lab' };
  const env = { ...profile, LACUNA_STORE: store, LACUNA_WORKER: 'none' };
  const run = await lacuna(['run', 'tiny.yaml'], folder, env);
  await worker.stop();
  return run.code === 0 ? [] : [`the run with the right certificates ended with ${run.code}:\n${run.stderr}`];
}

async function refusalsOf(lab: Lab): Promise<readonly Refusal[]> {
  if (lab.certificates === undefined) throw new Error('the lab has no certificates');
  const right = tlsEnvironment(lab.certificates, 'worker');
  const others = await makeCertificates(join(lab.folder, 'others'), [{ name: 'worker' }]);
  const wrong = tlsEnvironment(others, 'worker');
  const { TEMPORAL_TLS_SERVER_CA_CERT_PATH: authority } = right;
  return [
    { name: 'no TLS at all', env: {}, says: /it speaks TLS.*TEMPORAL_TLS/ },
    {
      name: 'no authority',
      env: { ...right, TEMPORAL_TLS_SERVER_CA_CERT_PATH: undefined },
      says: /not trusted here/,
    },
    {
      name: 'another authority',
      env: { ...right, TEMPORAL_TLS_SERVER_CA_CERT_PATH: wrong['TEMPORAL_TLS_SERVER_CA_CERT_PATH'] },
      says: /not trusted here/,
    },
    {
      name: 'no client certificate',
      env: { TEMPORAL_TLS_SERVER_CA_CERT_PATH: authority },
      says: /refuses clients without a certificate/,
    },
    {
      name: 'an expired client certificate',
      env: tlsEnvironment(lab.certificates, 'expired'),
      says: /expired on Feb {2}1/,
    },
    {
      name: 'a client of another authority',
      env: { ...wrong, TEMPORAL_TLS_SERVER_CA_CERT_PATH: authority },
      says: /authority that the server trusts/,
    },
    {
      name: 'a certificate without its key',
      env: { ...right, TEMPORAL_TLS_CLIENT_KEY_PATH: undefined },
      says: /must be given together/,
    },
    {
      name: 'another name',
      env: { ...right, TEMPORAL_TLS_SERVER_NAME: 'elsewhere' },
      says: /for another name.*TEMPORAL_TLS_SERVER_NAME/,
    },
    {
      name: 'an API key in the clear',
      env: { TEMPORAL_API_KEY: 'not-for-the-wire', TEMPORAL_TLS: 'false' },
      says: /everybody on the way could read the key/,
    },
  ];
}

/** What is wrong with how a refusal was told. */
function judge({ name, says }: Refusal, command: readonly string[], ended: Ended): string | undefined {
  const { code, stdout, stderr } = ended;
  const all = `${stdout}${stderr}`;
  const wrong = [
    ...(code === unreachable ? [] : [`exit code ${code}`]),
    ...(says.test(all) ? [] : ['the reason is not told']),
    ...(/^\s+at .*:\d+:\d+/m.test(all) ? ['there is a stack trace'] : []),
    ...(/PRIVATE KEY|not-for-the-wire/.test(all) ? ['a secret is shown'] : []),
  ];
  if (wrong.length === 0) return undefined;
  return `${name}, lacuna ${command[0]}: ${wrong.join(', ')}:\n${all}`;
}
