/*
 * `node setup/main.mjs`: what `npm run demo` and `npm test` run first, on a fresh clone before any package is
 * there. This file loads under old versions of Node as well, to tell their users what is missing.
 */
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `Lacuna needs Node 20.19 or newer; this is ${process.version} (${process.execPath}). Install a newer one, from https://nodejs.org for example, then run the same command again.`,
  );
  process.exit(1);
}

const [{ setUp }, { endCommands }, { SetupProblem }] = await Promise.all([
  import('./set-up.mjs'),
  import('./run-command.mjs'),
  import('./setup-problem.mjs'),
]);

process.on('exit', endCommands);
for (const [signal, code] of /** @type {const} */ ([
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
])) {
  process.on(signal, () => {
    console.error('Set-up was interrupted. The same command goes on where it stopped.');
    process.exit(code);
  });
}

try {
  await setUp(process.env);
} catch (error) {
  if (error instanceof SetupProblem) console.error(`Set-up stopped. ${error.message}`);
  else
    console.error(
      `Set-up stopped at something it does not know: ${error instanceof Error ? error.message : error}\n  If this is not the disk or a permission, it is a bug in setup/.`,
    );
  process.exit(1);
}
