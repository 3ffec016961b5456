import type { PreprocessParams } from '../plan/params.ts';

/** How samples become tensors, and the folder of the tokenizer that cuts up texts. Plain data. */
export interface Processing extends Omit<PreprocessParams, 'data'> {
  readonly tokenizerFolder?: string | undefined;
}

/** Bytes of one sample's tensors, at most. */
function bytesPerSample({ image, text, audio, video }: Processing): number {
  // A whole picture is taken to be twice as long as it is wide.
  const picture = ({ size, source = 0 }: { readonly size: number; readonly source?: number }) =>
    (size * size + 2 * source * source) * 3;
  return (
    (image ? picture(image) : 0) +
    (text ? (text.maxLength + 1) * 4 : 0) +
    (audio ? audio.frames * audio.bins * 4 : 0) +
    (video ? picture(video) * video.kept + 4 : 0)
  );
}

const shardBytes = 32 * 2 ** 20;
const mostRows = 512;

/**
 * Samples per shard: as many as fit into 32 MiB, and few enough that several threads share a small data set. Whatever
 * the machine, so that the bytes of a dataset are the same on all.
 */
export function shardRows(processing: Processing): number {
  return Math.min(mostRows, Math.max(1, Math.floor(shardBytes / bytesPerSample(processing))));
}
