"""Writes the files of this folder. Made with safetensors 0.8.0, numpy and ml_dtypes; run in this folder."""
import ml_dtypes
import numpy as np
from safetensors.numpy import save_file

types = {
    "half": np.array([[0.0, -0.0, 1.0, -2.5], [65504.0, 6e-8, np.inf, 0.33325195]], dtype=np.float16),
    "brain": np.array([1.0, -3.140625, 1e38, 1e-30], dtype=ml_dtypes.bfloat16),
    "single": np.array([[[1.5], [-0.1]]], dtype=np.float32),
    "wide": np.array([-2147483648, 0, 2147483647], dtype=np.int64),
    "ids": np.array([[101, 102]], dtype=np.int32),
    "bytes": np.array([0, 127, 255], dtype=np.uint8),
    "empty": np.zeros((0, 3), dtype=np.float32),
    "scalar": np.array(2.5, dtype=np.float32),
}
save_file(types, "types.safetensors", metadata={"format": "np"})
save_file({"double": np.array([1.0])}, "double.safetensors")
save_file({"wide": np.array([2**31])}, "too-wide.safetensors")
written = {
    "weight.ü": np.arange(6, dtype=np.float32).reshape(2, 3) / 4,
    "10": np.array([1, 2], dtype=np.int32),
    "2": np.array([[3]], dtype=np.int32),
    '"quoted"\n': np.array([9, 8, 7], dtype=np.uint8),
    "B": np.array([0.1], dtype=np.float32),
    "a": np.zeros((0,), dtype=np.float32),
}
save_file(written, "written.safetensors", metadata={"format": "pt"})
