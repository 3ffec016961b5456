import { stringify } from 'yaml';
import type { Span } from '../diagnostics/diagnostic.ts';
import type { Pipeline } from '../spec/pipeline.ts';

/**
 * Every option of every step, table and figure with its value, as YAML; a comment says which values are defaults and
 * where the others stand.
 */
export function renderResolved(pipeline: Pipeline): string {
  const steps = pipeline.steps.map((step) => [`steps/${step.name}/with`, step.with] as const);
  const tables = pipeline.tables.map((table) => [`tables/${table.name}`, table.options] as const);
  const figures = pipeline.figures.map((figure) => [`figures/${figure.name}`, figure.options] as const);
  const sections = [...steps, ...tables, ...figures].map(
    ([path, options]) => `# ${path}\n${renderOptions(options, `/${path}`, '', pipeline)}`,
  );
  return sections.join('\n\n');
}

function renderOptions(options: object, pointer: string, indent: string, pipeline: Pipeline): string {
  const lines = Object.entries(options).map(([name, value]: [string, unknown]) => {
    const inner = `${pointer}/${name}`;
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      return `${indent}${name}:\n${renderOptions(value, inner, `${indent}  `, pipeline)}`;
    }
    const at = pipeline.spanAt(inner);
    const text = stringify(value, { collectionStyle: 'flow', lineWidth: 0 }).trimEnd();
    return `${indent}${name}: ${text}  # ${at ? placeOf(at, pipeline) : 'default'}`;
  });
  return lines.join('\n');
}

/** `line 12`, of an included file with its name. */
function placeOf({ line, file }: Span, pipeline: Pipeline): string {
  return file === pipeline.file ? `line ${line}` : `line ${line} of ${file}`;
}
