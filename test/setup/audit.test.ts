import { expect, test } from 'vitest';
import { judgeAudit } from '../../setup/audit.mjs';

const counts = (high: number, total: number) => ({ vulnerabilities: { high, total } });

test('a package with a severe vulnerability fails and is named; a mild one is counted', () => {
  const answer = JSON.stringify({
    metadata: counts(1, 2),
    vulnerabilities: {
      hole: { name: 'hole', severity: 'high', range: '<2.0.0' },
      dent: { name: 'dent', severity: 'low', range: '*' },
    },
  });
  expect(judgeAudit(answer)).toEqual({
    lines: ['high: hole <2.0.0', 'audit: 2 known vulnerabilities, 1 of high or critical severity'],
    fails: true,
  });
});

test('without vulnerabilities it says so', () => {
  const { lines, fails } = judgeAudit(JSON.stringify({ metadata: counts(0, 0), vulnerabilities: {} }));
  expect(lines).toEqual(['audit: 0 known vulnerabilities, 0 of high or critical severity']);
  expect(fails).toBe(false);
});

test.each([
  [
    'refuses',
    JSON.stringify({ message: '405 Method Not Allowed', statusCode: 405 }),
    '405 Method Not Allowed',
  ],
  ['cannot be reached', 'npm error network', 'npm error network'],
])('a registry that %s is said, and is no failure', (_, answer, reason) => {
  const { lines, fails } = judgeAudit(answer);
  expect(lines[0]).toContain(reason);
  expect(fails).toBe(false);
});
