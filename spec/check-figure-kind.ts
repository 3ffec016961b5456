import type { Findings } from './findings.ts';
import { type JsonRecord, member, memberAt } from './json-value.ts';
import { childPointer } from './pointer.ts';
import { choices } from './suggest.ts';

interface KindCheck {
  /** `figure "curves"`. */
  readonly owner: string;
  readonly kind: string;
  readonly options: JsonRecord;
  readonly pointer: string;
}

/** What each kind has from left to right, and which options are of no use to it. */
const kinds: {
  readonly [kind: string]: { readonly x: readonly string[]; readonly unused: readonly (readonly string[])[] };
} = {
  curves: { x: ['available', 'scenario', 'axis'], unused: [['y', 'axis'], ['classes']] },
  bars: { x: [], unused: [['y', 'axis']] },
  heatmap: { x: ['cells', 'axis'], unused: [['series'], ['classes']] },
};

const everyX = ['available', 'scenario', 'axis', 'cells'];

/** Whether a figure has what its kind needs; options that its kind has no use for are reported too. */
export function checkFigureKind({ owner, kind, options, pointer }: KindCheck, findings: Findings): boolean {
  const rule = kinds[kind];
  if (rule === undefined) return false;
  const notOfX = everyX.filter((name) => !rule.x.includes(name)).map((name) => ['x', name]);
  for (const path of [...rule.unused, ...notOfX]) {
    if (memberAt(options, ...path) === undefined) continue;
    const values = { owner, option: path.join('.'), why: `it is of kind "${kind}"` };
    findings.addUnlessFound('LAC1427', values, childPointer(pointer, ...path), { side: 'key' });
  }
  const missing = missingOf(kind, rule.x, options);
  if (missing === undefined) return !notOfX.some((path) => memberAt(options, ...path) !== undefined);
  const at = member(options, missing.in) === undefined ? pointer : childPointer(pointer, missing.in);
  findings.addUnlessFound('LAC1429', { owner, kind, missing: missing.text }, at, { side: 'key' });
  return false;
}

function missingOf(kind: string, x: readonly string[], options: JsonRecord) {
  const there = x.filter((name) => memberAt(options, 'x', name) !== undefined);
  if (x.length > 0 && there.length !== 1) {
    const one = there.length === 0 ? 'what changes along `x`' : 'one thing that changes along `x`';
    return { in: 'x', text: `${one}: ${choices(x.map((name) => `\`${name}\``))}` };
  }
  if (kind === 'heatmap' && memberAt(options, 'y', 'axis') === undefined) {
    return { in: 'y', text: '`y.axis`, the matrix axis of its rows' };
  }
  return undefined;
}
