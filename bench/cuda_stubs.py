"""Lets the PyTorch wheel of Linux be imported without the CUDA libraries that it is linked to.

usage: python cuda_stubs.py SITE_PACKAGES

The wheel's list of dependencies brings 2.7 GB of them, which nothing on the CPU calls. For each that is not
installed this writes a library of the same name whose functions return an error, so that the linker is content.
Call a GPU through it and it fails; `torch.cuda.is_available()` says False. Needs gcc and nm (binutils).
"""

import collections
import pathlib
import re
import subprocess
import sys

# Library by the beginning of its functions' names, the longer ones first.
LIBRARIES = {
    "cublasLt": "libcublasLt.so.12",
    "cublas": "libcublas.so.12",
    "cudnn": "libcudnn.so.9",
    "cufft": "libcufft.so.11",
    "cuFile": "libcufile.so.0",
    "curand": "libcurand.so.10",
    "cusparseLt": "libcusparseLt.so.0",
    "cusparse": "libcusparse.so.12",
    "nccl": "libnccl.so.2",
}
USERS = ("libtorch_cuda.so", "libtorch_python.so")


def wanted_functions(folder):
    """Names that PyTorch's libraries expect to find elsewhere, by the library that has them."""
    functions = collections.defaultdict(set)
    for user in USERS:
        command = ["nm", "--dynamic", "--undefined-only", str(folder / user)]
        listing = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        for line in listing.splitlines():
            name = line.split()[-1].partition("@")[0]
            prefix = re.match("|".join(LIBRARIES), name)
            if prefix is not None:
                functions[LIBRARIES[prefix[0]]].add(name)
    return functions


def write_stub(folder, library, functions):
    """Functions carry a version of the library's name, as NVIDIA's do."""
    status_of_failure = 999
    source = "".join(f"int {name}(void) {{ return {status_of_failure}; }}\n" for name in sorted(functions))
    script = folder / f"{library}.map"
    script.write_text(f"{library} {{ global: *; }};\n")
    options = ["-w", "-shared", "-fPIC", f"-Wl,-soname,{library}", f"-Wl,--version-script={script}"]
    command = ["gcc", *options, "-x", "c", "-", "-o", str(folder / library)]
    subprocess.run(command, check=True, input=source, text=True)
    script.unlink()


def main():
    folder = pathlib.Path(sys.argv[1]) / "torch" / "lib"
    functions = wanted_functions(folder)
    for library in LIBRARIES.values():
        write_stub(folder, library, functions[library])


main()
