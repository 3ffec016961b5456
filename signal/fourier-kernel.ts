import { instantiate, type Routine, type WithMemory } from './assemble.ts';
import { advance, set, untilAt } from './stack-code.ts';

/*
 * The loops of a Fourier transform on vectors of one complex number, its real half first: more than twice as fast as
 * the same loops in JavaScript. They add and multiply in a fixed order, so results are the same on every machine. A
 * factor w lies in memory as two vectors, (re, re) and (-im, im), as v w = v (re, re) + (v swapped) (-im, im).
 */

/** Sums of four numbers that all stages are made of; `turned` is -i (b - d). */
const sums = `
  ${set('even', 'f64x2.add', 'a', 'c')}
  ${set('evenDifference', 'f64x2.sub', 'a', 'c')}
  ${set('odd', 'f64x2.add', 'b', 'd')}
  ${set('ahead', 'f64x2.sub', 'b', 'd')}
  ${set('behind', 'f64x2.sub', 'd', 'b')}
  ${set('turned', 'i8x16.shuffle 1 2', 'ahead', 'behind')}`;

const sumVectors = ['a', 'b', 'c', 'd', 'even', 'evenDifference', 'odd', 'ahead', 'behind', 'turned'];

/**
 * One stage of radix 4 in place, on all blocks of `length` bytes from `data` to `end`: the second, third and fourth
 * result of four numbers is turned by a factor. From `factors` on lie the three of one place of the blocks after those
 * of another, and all blocks are done for one place before the next.
 */
const butterflies: Routine = {
  name: 'butterflies',
  parameters: ['data', 'end', 'length', 'factors'],
  numbers: ['quarter', 'last', 'atA', 'atB', 'atC', 'atD'],
  vectors: [...sumVectors, 'value', 'w1Re', 'w1Im', 'w2Re', 'w2Im', 'w3Re', 'w3Im'],
  code: `
    local.get length
    i32.const 2
    i32.shr_u
    local.set quarter
    ${set('last', 'i32.add', 'data', 'quarter')}
    loop
      ${loadAll(['w1Re', 'w1Im', 'w2Re', 'w2Im', 'w3Re', 'w3Im'], 'factors')}
      local.get data
      local.set atA
      loop
        ${set('atB', 'i32.add', 'atA', 'quarter')}
        ${set('atC', 'i32.add', 'atB', 'quarter')}
        ${set('atD', 'i32.add', 'atC', 'quarter')}
        ${set('a', 'v128.load 0', 'atA')}
        ${set('b', 'v128.load 0', 'atB')}
        ${set('c', 'v128.load 0', 'atC')}
        ${set('d', 'v128.load 0', 'atD')}
        ${sums}
        ${store('atA', 0, 'f64x2.add', 'even', 'odd')}
        ${storeTurned('atB', 'f64x2.add', 'evenDifference', 'turned', 'w1')}
        ${storeTurned('atC', 'f64x2.sub', 'even', 'odd', 'w2')}
        ${storeTurned('atD', 'f64x2.sub', 'evenDifference', 'turned', 'w3')}
        ${advance('atA', 'length')}
        ${untilAt('atA', 'end')}
      end
      ${advance('factors', 6 * 16)}
      ${advance('data', 16)}
      ${untilAt('data', 'last')}
    end`,
};

/** The last stage, on blocks of four numbers, whose factors are all 1. */
const lastButterflies: Routine = {
  name: 'lastButterflies',
  parameters: ['data', 'end'],
  numbers: [],
  vectors: sumVectors,
  code: `
    loop
      ${loadAll(['a', 'b', 'c', 'd'], 'data')}
      ${sums}
      ${store('data', 0, 'f64x2.add', 'even', 'odd')}
      ${store('data', 16, 'f64x2.add', 'evenDifference', 'turned')}
      ${store('data', 32, 'f64x2.sub', 'even', 'odd')}
      ${store('data', 48, 'f64x2.sub', 'evenDifference', 'turned')}
      ${advance('data', 64)}
      ${untilAt('data', 'end')}
    end`,
};

/**
 * Powers of the real sequence whose even and odd values were the halves of the complex one, two at a time: of bin k,
 * upwards from `power`, and of size/2 - k, downwards from `mirror`. From `places` on lie the addresses of the two
 * numbers z_k and z_(size/2 - k) that they are made of. With * for the conjugate, 2 E = z_k + z_(size/2 - k)* and
 * 2 O = -i (z_k - z_(size/2 - k)*) are the transforms of the even and the odd values, X_k = E + w O and
 * X_(size/2 - k)* = E - w O, where w = e^(-2 pi i k / size) lies at `factors`.
 */
const powers: Routine = {
  name: 'powers',
  parameters: ['places', 'factors', 'end', 'power', 'mirror'],
  numbers: [],
  vectors: ['p', 'q', 'sum', 'ahead', 'behind', 'even', 'odd', 'turned', 'wRe', 'wIm', 'value', 'quarter'],
  code: `
    f64.const 0.25
    f64x2.splat
    local.set quarter
    loop
      local.get places
      i32.load 0
      v128.load 0
      local.set p
      local.get places
      i32.load 4
      v128.load 0
      local.set q
      ${set('sum', 'f64x2.add', 'p', 'q')}
      ${set('ahead', 'f64x2.sub', 'p', 'q')}
      ${set('behind', 'f64x2.sub', 'q', 'p')}
      ${set('even', 'i8x16.shuffle 0 3', 'sum', 'ahead')}
      ${set('value', 'i8x16.shuffle 1 2', 'sum', 'behind')}
      ${loadAll(['wRe', 'wIm'], 'factors')}
      ${turn('w')}
      local.set turned
      ${set('p', 'f64x2.add', 'even', 'turned')}
      ${set('p', 'f64x2.mul', 'p', 'p')}
      ${set('q', 'f64x2.sub', 'even', 'turned')}
      ${set('q', 'f64x2.mul', 'q', 'q')}
      ${set('even', 'i8x16.shuffle 0 2', 'p', 'q')}
      ${set('odd', 'i8x16.shuffle 1 3', 'p', 'q')}
      ${set('sum', 'f64x2.add', 'even', 'odd')}
      ${set('sum', 'f64x2.mul', 'sum', 'quarter')}
      local.get power
      local.get sum
      v128.store64_lane 0 0
      local.get mirror
      local.get sum
      v128.store64_lane 0 1
      ${advance('power', 8)}
      ${advance('mirror', -8)}
      ${advance('places', 8)}
      ${advance('factors', 2 * 16)}
      ${untilAt('factors', 'end')}
    end`,
};

/** Consecutive vectors. */
function loadAll(targets: readonly string[], address: string): string {
  return targets.map((target, at) => set(target, `v128.load ${at * 16}`, address)).join('\n');
}

function store(address: string, offset: number, operation: string, x: string, y: string): string {
  return `
    local.get ${address}
    local.get ${x}
    local.get ${y}
    ${operation}
    v128.store ${offset}`;
}

/** Stores the sum or difference of two numbers times a factor. */
function storeTurned(address: string, operation: string, x: string, y: string, factor: string): string {
  return `
    ${set('value', operation, x, y)}
    local.get ${address}
    ${turn(factor)}
    v128.store 0`;
}

/** `value` times a factor. */
function turn(factor: string): string {
  return `
    local.get value
    local.get ${factor}Re
    f64x2.mul
    local.get value
    local.get value
    i8x16.shuffle 1 0
    local.get ${factor}Im
    f64x2.mul
    f64x2.add`;
}

/** The routines above; every number is an address in `memory` or a count of bytes. */
interface FourierKernel extends WithMemory {
  butterflies(data: number, end: number, length: number, factors: number): void;
  lastButterflies(data: number, end: number): void;
  powers(places: number, factors: number, end: number, power: number, mirror: number): void;
}

/** The routines with a memory of `bytes` of their own. */
export function fourierKernel(bytes: number): FourierKernel {
  return instantiate<FourierKernel>([butterflies, lastButterflies, powers], bytes);
}
