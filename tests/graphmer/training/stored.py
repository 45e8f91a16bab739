"""The small task on disk, as the stage ``encode_chains`` leaves it, with parameters to train on it."""

import shutil

import pyarrow as pa
import yaml

from codegraft.graphmer.chains.shards import WINDOWS_SCHEMA, write_chains
from codegraft.graphmer.chains.tokenizer import CodeTokenizer
from codegraft.kg.ontology import ONTOLOGY_FILE
from tests.graphmer.training.cases import all_params, header, small_chains

TEXT = "def area(self): return self.width * self.height\n" * 9


def store(place, text=TEXT):
    """Write params.yaml, data/chains, data/ontology.yaml and models/tokenizer under a directory; the directory."""
    tokenizer = CodeTokenizer.train([text], 300)
    tokenizer.save(place / "models/tokenizer")
    chains = small_chains()
    rows = [{"repository": "r", "file": "f.py", "language": "python", "start": 0, "end": 1, "part": "train"}]
    windows = pa.Table.from_pylist(rows * len(chains), schema=WINDOWS_SCHEMA)
    known = header(vocabulary=tokenizer.vocabulary, tokenizer=tokenizer.digest)
    write_chains(place / "data/chains", chains, windows, known)
    shutil.copy2(ONTOLOGY_FILE, place / "data")
    (place / "params.yaml").write_text(yaml.safe_dump(all_params().model_dump()), encoding="utf-8")
    return place
