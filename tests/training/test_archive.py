"""Archives: what torch wrote is read, and what an archive says of itself is never believed."""

import contextlib
import io
import pickle
import zipfile

import pytest
import torch

from codegraft.pickle_machine import PickleError, RefusedError
from codegraft.training.archive import ArchiveError, read_archive


def saved(value):
    buffer = io.BytesIO()
    torch.save(value, buffer)
    return buffer.getvalue()


def changed(value, kind=zipfile.ZIP_STORED, **records):
    """An archive of torch in which records have other contents, or are not there."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(saved(value))) as old, zipfile.ZipFile(buffer, "w", kind) as new:
        for name in old.namelist():
            short = name.partition("/")[2].replace("/", "_").replace(".", "_")
            content = records.get(short, old.read(name))
            if content is not None:
                new.writestr(zipfile.ZipInfo(name), content, kind)
    return buffer.getvalue()


VALUE = {
    "numbers": {
        0: torch.arange(6.0).reshape(2, 3),
        1: torch.tensor(2),
        2: torch.empty(0, 5),
        3: torch.ones(2).double(),
    },
    "plain": [1, -(2**70), 2.5, True, None, "é", (1, ("a", [])), {}],
    "half": torch.ones(3, dtype=torch.bfloat16),
}


def test_what_torch_wrote_is_read():
    read = read_archive(saved(VALUE))
    assert read["plain"] == VALUE["plain"]
    assert torch.equal(read["half"], VALUE["half"])
    for number, tensor in VALUE["numbers"].items():
        assert torch.equal(read["numbers"][number], tensor)
        assert read["numbers"][number].dtype == tensor.dtype


def test_tensors_that_share_numbers_still_do():
    whole = torch.arange(6.0)
    read = read_archive(saved({"whole": whole, "part": whole[2:4]}))
    read["whole"][2] = 9
    assert read["part"].tolist() == [9, 3]


def test_a_tensor_of_more_numbers_than_its_record_has_is_refused():
    with pytest.raises(ArchiveError, match="of another length"):
        read_archive(changed({"a": torch.ones(100)}, data_0=b"\0" * 8))


def test_a_tensor_without_its_record_is_refused():
    with pytest.raises(ArchiveError, match="is not there"):
        read_archive(changed({"a": torch.ones(100)}, data_0=None))


@pytest.mark.parametrize(
    "tensor",
    [torch.ones(1).expand(2**40), torch.ones(2, 3).t(), torch.empty(2**40, 0)],
    ids=["repeated", "turned", "of nothing"],
)
def test_a_tensor_that_is_more_than_its_numbers_is_refused(tensor):
    with pytest.raises(ArchiveError, match="tensor"):
        read_archive(saved({"a": tensor}))


def test_what_is_packed_is_refused():
    with pytest.raises(ArchiveError, match="packed"):
        read_archive(changed({"a": torch.zeros(1000)}, zipfile.ZIP_DEFLATED))


def test_two_records_of_one_name_are_refused():
    buffer = io.BytesIO(saved({"a": 1}))
    with zipfile.ZipFile(buffer, "a") as archive, pytest.warns(UserWarning, match="Duplicate name"):
        archive.writestr(archive.namelist()[0], b"")
    with pytest.raises(ArchiveError, match="two records of one name"):
        read_archive(buffer.getvalue())


PICKLES = {
    "a bytearray of gigabytes": b"\x80\x02cbuiltins\nbytearray\nJ\xff\xff\xff\x7f\x85R.",
    "a function of the system": b"\x80\x02cposix\nsystem\nX\x02\x00\x00\x00ls\x85R.",
    "an attribute": b"\x80\x02}}b.",
}


@pytest.mark.parametrize("content", PICKLES.values(), ids=PICKLES)
def test_a_pickle_that_asks_for_more_than_plain_data_is_refused(content):
    with pytest.raises(RefusedError):
        read_archive(changed({}, data_pkl=content))


DAMAGED = {
    "a deep tuple as a key": b"\x80\x02})" + b"\x85" * 50_000 + b"Ns.",
    "nested too deep": b"\x80\x02)" + b"\x85" * 50_000 + b".",
    "a list that doubles": b"\x80\x02]q\x00" + b"".join(b"](h%ch%ceq%c" % (n, n, n + 1) for n in range(40)) + b".",
    "a name alone": b"\x80\x02ctorch\nFloatStorage\n.",
    "a call that is no tensor": b"\x80\x02ccollections\nOrderedDict\n)R.",
    "cut short": b"\x80\x02}",
}


@pytest.mark.parametrize("content", DAMAGED.values(), ids=DAMAGED)
def test_a_pickle_that_is_damaged_is_refused(content):
    with pytest.raises((ArchiveError, PickleError)):
        read_archive(changed({}, data_pkl=content))


@pytest.mark.parametrize("mark", [b"PK\x01\x02", b"PK\x05\x06"])
def test_an_archive_whose_directory_is_odd_is_refused(mark):
    """The third of these gave a ``UnicodeDecodeError``, the fourth a ``ValueError`` of a place before the file."""
    whole = saved({"a": torch.ones(2)})
    at = whole.index(mark)
    for offset, content in ((8, b"\0\1\0\0"), (16, b"\xff" * 4), (46, b"\x80"), (12, b"\xff\xff\0\0")):
        damaged = whole[: at + offset] + content + whole[at + offset + len(content) :]
        with contextlib.suppress(ArchiveError, PickleError):
            read_archive(damaged)


def test_a_bare_pickle_is_no_archive():
    with pytest.raises(ArchiveError, match="not a whole archive"):
        read_archive(pickle.dumps({"a": 1}))
