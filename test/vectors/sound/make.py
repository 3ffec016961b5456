"""Makes the reference values of this folder with torchaudio 2.8.0 and ffmpeg, float32 on a CPU.

  make.py FIXTURE FFMPEG     FIXTURE: features/audio.safetensors of the project's reference fixtures

log-mel.safetensors   two sounds of the fixture with torchaudio's fbank and what ASTFeatureExtractor makes of it
                      (the first 128 of 1,024 frames), and fbank with 32 and 64 bins
resample.safetensors  600 values of noise at several rates, at 16 kHz: torchaudio's kaiser_best in float64
masks.json            uniform numbers and the masks that torchaudio draws with them
wav/*.wav             sounds in every coding; wav.safetensors: what ffmpeg reads from them
"""
import json
import os
import subprocess
import sys

import numpy as np
import torch
import torchaudio
from safetensors.numpy import load_file, save_file

here = os.path.dirname(os.path.abspath(__file__))


def fbank(wave, bins):
    wave = torch.from_numpy(wave)[None]
    return torchaudio.compliance.kaldi.fbank(
        wave - wave.mean(), htk_compat=True, sample_frequency=16000, use_energy=False,
        window_type="hanning", num_mel_bins=bins, dither=0.0, frame_shift=10).numpy()


def log_mel(fixture):
    given = load_file(fixture)
    kept = {name: given[name] for name in ("0.waveform", "0.fbank", "1.waveform", "1.fbank")}
    kept["1.input_values"] = given["1.input_values"][:128]
    for bins in (32, 64):
        kept[f"1.fbank.{bins}"] = fbank(given["1.waveform"], bins)
    save_file({name: np.ascontiguousarray(value) for name, value in kept.items()}, f"{here}/log-mel.safetensors")


def noise(length):
    state, values = 12345, []
    for _ in range(length):
        state = (1664525 * state + 1013904223) % 2**32
        values.append(state / 2**32 - 0.5)
    return np.array(values, dtype=np.float32)


def resample():
    wave = torch.from_numpy(noise(600)).double()
    kaiser_best = dict(lowpass_filter_width=64, rolloff=0.9475937167399596,
                       resampling_method="sinc_interp_kaiser", beta=14.769656459379492)
    made = {str(rate): torchaudio.functional.resample(wave, rate, 16000, **kaiser_best).float().numpy()
            for rate in (8000, 11025, 22050, 32000, 44100, 48000)}
    save_file(made, f"{here}/resample.safetensors")


def masks():
    cases = []
    for seed, (bins, frames, freq, time) in enumerate([(128, 1024, 48, 192)] * 4 + [(32, 64, 8, 16), (128, 100, 48, 0)]):
        torch.manual_seed(seed)
        mel = torch.ones(1, bins, frames)
        mel = torchaudio.functional.mask_along_axis(mel, freq, 0.0, 1)
        mel = torchaudio.functional.mask_along_axis(mel, time, 0.0, 2)[0]
        torch.manual_seed(seed)
        uniform = [torch.rand(1).item() for _ in range(4)]
        rows = [frame for frame in range(frames) if not mel[:, frame].any()]
        columns = [bin for bin in range(bins) if not mel[bin].any()]
        cases.append(dict(bins=bins, frames=frames, freq=freq, time=time, uniform=uniform, rows=rows, columns=columns))
    with open(f"{here}/masks.json", "w") as file:
        json.dump(cases, file)
        file.write("\n")


def wav(ffmpeg):
    def run(*args, given=None):
        return subprocess.run([ffmpeg, "-v", "error", "-y", *args], input=given, check=True, capture_output=True).stdout

    os.makedirs(f"{here}/wav", exist_ok=True)
    source = (noise(2 * 101) * 1.9).astype("<f4").tobytes()
    stereo = ["-f", "f32le", "-ar", "22050", "-ac", "2", "-i", "pipe:0", "-bitexact"]
    for name in ("u8", "s16le", "s24le", "s32le", "f32le", "f64le", "alaw", "mulaw"):
        run(*stereo, "-c:a", f"pcm_{name}", f"{here}/wav/{name}.wav", given=source)
    run(*stereo, "-c:a", "adpcm_ms", f"{here}/wav/adpcm.wav", given=source)
    # More than two channels are written as WAVE_FORMAT_EXTENSIBLE.
    run("-f", "f32le", "-ar", "22050", "-ac", "6", "-i", "pipe:0", "-bitexact", "-c:a", "pcm_s24le",
        f"{here}/wav/extensible.wav", given=source[: 33 * 24])
    for law in ("alaw", "mulaw"):
        run("-f", law, "-ar", "8000", "-ac", "1", "-i", "pipe:0", "-bitexact", "-c:a", "copy",
            f"{here}/wav/{law}-codes.wav", given=bytes(range(256)))
    made = {}
    for file in sorted(os.listdir(f"{here}/wav")):
        if file != "adpcm.wav":
            raw = run("-i", f"{here}/wav/{file}", "-f", "f32le", "pipe:1")
            made[file.removesuffix(".wav")] = np.frombuffer(raw, "<f4")
    save_file(made, f"{here}/wav.safetensors")


if __name__ == "__main__":
    log_mel(sys.argv[1])
    resample()
    masks()
    wav(sys.argv[2])
