import { execFile } from 'node:child_process';
import { cp, mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { isBuilt, isBundled, readSources, rooms } from '../../setup/build.mjs';
import { checkoutRoot } from '../../setup/checkout.mjs';

const execute = promisify(execFile);

/**
 * The code under test, compiled, in a folder of its own: a build in the middle of a run changes nothing. Taken from
 * dist/ when it is current, else compiled here. Gives the path of the command line.
 */
export async function frozenBuild(folder: string): Promise<string> {
  const root = checkoutRoot();
  await mkdir(folder, { recursive: true });
  await cp(join(root, 'package.json'), join(folder, 'package.json'));
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
  const sources = readSources(root);
  if (isBuilt(root, sources) && isBundled(root, sources)) {
    await cp(join(root, 'dist'), join(folder, 'dist'), { recursive: true });
  } else {
    await compile(root, folder);
  }
  return join(folder, 'dist/cli/main.js');
}

async function compile(root: string, folder: string): Promise<void> {
  const beside = ['temporal.config.ts', 'tsconfig.json', 'tsconfig.build.json'];
  for (const name of [...beside, ...rooms]) {
    await cp(join(root, name), join(folder, name), { recursive: true });
  }
  // Types are checked elsewhere.
  const typescript = join(folder, 'node_modules/typescript/bin/tsc');
  const options = ['--noCheck', '--incremental', 'false', '--sourceMap', 'false'];
  await execute(process.execPath, [typescript, '-p', 'tsconfig.build.json', ...options], { cwd: folder });
  for (const room of rooms) {
    const isRead = (path: string) => !/\.(?:ts|mjs|md)$/.test(path);
    await cp(join(folder, room), join(folder, 'dist', room), { recursive: true, filter: isRead });
  }
  await execute(process.execPath, [join(folder, 'dist/engine/bundle.js')], { cwd: folder });
}
