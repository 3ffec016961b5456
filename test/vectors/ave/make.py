"""
Makes the HDF5 files of the AVE test with h5py: splits of a seven-row Annotations.txt in the form of the original
(contiguous int64) and in a compressed one, and files that must be refused.

    pip install h5py
    python make.py
"""

from pathlib import Path

import h5py
import numpy as np

here = Path(__file__).parent
packed = {"chunks": (1,), "compression": "gzip", "shuffle": True}
for name, dataset, value, options in [
    ("train_order", "order", [5, 0, 2], {}),
    ("val_order", "order", [3], packed),
    ("test_order", "order", [4, 1], {}),
    ("order-outside", "order", [0, 7], {}),
    ("order-square", "order", [[0, 1], [2, 3]], {}),
    ("no-order", "avadataset", [1], {}),
]:
    with h5py.File(here / f"{name}.h5", "w") as file:
        file.create_dataset(dataset, data=np.array(value, dtype="int64"), **options)
