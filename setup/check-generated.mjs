import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkoutRoot } from './checkout.mjs';
import { lastLines, runCommand } from './run-command.mjs';

/*
 * `npm run check:generated`: fails when a file in a generated/ folder is not what `npm run gen` writes now. The
 * files are put back afterwards, so that a check changes nothing.
 */
const root = checkoutRoot();
const folders = ['diagnostics/generated', 'schemas/generated'];

/** @returns {Map<string, string>} content by path */
function readGenerated() {
  const files = folders.flatMap((folder) =>
    readdirSync(join(root, folder)).map((name) => join(folder, name)),
  );
  return new Map(files.map((file) => [file, readFileSync(join(root, file), 'utf8')]));
}

const before = readGenerated();
const result = await runCommand('npm', ['run', '--loglevel=error', 'gen'], { cwd: root });
if (result.code !== 0) {
  console.error(`\`npm run gen\` failed:\n${lastLines(result)}`);
  process.exit(1);
}
const changed = [...readGenerated()]
  .filter(([file, text]) => before.get(file) !== text)
  .map(([file]) => file);
for (const file of changed) writeFileSync(join(root, file), before.get(file) ?? '');
if (changed.length > 0) {
  console.error(
    `Generated files are out of date: ${changed.join(', ')}. Run \`npm run gen\` and commit them.`,
  );
  process.exit(1);
}
