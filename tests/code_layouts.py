"""Small distributions and directories for the tests of the sources."""

import base64
import hashlib

from codegraft.params import Directory

MIT = "License-Expression: MIT\n"


def lay_out(root, files):
    """Write ``files`` (path -> bytes or str) below ``root``."""
    for path, content in files.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)
    return root


def record_of(root, paths):
    def line(path):
        digest = base64.urlsafe_b64encode(hashlib.sha256((root / path).read_bytes()).digest()).rstrip(b"=")
        return f'"{path}",sha256={digest.decode()},{(root / path).stat().st_size}\n'

    return "".join(line(path) for path in paths)


def install(site, name, files, metadata=MIT, version="1.0", outside=""):
    """A distribution as pip leaves it: files, METADATA and RECORD."""
    lay_out(site, files)
    info = site / f"{name.replace('-', '_')}-{version}.dist-info"
    lay_out(info, {"METADATA": f"Metadata-Version: 2.4\nName: {name}\nVersion: {version}\n{metadata}\n"})
    (info / "RECORD").write_text(record_of(site, files) + f"{info.name}/RECORD,,\n{outside}")
    return info


def directory(path, name="mine"):
    return Directory(name=name, path=str(path), licence="MIT")


def paths(collection):
    return collection.table["path"].to_pylist()


def skipped(collection):
    return {row.path: (row.reason, row.detail) for row in collection.skipped}
