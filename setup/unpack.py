"""Lists or unpacks a wheel (zip) or an npm package (tar.gz). Python has both readers; Node has neither.

  unpack.py list ARCHIVE            prints [[name, bytes, "file" | "folder" | "other"], ...]
  unpack.py unpack ARCHIVE FOLDER   reads [name, ...] from stdin and writes those members below FOLDER

Which names are safe is decided by the caller. Only regular files are written, by this code: links and
permissions of the archive have no effect. Exit 3: the archive is broken. Exit 4: the disk refused.
"""
import ctypes
import json
import os
import shutil
import sys
import tarfile
import zipfile
import zlib


def tar_kind(member):
    return "file" if member.isreg() else "folder" if member.isdir() else "other"


def zip_kind(member):
    unix_type = (member.external_attr >> 16) & 0o170000
    if member.is_dir():
        return "folder"
    return "file" if unix_type in (0, 0o100000) else "other"


def is_zip(archive):
    return archive.endswith((".whl", ".zip"))


def members(archive):
    if is_zip(archive):
        with zipfile.ZipFile(archive) as source:
            return [[m.filename, m.file_size, zip_kind(m)] for m in source.infolist()]
    with tarfile.open(archive, "r|gz") as source:
        return [[m.name, m.size, tar_kind(m)] for m in source]


def opened(archive, wanted):
    """Yields (name, reader) in the order of the archive; a tar is read once, as a stream."""
    if is_zip(archive):
        with zipfile.ZipFile(archive) as source:
            for m in source.infolist():
                if m.filename in wanted:
                    with source.open(m) as reader:
                        yield m.filename, reader
    else:
        with tarfile.open(archive, "r|gz") as source:
            for m in source:
                if m.name in wanted and m.isreg():
                    yield m.name, source.extractfile(m)


def write(name, reader, folder):
    path = os.path.join(folder, name)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb") as target:
        shutil.copyfileobj(reader, target, 1 << 20)
    # A wheel's scripts are programs, whatever the archive's permissions say: pip does the same.
    os.chmod(path, 0o755 if ".data/scripts/" in name else 0o644)


def flush(folder):
    """One syncfs instead of thousands of fsyncs: everything is on the disk before it is published."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        if ctypes.CDLL(None, use_errno=True).syncfs(descriptor) != 0:
            number = ctypes.get_errno()
            raise OSError(number, os.strerror(number))
    finally:
        os.close(descriptor)


def main(action, archive, folder=None):
    if action == "list":
        json.dump(members(archive), sys.stdout)
        return
    for name, reader in opened(archive, set(json.load(sys.stdin))):
        write(name, reader, folder)
    flush(folder)


if __name__ == "__main__":
    try:
        main(*sys.argv[1:])
    except (zipfile.BadZipFile, tarfile.TarError, zlib.error, EOFError) as error:
        sys.exit(print(error, file=sys.stderr) or 3)
    except OSError as error:
        # Python's gzip reports a broken stream as an OSError without a number.
        print(error, file=sys.stderr)
        sys.exit(3 if error.errno is None else 4)
