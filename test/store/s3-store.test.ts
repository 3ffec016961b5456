import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { openStore } from '../../store/open-store.ts';
import { type S3Server, s3Programs, startS3Server } from '../rig/s3-server.ts';
import { testStore } from './store-contract.ts';

const program = s3Programs[0];
let server: Promise<S3Server> | undefined;
afterAll(async () => (await server)?.[Symbol.asyncDispose]());

// versitygw keeps an object as the file of its name: the same tests can spoil it there.
testStore('a store in a bucket', program?.path !== undefined, async (folder, onDamage) => {
  if (program === undefined) throw new Error('no server');
  server ??= startS3Server(program);
  const { place, environment, disk } = await server;
  const store = await openStore(place(`lab/${randomUUID()}`, join(folder, 'work')), environment, onDamage);
  return { store, onDisk: (described) => described.replace('s3://experiments', disk) };
});
