import { randomBytes } from 'node:crypto';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { call, type Service, startService, until } from './commands.ts';
import type { Machine } from './machines.ts';
import type { Programs } from './programs.ts';

export interface Postgres extends AsyncDisposable {
  /** Of the role `temporal`, which may make databases. */
  readonly password: string;
  readonly service: Service;
}

/** A fresh PostgreSQL on the loopback interface of a machine, by a user without rights: as root it refuses to run. */
export async function startPostgres(
  { postgres }: Pick<Programs, 'postgres'>,
  machine: Machine,
  folder: string,
): Promise<Postgres> {
  const password = randomBytes(12).toString('hex');
  const [data, secret] = [join(folder, 'data'), join(folder, 'password')];
  const user = await userOf('postgres').catch(() => userOf('nobody'));
  const asUser = ['setpriv', `--reuid=${user.uid}`, `--regid=${user.gid}`, '--clear-groups'];
  await mkdir(folder, { recursive: true });
  await writeFile(secret, password);
  await call(['chown', '-R', `${user.uid}:${user.gid}`, folder]);
  await chmod(folder, 0o700);
  const options = ['--username=temporal', `--pwfile=${secret}`, '--auth=scram-sha-256', '--encoding=UTF8'];
  await call([...asUser, join(postgres, 'initdb'), '--locale=C', ...options, '-D', data], { cwd: folder });
  const service = startService(
    [
      ...machine.enter,
      ...asUser,
      join(postgres, 'postgres'),
      ...['-D', data, '-c', 'listen_addresses=127.0.0.1', '-c', `unix_socket_directories=${folder}`],
    ],
    { log: join(folder, '..', 'postgres.log'), cwd: folder },
  );
  const ask = [
    ...machine.enter,
    join(postgres, 'psql'),
    ...['-h', '127.0.0.1', '-U', 'temporal', '-c', 'select 1'],
  ];
  const answers = () =>
    call([...ask, 'postgres'], { env: { PGPASSWORD: password } }).then(
      () => true,
      () => false,
    );
  await until('PostgreSQL answers', answers, service);
  // SIGINT is its fast stop: connections are ended, nothing is lost.
  return { password, service, [Symbol.asyncDispose]: () => service.stop('SIGINT') };
}

async function userOf(name: string): Promise<{ readonly uid: number; readonly gid: number }> {
  const [uid, gid] = await Promise.all([call(['id', '-u', name]), call(['id', '-g', name])]);
  return { uid: Number(uid), gid: Number(gid) };
}
