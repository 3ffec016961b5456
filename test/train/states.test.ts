import type { Tensor } from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tf } from '../../model/backend.ts';
import type { Optimizer } from '../../schemas/generated/resolved.ts';
import { AdamW, type Parameters } from '../../train/adamw.ts';
import { watchLosses } from '../../train/divergence.ts';
import { judgeEpochs } from '../../train/early-stopping.ts';

/*
 * What a run remembers between two steps: whoever goes on from it says the same as whoever was never interrupted.
 */

const throughJson = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value;

describe('verdicts after an interruption are those without it', () => {
  it('on losses', () => {
    const loss = fc.oneof(fc.double({ min: 0, max: 100, noNaN: true }), fc.constantFrom(Number.NaN, 1e9, 0));
    fc.assert(
      fc.property(fc.array(loss, { maxLength: 130 }), fc.nat(130), (losses, cut) => {
        const whole = watchLosses(10);
        const expected = losses.map((one) => whole.judge(one));
        const before = watchLosses(10);
        const first = losses.slice(0, cut).map((one) => before.judge(one));
        const after = watchLosses(10, throughJson(before.watched()));
        expect([...first, ...losses.slice(cut).map((one) => after.judge(one))]).toEqual(expected);
      }),
    );
  });

  it('on epochs', () => {
    const metric = fc.oneof(fc.integer({ min: 0, max: 9 }), fc.double({ min: 0, max: 9 }));
    const patience = fc.option(fc.record({ patience: fc.integer({ min: 1, max: 4 }), minDelta: fc.nat(2) }));
    fc.assert(
      fc.property(fc.array(metric, { maxLength: 20 }), fc.nat(20), patience, (metrics, cut, waits) => {
        const whole = judgeEpochs(waits ?? undefined);
        const expected = metrics.map((one) => whole.judge(one));
        const before = judgeEpochs(waits ?? undefined);
        const first = metrics.slice(0, cut).map((one) => before.judge(one));
        const after = judgeEpochs(waits ?? undefined, throughJson(before.judged()));
        expect([...first, ...metrics.slice(cut).map((one) => after.judge(one))]).toEqual(expected);
      }),
    );
  });
});

const options: Optimizer = {
  name: 'adamw',
  lr: 0.1,
  eps: 1e-8,
  weightDecay: 0.02,
  betas: [0.9, 0.999],
  clipNorm: 1,
};
const shapes = { a: [2, 3], b: [2, 3], c: [2, 3], d: [3], e: [3], f: [70_000] };
const names = Object.keys(shapes) as (keyof typeof shapes)[];

/** Values that are different in every tensor and step. */
function values(name: keyof typeof shapes, step: number): Tensor {
  const size = shapes[name].reduce((product, side) => product * side, 1);
  const data = Float32Array.from({ length: size }, (_, at) => Math.sin(at + 7 * step + names.indexOf(name)));
  return tf.tensor(data, shapes[name]);
}

const initial = () => Object.fromEntries(names.map((name) => [name, values(name, 0)]));
const onHost = (tensors: Parameters) =>
  Object.fromEntries(
    Object.entries(tensors).map(([name, tensor]) => [name, [...tensor.dataSync().slice(0, 9)]]),
  );

/** The tensors of an optimiser as they come back from a file. */
function read(tensors: Parameters): Parameters {
  const entries = Object.entries(tensors).map(([name, tensor]) => {
    const copy = tf.tensor(tensor.dataSync().slice(), tensor.shape);
    tensor.dispose();
    return [name, copy] as const;
  });
  return Object.fromEntries(entries);
}

describe('an optimiser that goes on from moments', () => {
  it('makes the same bits, whichever tensors had gradients before', () => {
    const presence = fc.subarray(names, { minLength: 1 });
    const before = tf.memory().numTensors;
    fc.assert(
      fc.property(fc.array(presence, { minLength: 1, maxLength: 6 }), fc.nat(6), (steps, cut) => {
        const step = (optimizer: AdamW, present: typeof names, at: number) =>
          tf.tidy(() =>
            optimizer.step(Object.fromEntries(present.map((name) => [name, values(name, at + 1)])), 0.1),
          );
        const whole = new AdamW(initial(), options);
        const expected = steps.map((present, at) => step(whole, present, at));
        const first = new AdamW(initial(), options);
        const norms = steps.slice(0, cut).map((present, at) => step(first, present, at));
        const moments = first.moments();
        const parameters = Object.fromEntries(
          Object.entries(first.parameters).map(([name, tensor]) => [name, tf.clone(tensor)]),
        );
        const second = new AdamW(initial(), options);
        second.goOn(read(parameters), {
          groups: throughJson(moments.groups),
          first: read(moments.first),
          second: read(moments.second),
        });
        const rest = steps.slice(cut).map((present, at) => step(second, present, cut + at));
        expect([...norms, ...rest]).toEqual(expected);
        expect(onHost(second.parameters)).toEqual(onHost(whole.parameters));
        for (const optimizer of [whole, first, second]) optimizer.dispose();
      }),
      { numRuns: 40 },
    );
    expect(tf.memory().numTensors).toBe(before);
  });
});
