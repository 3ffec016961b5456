import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildGoTool } from '../../setup/go-tools.mjs';
import { locateTools } from '../../setup/locate-tools.mjs';
import { goPins } from '../../setup/pins.mjs';
import { call } from './commands.ts';

/** The programs of others that make a lab. */
export interface Programs {
  /** Folder of `postgres`, `initdb` and `psql`. */
  readonly postgres: string;
  /** The Temporal server for several machines, and the tool that makes its tables. */
  readonly temporalServer: string;
  readonly temporalSql: string;
  /** Temporal's command line, from the set-up. */
  readonly temporal: string;
  /** The S3 server. */
  readonly versitygw: string;
}

/** Finds the programs; the two servers in Go are built once per machine (five minutes). */
export async function findPrograms(): Promise<Programs> {
  const { temporal } = locateTools(process.env, {});
  if (temporal.path === undefined) throw new Error('Temporal is not installed: run `npm run setup` first');
  const temporalServer = await built('temporal-server');
  return {
    postgres: await findPostgres(),
    temporalServer,
    temporalSql: join(temporalServer, '..', 'sql'),
    temporal: temporal.path,
    versitygw: await built('versitygw'),
  };
}

function built(name: string): Promise<string> {
  const pin = goPins.find((each) => each.name === name);
  if (pin === undefined) throw new Error(`setup/pins.json has no Go tool "${name}"`);
  return buildGoTool(pin);
}

async function findPostgres(): Promise<string> {
  const told = await call(['pg_config', '--bindir']).catch(() => '');
  const path = (process.env['PATH'] ?? '').split(':');
  const found = [told.trim(), ...path, ...debianFolders()].find((folder) =>
    ['postgres', 'initdb', 'psql'].every((name) => folder !== '' && existsSync(join(folder, name))),
  );
  if (found === undefined)
    throw new Error(
      'PostgreSQL 12 or newer is not installed: postgres, initdb and psql must be in one folder, on PATH or where Debian has them',
    );
  return found;
}

/** Debian keeps several versions beside each other, and off the path. */
function debianFolders(): readonly string[] {
  const root = '/usr/lib/postgresql';
  return existsSync(root) ? readdirSync(root).map((version) => join(root, version, 'bin')) : [];
}
