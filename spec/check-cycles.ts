import type { FileView, StepView } from './file-view.ts';
import type { Findings } from './findings.ts';
import { type Dependency, dependenciesOf } from './step-graph.ts';

/** Reports each cycle of steps once, at the place that closes it, with its path. */
export function checkCycles(view: FileView, findings: Findings): void {
  const edges = new Map([...view.steps.values()].map((step) => [step, dependenciesOf(view, step)]));
  const finished = new Set<StepView>();
  for (const start of view.steps.values()) walk(start, edges, finished, findings);
}

/** Depth first without recursion: a chain of steps may be as long as the file. */
function walk(
  start: StepView,
  edges: ReadonlyMap<StepView, readonly Dependency[]>,
  finished: Set<StepView>,
  findings: Findings,
): void {
  const path: { step: StepView; next: number }[] = finished.has(start) ? [] : [{ step: start, next: 0 }];
  const open = new Set(path.map(({ step }) => step));
  for (let top = path.at(-1); top; top = path.at(-1)) {
    const edge = edges.get(top.step)?.[top.next];
    top.next += 1;
    if (edge === undefined) {
      finished.add(top.step);
      open.delete(top.step);
      path.pop();
    } else if (open.has(edge.to)) {
      addCycle(
        path.map(({ step }) => step),
        edge,
        findings,
      );
    } else if (!finished.has(edge.to)) {
      path.push({ step: edge.to, next: 0 });
      open.add(edge.to);
    }
  }
}

function addCycle(path: readonly StepView[], { to, pointer }: Dependency, findings: Findings): void {
  const names = [...path.slice(path.indexOf(to)), to].map(({ name }) => name);
  findings.addUnlessFound('LAC1305', { path: names.join(' -> ') }, pointer, { subject: names.join(' ') });
}
