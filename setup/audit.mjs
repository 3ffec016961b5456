import { runCommand } from './run-command.mjs';

/*
 * `npm run audit`: known vulnerabilities in the packages that a user installs. Those of high or critical severity fail;
 * a registry that does not answer audits, a mirror for example, is said and is no failure.
 */

/**
 * What an answer of `npm audit --json` means: lines to say, and whether it is a failure.
 * @param {string} answer
 * @returns {{ lines: string[], fails: boolean }}
 */
export function judgeAudit(answer) {
  const report = parse(answer);
  const counts = report?.metadata?.vulnerabilities;
  if (counts === undefined) {
    const reason = String(report?.message ?? answer.slice(0, 200)).split('\n')[0];
    return { lines: [`audit skipped: the package registry gave no report (${reason})`], fails: false };
  }
  const severe = Object.values(report.vulnerabilities ?? {}).filter(({ severity }) =>
    ['high', 'critical'].includes(severity),
  );
  const lines = severe.map(({ name, severity, range }) => `${severity}: ${name} ${range}`);
  const summary = `audit: ${counts.total} known vulnerabilities, ${severe.length} of high or critical severity`;
  return { lines: [...lines, summary], fails: severe.length > 0 };
}

/** @param {string} text */
function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

if (import.meta.filename === process.argv[1]) {
  const { stdout, stderr } = await runCommand('npm', ['audit', '--omit=dev', '--json', '--logs-max=0']);
  const { lines, fails } = judgeAudit(stdout || stderr);
  for (const line of lines) console.error(line);
  process.exitCode = fails ? 1 : 0;
}
