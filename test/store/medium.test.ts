import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { FolderMedium } from '../../store/folder-medium.ts';
import { tempFolder } from '../rig/cli.ts';
import { openThere, type S3Server, s3Programs, startS3Server } from '../rig/s3-server.ts';
import { testMedium } from './medium-contract.ts';

testMedium('a folder', true, async () => {
  const folder = await tempFolder();
  await mkdir(join(folder.path, 'tmp'));
  return {
    medium: new FolderMedium(folder.path),
    workDirectory: folder.path,
    [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose](),
  };
});

const servers = new Map<string, Promise<S3Server>>();
afterAll(async () => {
  for (const server of servers.values()) await (await server)[Symbol.asyncDispose]();
});

for (const program of s3Programs) {
  testMedium(program.name, program.path !== undefined, async () => {
    const server = servers.get(program.name) ?? startS3Server(program);
    servers.set(program.name, server);
    const folder = await tempFolder();
    const place = (await server).place(`lab/${randomUUID()}`, folder.path);
    return {
      medium: await openThere(await server, place),
      workDirectory: folder.path,
      [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose](),
    };
  });
}
