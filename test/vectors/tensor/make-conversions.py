"""Writes conversions.json: what 16-bit floating-point numbers are as float32. Python's struct alone; run in this folder."""
import hashlib
import json
import struct


def half(bits):
    """Bits of the float32 equal to a half; every NaN becomes the quiet one."""
    value = struct.unpack("<e", struct.pack("<H", bits))[0]
    return 0x7FC00000 if value != value else struct.unpack("<I", struct.pack("<f", value))[0]


def brain(bits):
    value = struct.unpack("<f", struct.pack("<I", bits << 16))[0]
    return 0x7FC00000 if value != value else bits << 16


def digest(convert):
    return hashlib.sha256(b"".join(struct.pack("<I", convert(bits)) for bits in range(1 << 16))).hexdigest()


# Zeros, subnormals, the smallest and largest normal numbers, one, infinities, NaNs; both signs.
halves = [0x0000, 0x0001, 0x0155, 0x03FF, 0x0400, 0x3C00, 0x3555, 0x7BFF, 0x7C00, 0x7C01, 0x7E00]
brains = [0x0000, 0x0001, 0x007F, 0x0080, 0x3F80, 0x3EAB, 0x7F7F, 0x7F80, 0x7F81, 0x7FC0]
cases = {
    "F16": [[b | s, half(b | s)] for b in halves for s in (0, 0x8000)],
    "BF16": [[b | s, brain(b | s)] for b in brains for s in (0, 0x8000)],
}
json.dump({"cases": cases, "digests": {"F16": digest(half), "BF16": digest(brain)}}, open("conversions.json", "w"))
