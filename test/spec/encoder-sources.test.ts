import { describe, expect, test } from 'vitest';
import { resolveSource } from '../../data/sources/weight-source.ts';
import { readPipeline } from '../../spec/read-pipeline.ts';
import { completed } from './example-file.ts';

const sha256 = 'a1'.repeat(32);

function codesOf(from: string, vocabulary: string): readonly string[] {
  const text = completed(`
encoders: {text: {architecture: bert, from: ${JSON.stringify(from)}}}
steps:
  prepare: {uses: preprocess, with: {data: emoji, text: {vocabulary: ${JSON.stringify(vocabulary)}}}}
  train: {uses: train, with: {dataset: prepare, method: u2a, seed: 0}}
  evaluate: {uses: evaluate, with: {model: train}}
`);
  return readPipeline({ file: 'p.yaml', text }).diagnostics.map(({ code }) => code);
}

describe('the source', () => {
  test.each([
    './folder',
    `pip:other==1.0#sha256=${sha256}`,
    'hub:google-bert/bert-base-uncased@main',
    'hub:google-bert/bert-base-uncased@refs/pr/1',
  ])('%s is read as an encoder and as a vocabulary, by the language and by what fetches it', (source) => {
    expect(codesOf(source, source)).not.toContain('LAC1304');
    expect(resolveSource(source)).not.toBeNull();
  });

  test.each(['preset:bert-tiny', 'preset:bert-tiny@7'])('%s is read as an encoder only', (source) => {
    expect(codesOf(source, './words')).not.toContain('LAC1304');
    expect(codesOf('./folder', source)).toContain('LAC1304');
    expect(resolveSource(source)).not.toBeNull();
  });

  test.each([
    'pip:other==1.0#sha256=abc',
    'pip:other',
    'hub:google-bert/bert-base-uncased',
    'hub:bert-base-uncased@main',
    'hub:a/b/c@main',
    'preset:',
    'preset:bert-tiny@-1',
  ])('%s is refused by both', (source) => {
    expect(codesOf(source, './words')).toContain('LAC1304');
    expect(() => resolveSource(source)).toThrow();
  });
});
