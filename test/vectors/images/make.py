"""
Makes what the picture tests compare with, beside this file (image1.png, image2.png and pixels.safetensors are older):

- pictures/*: one small picture per kind of file; pictures.json: their pixels as Pillow gives them, RGB over white,
  upright, base64 of [height, width, 3].
- not-a-number.tif: a picture of floats, all of them NaN.
- resize.json, rotate.json: SHA-256 of what Pillow makes of noise. transform.json: of what CLIPImageProcessor and
  torchvision's Resize make of it. augment.json: of what torchvision's random transforms make of it with given draws.

    pip install pillow==11.3.0 numpy torch==2.8.0 torchvision==0.23.0 transformers==4.57.6
    python make.py
"""

import base64
import hashlib
import io
import json
import random
import struct
import types
import zlib
from pathlib import Path

import numpy as np
import torch
from PIL import Image, ImageOps
from torchvision.transforms import InterpolationMode, functional, transforms
from transformers import CLIPImageProcessor

here = Path(__file__).parent
pictures = here / "pictures"
pictures.mkdir(exist_ok=True)


def write_json(name, cases):
    lines = ",\n".join(json.dumps(case) for case in cases)
    (here / name).write_text(f"[\n{lines}\n]\n")


def noise(width, height):
    """The test's own picture of noise: a linear congruential generator, its upper byte."""
    state, values = 12345, bytearray(width * height * 3)
    for index in range(len(values)):
        state = (1664525 * state + 1013904223) & 0xFFFFFFFF
        values[index] = state >> 24
    return Image.frombytes("RGB", (width, height), bytes(values))


def digest(picture):
    return hashlib.sha256(picture.tobytes()).hexdigest()


# Pictures: a gradient with a hard-edged patch of noise, 37 x 23, odd sizes for subsampled colours.
random_bytes = np.random.default_rng(1)
rows, columns = np.mgrid[0:23, 0:37]
scene = np.stack([(columns * 7) % 256, (rows * 11) % 256, (columns + rows) * 4 % 256], -1).astype(np.uint8)
scene[8:14, 10:22] = random_bytes.integers(0, 256, (6, 12, 3), dtype=np.uint8)
rgb = Image.fromarray(scene)
grey = rgb.convert("L")
alpha = Image.fromarray(((columns * 9 + rows * 3) % 256).astype(np.uint8))
rgba = rgb.copy()
rgba.putalpha(alpha)
bits = grey.convert("1")
inks = Image.merge("CMYK", [*(Image.eval(band, lambda v: 255 - v) for band in rgb.split()), Image.eval(alpha, lambda v: v // 3)])


def png(rows_of_bytes, width, depth, colour, extra=b""):
    """A PNG that Pillow does not write: `rows_of_bytes` as they are, filter 0."""

    def chunk(kind, body):
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    header = struct.pack(">IIBBBBB", width, len(rows_of_bytes), depth, colour, 0, 0, 0)
    data = zlib.compress(b"".join(b"\0" + row for row in rows_of_bytes))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + extra + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def key_chunk(body):
    return struct.pack(">I", len(body)) + b"tRNS" + body + struct.pack(">I", zlib.crc32(b"tRNS" + body))


def encoded(picture, kind, **options):
    buffer = io.BytesIO()
    picture.save(buffer, kind, **options)
    return buffer.getvalue()


def oriented(picture, kind, orientation, **options):
    exif = Image.Exif()
    exif[0x0112] = orientation
    return encoded(picture, kind, exif=exif, **options)


wide = (scene.astype(np.uint16) * 257) ^ 0x0055
wide_rows = [row.astype(">u2").tobytes() for row in wide]
grey_wide_rows = [row.astype(">u2").tobytes() for row in wide[:, :, 0]]
palette = rgb.quantize(16)
see_through = palette.copy()
see_through.info["transparency"] = bytes(range(0, 256, 17))
files = {
    "rgb.png": encoded(rgb, "PNG"),
    "rgba.png": encoded(rgba, "PNG"),
    "grey.png": encoded(grey, "PNG"),
    "grey-alpha.png": encoded(Image.merge("LA", [grey, alpha]), "PNG"),
    "palette.png": encoded(palette, "PNG"),
    "palette-alpha.png": encoded(see_through, "PNG", transparency=see_through.info["transparency"]),
    "bits.png": encoded(bits, "PNG"),
    "rgb-key.png": png([row.tobytes() for row in scene], 37, 8, 2, key_chunk(struct.pack(">HHH", *map(int, scene[3, 5])))),
    "rgb-16.png": png(wide_rows, 37, 16, 2),
    "rgba-16.png": png([np.concatenate([row, np.full((37, 1), 0x8000, np.uint16)], 1).astype(">u2").tobytes() for row in wide], 37, 16, 6),
    "grey-16.png": png(grey_wide_rows, 37, 16, 0),
    "444.jpg": encoded(rgb, "JPEG", quality=90, subsampling=0),
    "422.jpg": encoded(rgb, "JPEG", quality=80, subsampling=1),
    "420.jpg": encoded(rgb, "JPEG", quality=75),
    "progressive.jpg": encoded(rgb, "JPEG", quality=85, progressive=True),
    "grey.jpg": encoded(grey, "JPEG"),
    "inks.jpg": encoded(inks, "JPEG", quality=92),
    "lossy.webp": encoded(rgb, "WEBP", quality=80),
    "lossless.webp": encoded(rgb, "WEBP", lossless=True),
    "alpha.webp": encoded(rgba, "WEBP", lossless=True, exact=True),
    "animated.webp": encoded(rgb, "WEBP", lossless=True, save_all=True, append_images=[grey.convert("RGB")]),
    "palette.gif": encoded(palette, "GIF"),
    "animated.gif": encoded(palette, "GIF", save_all=True, append_images=[rgb.rotate(180).quantize(16)]),
    "key.gif": encoded(palette, "GIF", transparency=3),
    "rgb.tif": encoded(rgb, "TIFF"),
    "lzw.tif": encoded(rgb, "TIFF", compression="tiff_lzw"),
    "rgba.tif": encoded(rgba, "TIFF", compression="tiff_adobe_deflate"),
    "bits.tif": encoded(bits, "TIFF", compression="group4"),
    "inks.tif": encoded(inks, "TIFF"),
    "grey.avif": encoded(grey.convert("RGB"), "AVIF", quality=100, subsampling="4:4:4"),
    "rgb.avif": encoded(rgb, "AVIF", quality=90, subsampling="4:4:4"),
    **{f"upright-{n}.jpg": oriented(rgb, "JPEG", n, quality=85) for n in range(2, 9)},
    "upright-6.png": oriented(rgb, "PNG", 6),
    "upright-8.webp": oriented(rgb, "WEBP", 8, lossless=True),
}
# Inks as YCCK, which Pillow reads and cannot write: the file stores YCbCr in place of three inks, and the transform in
# Adobe's marker is set to 2, which says so.
ycc = Image.merge("RGB", inks.split()[:3]).convert("YCbCr")
ycck = encoded(Image.merge("CMYK", [*ycc.split(), inks.split()[3]]), "JPEG", quality=95)
marker = ycck.index(b"Adobe")
files["ycck.jpg"] = ycck[: marker + 11] + b"\x02" + ycck[marker + 12 :]
# Without the marker, inks are stored as they are.
start = files["inks.jpg"].index(b"\xff\xee")
length = struct.unpack(">H", files["inks.jpg"][start + 2 : start + 4])[0]
files["inks-plain.jpg"] = files["inks.jpg"][:start] + files["inks.jpg"][start + 2 + length :]


def over_white(picture):
    """RGB over white, to the nearest value; there are no ties, for 255 is odd."""
    values = np.asarray(picture.convert("RGBA")).astype(np.float64)
    share = values[:, :, 3:] / 255
    return np.floor(values[:, :, :3] * share + 255 * (1 - share) + 0.5).astype(np.uint8)


cases = []
for name, content in files.items():
    (pictures / name).write_bytes(content)
    picture = Image.open(io.BytesIO(content))
    # Pillow clips 16-bit grey to 255 when it converts; here the upper byte counts, as it does in colour.
    if picture.mode.startswith("I;16"):
        picture = Image.fromarray((np.asarray(picture) >> 8).astype(np.uint8))
    picture = ImageOps.exif_transpose(picture)
    has_alpha = picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info
    pixels = over_white(picture) if has_alpha else np.asarray(picture.convert("RGB"))
    height, width, _ = pixels.shape
    cases.append({"file": name, "width": width, "height": height, "pixels": base64.b64encode(pixels.tobytes()).decode()})
write_json("pictures.json", cases)

# Values that are no colours: 32-bit floats, none of them a number.
(here / "not-a-number.tif").write_bytes(encoded(Image.fromarray(np.full((8, 8), np.nan, np.float32)), "TIFF"))

# Resizing.
filters = {"bicubic": Image.Resampling.BICUBIC, "bilinear": Image.Resampling.BILINEAR}
draws = random.Random(5)
sizes = [((13, 7), (5, 4)), ((7, 13), (40, 9)), ((64, 64), (32, 32)), ((1, 50), (8, 8)), ((50, 1), (3, 20)), ((1, 1), (5, 3))]
sizes += [((50, 1), (3, 17)), ((33, 20), (33, 10)), ((90, 31), (17, 64)), ((5, 5), (5, 5)), ((2, 2), (31, 1))]
sizes += [((200, 150), (299, 224)), ((640, 480), (298, 224)), ((400, 3), (29, 24)), ((3, 400), (24, 29)), ((24, 31), (24, 31)), ((24, 31), (24, 11))]
sizes += [((2, 6000), (5, 7)), ((6000, 2), (7, 5)), ((9, 4), (301, 203))]
sizes += [tuple((draws.randint(1, 90), draws.randint(1, 90)) for _ in range(2)) for _ in range(20)]
cases = []
for size, to in sizes:
    for name, kind in filters.items():
        picture = noise(*size)
        cases.append({"from": size, "to": to, "filter": name, "sha256": digest(picture.resize(to, kind))})
        left, top = draws.randrange(size[0]), draws.randrange(size[1])
        width, height = draws.randint(1, size[0] - left), draws.randint(1, size[1] - top)
        source = {"left": left, "top": top, "width": width, "height": height}
        cut = picture.crop((left, top, left + width, top + height)).resize(to, kind)
        cases.append({"from": size, "to": to, "filter": name, "source": source, "sha256": digest(cut)})
write_json("resize.json", cases)

# Rotating.
draws = random.Random(6)
cases = []
for size in [(24, 24), (37, 23), (1, 9), (2, 2), (64, 48)]:
    for degrees in [-30, -17.25, -1e-3, 0, 0.5, 10, 29.999, 123.4, *(draws.uniform(-30, 30) for _ in range(6))]:
        turned = functional.rotate(noise(*size), degrees, InterpolationMode.BILINEAR)
        cases.append({"from": size, "degrees": degrees, "sha256": digest(turned)})
write_json("rotate.json", cases)

# Evaluation transforms.
cases = []
for size in [(321, 240), (240, 321), (31, 32), (3, 40), (40, 3), (1, 1), (100, 17), *[(draws.randint(1, 150), draws.randint(1, 150)) for _ in range(10)]]:
    for side in (16, 33):
        picture = noise(*size)
        processor = CLIPImageProcessor(
            size={"shortest_edge": side}, crop_size=side, do_rescale=False, do_normalize=False
        )
        # NumPy's axes are told apart by hand: a picture of one or three rows or columns misleads the guess.
        crop = processor(picture, input_data_format="channels_last", data_format="channels_last")["pixel_values"][0]
        cases.append({"from": size, "size": side, "resize": "shorter", "filter": "bicubic", "sha256": hashlib.sha256(crop.astype(np.uint8).tobytes()).hexdigest()})
        square = functional.resize(picture, [side, side], InterpolationMode.BILINEAR)
        cases.append({"from": size, "size": side, "resize": "square", "filter": "bilinear", "sha256": digest(square)})
write_json("transform.json", cases)


# Training transforms: torchvision's own code, its generator replaced by a list of uniform numbers.
class Uniforms:
    def __init__(self, values):
        self.values = iter(values)

    def empty(self, _):
        return self

    def uniform_(self, low, high):
        low, high = float(low), float(high)
        return torch.tensor(low + (high - low) * next(self.values), dtype=torch.float64)

    def randint(self, low, high, size):
        return torch.tensor(low + int(next(self.values) * (high - low)))

    def rand(self, _):
        return torch.tensor(next(self.values), dtype=torch.float64)

    @staticmethod
    def tensor(values):
        return torch.tensor(values, dtype=torch.float64)

    log, exp = staticmethod(torch.log), staticmethod(torch.exp)


cases = []
original = transforms.torch
for number in range(60):
    size = [(97, 61), (61, 97), (300, 12), (12, 300), (5, 5), (1, 40), (64, 64)][number % 7]
    numbers = [draws.random() for _ in range(32)]
    if number < 14:
        # Areas near the whole: often none of the ten tries fits.
        numbers[0:20:2] = [0.9 + value / 10 for value in numbers[0:20:2]]
    source = Uniforms(numbers)
    transforms.torch = types.SimpleNamespace(**{name: getattr(source, name) for name in ("empty", "randint", "rand", "tensor", "log", "exp")}, Tensor=torch.Tensor)
    picture = noise(*size)
    crop = transforms.RandomResizedCrop(24, interpolation=InterpolationMode.BILINEAR)
    top, left, height, width = crop.get_params(picture, list(crop.scale), list(crop.ratio))
    changed = functional.resized_crop(picture, top, left, height, width, [24, 24], InterpolationMode.BILINEAR)
    changed = transforms.RandomHorizontalFlip()(changed)
    used = 32 - len(list(source.values))
    box = {"left": left, "top": top, "width": width, "height": height}
    cases.append({"from": size, "draws": numbers[:used], "box": box, "sha256": digest(changed)})
transforms.torch = original
write_json("augment.json", cases)
