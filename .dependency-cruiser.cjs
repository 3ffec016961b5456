/*
 * The rooms of ARCHITECTURE.md as rules. A room that is not in the table may be imported by nobody; the tests,
 * benchmarks and the experiments' folder are no rooms.
 */

/** What each room may import; `types` only by `import type`. */
const rooms = {
  schemas: {},
  diagnostics: {},
  random: {},
  threads: { values: ['diagnostics'] },
  tensor: { values: ['diagnostics'] },
  signal: {},
  grid: {},
  spec: { values: ['schemas', 'diagnostics', 'grid'] },
  plan: { values: ['schemas', 'diagnostics', 'grid'], types: ['spec', 'score'] },
  store: { values: ['diagnostics', 'plan'] },
  data: {
    values: ['signal', 'tensor', 'random', 'threads', 'diagnostics', 'setup'],
    types: ['plan', 'schemas'],
  },
  model: { values: ['tensor', 'random', 'threads', 'diagnostics'] },
  train: {
    values: [
      'model',
      'data',
      'plan',
      'grid',
      'score',
      'signal',
      'tensor',
      'random',
      'threads',
      'diagnostics',
    ],
    types: ['schemas'],
  },
  score: {},
  evaluate: { values: ['grid', 'score', 'tensor', 'diagnostics'], types: ['plan', 'schemas'] },
  figure: { values: ['table', 'score', 'diagnostics'], types: ['plan', 'schemas'] },
  table: { values: ['score', 'diagnostics'], types: ['plan', 'schemas'] },
  workflows: { values: ['plan'], types: ['activities'] },
  activities: {
    values: ['plan', 'store', 'data', 'evaluate', 'table', 'figure', 'score', 'diagnostics'],
    types: ['schemas'],
  },
  engine: { values: ['workflows', 'activities', 'store', 'diagnostics'], types: ['plan'] },
  setup: {},
};

/** Functions of their arguments: no disk, network, clock or process. */
const pureRooms = ['spec', 'plan', 'grid', 'signal', 'score', 'table', 'random', 'workflows'];

/** Anything in the tree: a room, or a file beside the rooms such as temporal.config.ts. */
const ours = '^(?!node_modules/)[^.]';

const only = (room, values = [], types = []) => {
  const within = (names) => `^(?:${[room, ...names].join('|')})/`;
  const allowed = values.join(', ') || 'no other room';
  return [
    {
      name: `only-${room}`,
      comment: `${room}/ may import ${allowed} (ARCHITECTURE.md).`,
      severity: 'error',
      from: { path: `^${room}/` },
      to: { path: ours, pathNot: within(values), dependencyTypesNot: ['type-only', 'core'] },
    },
    {
      name: `only-${room}-types`,
      comment: `${room}/ may import types of ${[...values, ...types].join(', ') || 'no other room'} (ARCHITECTURE.md).`,
      severity: 'error',
      from: { path: `^${room}/` },
      to: {
        path: ours,
        pathNot: within([...values, ...types]),
        dependencyTypes: ['type-only'],
        dependencyTypesNot: ['core'],
      },
    },
  ];
};

module.exports = {
  forbidden: [
    ...Object.entries(rooms).flatMap(([room, { values, types }]) => only(room, values, types)),
    {
      name: 'pure-rooms',
      comment: 'A pure room computes from its arguments: it imports nothing of Node (ARCHITECTURE.md).',
      severity: 'error',
      from: { path: `^(?:${pureRooms.join('|')})/` },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'workflows-packages',
      comment: "A workflow is replayed: of all packages it may use only Temporal's workflow library.",
      severity: 'error',
      from: { path: '^workflows/' },
      to: { path: 'node_modules/', pathNot: 'node_modules/@temporalio/(?:workflow|common)/' },
    },
    {
      name: 'no-circular',
      comment: 'Two files that import each other are one file, or miss a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-unresolvable',
      comment: 'An import that leads nowhere.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: '^(?:node_modules|dist)/' },
    exclude: { path: '^(?:dist|\\.lacuna|test|bench)/' },
    // 'specify' keeps apart what is gone after compiling (import type) and what stays.
    tsPreCompilationDeps: 'specify',
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default'],
    },
  },
};
