"""
The Python side of `npm run bench:data`: one part of it in one process. Prints what it is when it can be asked, then
answers a line of JSON to each line on stdin: to "check" the values by which the sides are compared, to a number the
time of one round. See README.md.
"""

import json
import multiprocessing
import os
import pathlib
import shutil
import sys
import time
import wave

import numpy
import torch
import torchaudio
import transformers
from PIL import Image
from safetensors.numpy import load_file, save_file
from torchaudio.compliance import kaldi

MEAN, STD = -4.2677393, 4.5689974
ROWS = 512

part, folder, options = sys.argv[1], pathlib.Path(sys.argv[2]), json.loads(sys.argv[3])


def say(**values):
    print(json.dumps(values), flush=True)


def spectrogram(sound, frames):
    """As the code of the Audio Spectrogram Transformer: [frames, 128], padded, then normalised."""
    sound = sound - sound.mean()
    mel = kaldi.fbank(
        sound[None], htk_compat=True, sample_frequency=16000, use_energy=False, window_type="hanning",
        num_mel_bins=128, dither=0.0, frame_shift=10,
    )
    missing = frames - mel.shape[0]
    mel = torch.nn.functional.pad(mel, (0, 0, 0, missing)) if missing > 0 else mel[:frames]
    return (mel - MEAN) / (STD * 2)


class Mel:
    def __init__(self):
        torch.set_num_threads(1)
        values = numpy.fromfile(folder / "clips.f32", dtype=numpy.float32)
        self.clips = torch.from_numpy(values).reshape(options["clips"], -1)

    def work(self):
        return [spectrogram(clip, 1024) for clip in self.clips]

    def check(self):
        return [value for mel in self.work() for value in (mel.mean().item(), mel.abs().mean().item(), mel[50, 20].item())]


class Images:
    def __init__(self):
        torch.set_num_threads(1)
        self.files = sorted((folder / "pictures").iterdir())
        self.processor = transformers.CLIPImageProcessor()

    def work(self):
        pixels = []
        for file in self.files:
            with Image.open(file) as picture:
                pixels.append(self.processor(picture)["pixel_values"][0])
        return pixels

    def check(self):
        return [float(value) for pixels in self.work() for value in pixels.mean(axis=(1, 2))]


class Tokens:
    def __init__(self):
        self.texts = json.loads((folder / "texts.json").read_text("utf-8"))
        self.tokenizer = transformers.BertTokenizerFast(options["vocabulary"])

    def work(self):
        return self.tokenizer(self.texts, truncation=True, max_length=options["maxLength"])["input_ids"]

    def check(self):
        ids = self.work()
        return [sum(map(len, ids)), *(sum(id * (place + 1) for place, id in enumerate(row)) for row in ids)]


# The filter that torchaudio's documentation calls kaiser_best, which is Lacuna's.
resample = torchaudio.transforms.Resample(
    8000, 16000, resampling_method="sinc_interp_kaiser", lowpass_filter_width=64, rolloff=0.9475937167399596,
    beta=14.769656459379492,
)
# Made before processes are forked: its import alone takes seconds.
squares = transformers.CLIPImageProcessor(do_rescale=False, do_normalize=False)


def recording(file):
    with wave.open(str(file)) as reader:
        values = numpy.frombuffer(reader.readframes(reader.getnframes()), dtype="<i2")
    sound = resample(torch.from_numpy(values.astype(numpy.float32) / 32768))
    return spectrogram(sound, options["frames"]).numpy()


def square(file):
    """Pixels before normalisation, which is left to training, as in Lacuna."""
    with Image.open(file) as picture:
        return squares(picture)["pixel_values"][0]


def write_shard(work):
    name, index, files, target = work
    rows = [(recording if name == "recordings" else square)(file) for file in files]
    save_file({name: numpy.stack(rows)}, target / f"{name}-{index:05d}.safetensors")


class Preprocess:
    def __init__(self):
        torch.set_num_threads(1)
        self.target = folder / "python-output"

    def work(self):
        shutil.rmtree(self.target, ignore_errors=True)
        self.target.mkdir()
        works = []
        for name in ["recordings", "pictures"]:
            files = sorted((folder / name).iterdir())
            works += [(name, at // ROWS, files[at:at + ROWS], self.target) for at in range(0, len(files), ROWS)]
        with multiprocessing.get_context("fork").Pool(2) as pool:
            pool.map(write_shard, works, chunksize=1)
            pool.close()
            pool.join()

    def check(self):
        self.work()
        values = []
        for name in ["recordings", "pictures"]:
            shards = [load_file(file)[name] for file in sorted(self.target.glob(f"{name}-*"))]
            sums = [shard.sum(dtype=numpy.float64) for shard in shards]
            values += [sum(len(shard) for shard in shards), sum(sums) / sum(shard.size for shard in shards)]
        return values


def main():
    side = {"mel": Mel, "images": Images, "tokens": Tokens, "preprocess": Preprocess}[part]()
    versions = [f"torch {torch.__version__}", f"torchaudio {torchaudio.__version__}"]
    say(version=", ".join([*versions, f"transformers {transformers.__version__}", f"Pillow {Image.__version__}"]))
    for line in sys.stdin:
        if line.strip() == "check":
            say(values=side.check())
            continue
        started = time.perf_counter()
        result = side.work()
        say(ms=1000 * (time.perf_counter() - started))
        del result
    if part == "preprocess":
        shutil.rmtree(side.target, ignore_errors=True)


if __name__ == "__main__":
    os.environ["TOKENIZERS_PARALLELISM"] = "true"
    main()
