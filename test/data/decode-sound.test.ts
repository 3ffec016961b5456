import { execFileSync } from 'node:child_process';
import { chmod, copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { decodeSound } from '../../data/media/decode-sound.ts';
import { runFfmpeg } from '../../data/media/run-ffmpeg.ts';
import { type Clips, drawn, openClips } from './media-clips.ts';

let clips: Clips;
const decode = (file: string, signal?: AbortSignal) => decodeSound(file, 'a1', { signal });
const refusal = (code: string, text: string) => ({ code, message: expect.stringContaining(text) });

/** Two tones, the left channel twice as loud as the right one, for half a second. */
const stereo = (rate: number) =>
  drawn(`aevalsrc=0.6*sin(2*PI*440*t)|0.3*sin(2*PI*440*t):s=${rate}:d=0.5:c=stereo`);

beforeAll(async () => {
  clips = await openClips();
  await clips.make('sound.wav', ...stereo(44_100), '-c:a', 'pcm_f32le');
});
afterAll(() => clips.remove());
afterEach(() => vi.unstubAllEnvs());

/** The largest difference from the averaged tone, away from the ends. */
function error(wave: Float32Array): number {
  return wave
    .subarray(400, 7600)
    .reduce(
      (most, value, n) =>
        Math.max(most, Math.abs(value - 0.45 * Math.sin((2 * Math.PI * 440 * (n + 400)) / 16_000))),
      0,
    );
}

describe('the sound of a file', () => {
  test.each([
    ['sound.wav', [], 1e-6],
    ['sixteen.wav', ['-c:a', 'pcm_s16le'], 1e-4],
    ['adpcm.wav', ['-c:a', 'adpcm_ms'], 0.05],
    ['sound.flac', ['-sample_fmt', 's16'], 1e-4],
    ['sound.w64', ['-c:a', 'pcm_f32le'], 1e-6],
    ['sound.mka', ['-c:a', 'pcm_f32le'], 1e-6],
    ['sound.ogg', ['-c:a', 'flac'], 1e-4],
    ['sound.mp3', ['-b:a', '320k'], 0.01],
  ])('%s is its averaged channels at 16 kHz', async (name, options, tolerance) => {
    if (name !== 'sound.wav') await clips.make(name, '-i', 'sound.wav', ...options);
    const wave = await decode(clips.path(name));
    expect(wave.length).toBeGreaterThanOrEqual(8000);
    expect(error(wave)).toBeLessThan(tolerance);
  });

  test.each(['mp4', 'flv', 'mkv'])('of a %s video is decoded', async (kind) => {
    const file = await clips.make(
      `video.${kind}`,
      ...drawn('testsrc=d=0.5:s=64x48'),
      '-i',
      'sound.wav',
      '-ar',
      '44100',
    );
    const wave = await decode(file);
    const loudest = wave.subarray(2000, 6000).reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    expect(wave.length / 16_000).toBeCloseTo(0.5, 0);
    expect(Math.abs(loudest - 0.45)).toBeLessThan(0.05);
  });

  test('is told by content, not by name', async () => {
    await copyFile(clips.path('sound.wav'), clips.path('wave.mp3'));
    expect(await decode(clips.path('wave.mp3'))).toEqual(await decode(clips.path('sound.wav')));
  });

  test.each([8000, 16_000, 22_050, 48_000])('recorded at %i Hz lasts as long at 16 kHz', async (rate) => {
    const wave = await decode(await clips.make(`rate-${rate}.wav`, ...stereo(rate), '-c:a', 'pcm_f32le'));
    expect(wave).toHaveLength(8000);
    expect(error(wave)).toBeLessThan(1e-5);
  });

  test('streamed to a pipe, of unknown size, is read', async () => {
    await clips.make('stream.wav', '-i', 'sound.wav', '-f', 'wav', '-c:a', 'pcm_s16le');
    const bytes = await readFile(clips.path('stream.wav'));
    bytes.writeUInt32LE(0xffffffff, 4);
    bytes.writeUInt32LE(0xffffffff, bytes.indexOf('data') + 4);
    await writeFile(clips.path('stream.wav'), bytes);
    expect(error(await decode(clips.path('stream.wav')))).toBeLessThan(1e-4);
  });
});

describe('a file without a sound that can be used', () => {
  test('is refused when it is not there', async () => {
    await expect(decode(clips.path('none.wav'))).rejects.toMatchObject(refusal('LAC3130', 'none.wav'));
    await expect(decode(`${clips.path('sound.wav')}/x`)).rejects.toMatchObject(
      refusal('LAC3130', 'sample a1'),
    );
  });

  test('is refused when it is a folder or a pipe, without waiting', async () => {
    await mkdir(clips.path('folder.wav'));
    execFileSync('mkfifo', [clips.path('pipe.wav')]);
    await expect(decode(clips.path('folder.wav'))).rejects.toMatchObject(refusal('LAC3134', 'a folder'));
    await expect(decode(clips.path('pipe.wav'))).rejects.toMatchObject(refusal('LAC3134', 'a pipe'));
  });

  test('is refused when it is a video without one', async () => {
    const file = await clips.make('silent.mp4', ...drawn('testsrc=d=0.2:s=64x48'));
    await expect(decode(file)).rejects.toMatchObject(refusal('LAC3132', 'silent.mp4'));
  });

  test.each([
    ['of no bytes', 'empty.flac', '', 'it is empty'],
    ['of text', 'text.mp3', 'hello world, this is no sound', 'Invalid data'],
    ['that is a WAV header and nothing else', 'header.wav', 'RIFF\xff\xff\xff\xffWAVE', 'no format chunk'],
    [
      'that is a playlist',
      'list.mp3',
      '#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nsound.wav\n#EXT-X-ENDLIST\n',
      'playlist',
    ],
    ['that names further files', 'concat.flac', 'ffconcat version 1.0\nfile sound.wav\n', 'playlist'],
  ])('%s is refused', async (_, name, content, reason) => {
    await writeFile(clips.path(name), content, 'latin1');
    await expect(decode(clips.path(name))).rejects.toMatchObject(refusal('LAC3131', reason));
  });

  test.each(['sound.wav', 'cut.flac', 'cut.mkv'])('that was cut short is refused: %s', async (name) => {
    if (name !== 'sound.wav') await clips.make(name, ...stereo(44_100), '-t', '0.5');
    const bytes = await readFile(clips.path(name));
    await writeFile(clips.path(`half-${name}`), bytes.subarray(0, bytes.length / 2));
    await expect(decode(clips.path(`half-${name}`))).rejects.toMatchObject(
      refusal('LAC3131', `half-${name}`),
    );
  });

  test('is refused when its sound has no length, or a rate that none has', async () => {
    const bytes = await readFile(clips.path('sound.wav'));
    const data = bytes.indexOf('data');
    const empty = Buffer.concat([bytes.subarray(0, data + 4), Buffer.alloc(4)]);
    await writeFile(clips.path('no-length.wav'), empty);
    await expect(decode(clips.path('no-length.wav'))).rejects.toMatchObject(refusal('LAC3131', 'no length'));
    bytes.writeUInt32LE(999, 24);
    await writeFile(clips.path('slow.wav'), bytes);
    await expect(decode(clips.path('slow.wav'))).rejects.toMatchObject(
      refusal('LAC3131', '999 values a second'),
    );
  });

  test.each(['long.wav', 'long.flac'])(
    'is refused when it lasts longer than ten minutes: %s',
    async (name) => {
      await clips.make(name, ...drawn('anullsrc=r=1000:cl=mono'), '-t', '601.5', '-sample_fmt', 's16');
      await expect(decode(clips.path(name))).rejects.toMatchObject(refusal('LAC3133', '600 s'));
    },
  );
});

describe('ffmpeg', () => {
  test('that the setting names is used, and no other in its place', async () => {
    await clips.make('set.flac', '-i', 'sound.wav');
    vi.stubEnv('LACUNA_FFMPEG', clips.path('nowhere'));
    await expect(decode(clips.path('set.flac'))).rejects.toMatchObject(
      refusal('LAC3141', 'LACUNA_FFMPEG names'),
    );
    expect(await decode(clips.path('sound.wav'))).toHaveLength(8000);
  });

  test('that is on PATH is used where the pinned one cannot be had; no program of this machine is said so', async () => {
    await clips.make('path.flac', '-i', 'sound.wav');
    await writeFile(clips.path('ffmpeg'), '#!/nowhere/shell\n');
    await chmod(clips.path('ffmpeg'), 0o755);
    vi.stubEnv('LACUNA_FFMPEG', '');
    vi.stubEnv('PATH', clips.folder);
    vi.stubEnv('LACUNA_CACHE', clips.path('no-cache'));
    await mkdir(clips.path('no-cache'));
    const refused = decode(clips.path('path.flac'));
    await expect(refused).rejects.toMatchObject({
      ...refusal('LAC3142', clips.path('ffmpeg')),
      retryable: true,
    });
  });

  test('that cannot be fetched is missed with the ways to get one', async () => {
    await clips.make('fetch.flac', '-i', 'sound.wav');
    vi.stubEnv('LACUNA_FFMPEG', '');
    vi.stubEnv('PATH', '/nowhere');
    vi.stubEnv('LACUNA_CACHE', clips.path('cache'));
    await mkdir(clips.path('cache'));
    const refused = decode(clips.path('fetch.flac'));
    await expect(refused).rejects.toMatchObject(refusal('LAC3143', 'LACUNA_FFMPEG'));
  });

  test('is killed when it is told to stop, and not started when that was before', async () => {
    const file = await clips.make('stop.flac', ...stereo(44_100));
    await expect(decode(file, AbortSignal.abort(new Error('stop')))).rejects.toThrow('stop');
    const stop = new AbortController();
    const slow = runFfmpeg({
      program: await script('sleep 60'),
      input: file,
      outputOptions: [],
      signal: stop.signal,
    });
    const reading = slow.next();
    setTimeout(() => stop.abort(new Error('enough')), 200);
    await expect(reading).rejects.toThrow('enough');
  });

  test('is killed when it gives nothing for too long', async () => {
    const program = await script('sleep 60');
    const slow = runFfmpeg({ program, input: 'x', outputOptions: [], stallMs: 300 });
    await expect(slow.next()).rejects.toThrow('gave nothing for 0.3 s');
  });

  test('is killed when its reader stops', async () => {
    const program = await script(`echo $$ > ${clips.path('pid')}; echo some; exec sleep 60`);
    for await (const chunk of runFfmpeg({ program, input: 'x', outputOptions: [] })) {
      expect(chunk.toString()).toBe('some\n');
      break;
    }
    const pid = Number(await readFile(clips.path('pid'), 'utf8'));
    await vi.waitFor(() => expect(() => process.kill(pid, 0)).toThrow());
  });

  test('that fails without a word is reported by its exit code', async () => {
    const silent = runFfmpeg({ program: await script('exit 3'), input: 'x', outputOptions: [] });
    await expect(silent.next()).rejects.toThrow('ffmpeg ended with 3');
  });
});

/** A program that stands in for ffmpeg. */
async function script(lines: string): Promise<string> {
  const file = clips.path(`script-${lines.length}`);
  await writeFile(file, `#!/bin/sh\n${lines}\n`, { mode: 0o755 });
  return file;
}
