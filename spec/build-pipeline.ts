import type { DataSource, FigureOptions, Step, TableOptions } from '../schemas/generated/resolved.ts';
import { asRecord, type JsonRecord, type JsonValue, member } from './json-value.ts';
import type {
  Combination,
  OptionsOf,
  Pipeline,
  PipelineFigure,
  PipelineStep,
  PipelineTable,
  StepOperation,
  StepUsing,
} from './pipeline.ts';
import type { Places } from './places.ts';
import { childPointer } from './pointer.ts';
import { substituteAxes } from './substitute.ts';

/** The pipeline of a file that has passed every check; the casts below rest on the schema. */
export function buildPipeline(filled: JsonRecord, places: Places): Pipeline {
  const about = filled['about'];
  return {
    file: places.source.file,
    name: String(filled['name']),
    ...(typeof about === 'string' && { about }),
    seeds: (filled['seeds'] ?? []) as readonly number[],
    data: asRecord(filled['data']) as unknown as { readonly [name: string]: DataSource },
    encoders: asRecord(filled['encoders']) as unknown as Pipeline['encoders'],
    steps: Object.entries(asRecord(filled['steps'])).map(([name, step]) => buildStep(name, step, places)),
    tables: Object.entries(asRecord(filled['tables'])).map(([name, table]) =>
      buildTable(name, table, places),
    ),
    figures: Object.entries(asRecord(filled['figures'])).map(([name, figure]) =>
      buildFigure(name, figure, places),
    ),
    spanAt: (pointer) => places.spanAt(pointer),
    resolveWith,
  };
}

function buildStep(name: string, value: JsonValue, places: Places): PipelineStep {
  const step = value as unknown as Step;
  return {
    name,
    uses: step.uses,
    needs: step.needs ?? [],
    matrix: 'matrix' in step ? (step.matrix ?? {}) : {},
    queue: step.queue ?? (step.uses === 'preprocess' || step.uses === 'command' ? 'cpu' : 'gpu'),
    ...('checkpoint' in step && { checkpoint: step.checkpoint }),
    with: asRecord(member(value, 'with')),
    span: places.nearestSpan(childPointer('/steps', name), 'key'),
  };
}

function buildTable(name: string, value: JsonValue, places: Places): PipelineTable {
  const span = places.nearestSpan(childPointer('/tables', name), 'key');
  return { name, options: value as unknown as TableOptions, span };
}

function buildFigure(name: string, value: JsonValue, places: Places): PipelineFigure {
  const span = places.nearestSpan(childPointer('/figures', name), 'key');
  return { name, options: value as unknown as FigureOptions, span };
}

/** The options of a step for one combination of its axes, defaults filled in. */
function resolveWith<Operation extends StepOperation>(
  step: StepUsing<Operation>,
  axes: Combination,
): OptionsOf[Operation] {
  return substituteAxes(step.with, axes) as unknown as OptionsOf[Operation];
}
