import copy
import re
from itertools import pairwise

import pytest
import yaml

from codegraft.errors import ParamsError
from codegraft.params import PARAMS_FILE, Params, load_params, normalised
from tests.pipeline.declared import ROOT

REAL = yaml.safe_load((ROOT / PARAMS_FILE).read_text(encoding="utf-8"))


@pytest.fixture
def load(tmp_path):
    """Load the real parameters with the changes ``{"section.key": value}``; ``...`` removes the key."""

    def load_changed(changes):
        values = copy.deepcopy(REAL)
        for key, value in changes.items():
            *sections, last = key.split(".")
            place = values
            for section in sections:
                place = place[section]
            if value is ...:
                del place[last]
            else:
                place[last] = value
        (tmp_path / "params.yaml").write_text(yaml.safe_dump(values), encoding="utf-8")
        return load_params(tmp_path / "params.yaml")

    return load_changed


def test_the_real_file_loads_with_every_value_as_written():
    sizes = {"tiny", "small", "base"}
    graphmer = {
        name: value["small"] if isinstance(value, dict) and set(value) == sizes else value
        for name, value in REAL["graphmer"].items()
    }
    assert load_params(ROOT / PARAMS_FILE).model_dump() == REAL | {"graphmer": graphmer}


def test_a_change_arrives(load):
    assert load({"export.features": "v2", "seed": 7}).export.features == "v2"


ID = "11111111-1111-8111-8111-111111111111"


@pytest.mark.parametrize("key", ["sed", "export.featurs", "embed_nodes.learning_rate"])
def test_an_unknown_key_is_named_with_its_value(load, key):
    with pytest.raises(ParamsError, match=rf"{key}: unknown key \(value 3\)"):
        load({key: 3})


@pytest.mark.parametrize("key", ["seed", "export", "embed_nodes.lr", "export.snapshot_id"])
def test_a_missing_key_is_named(load, key):
    with pytest.raises(ParamsError, match=f"{key}: missing; params.yaml names every parameter"):
        load({key: ...})


@pytest.mark.parametrize(
    ("key", "value", "allowed"),
    [
        ("embed_nodes.lr", "1e-3", "valid number"),
        ("embed_nodes.lr", True, "valid number"),
        ("embed_nodes.lr", 0.0, "greater than 0"),
        ("threads", 2.0, "valid integer"),
        ("threads", "2", "valid integer"),
        ("threads", True, "valid integer"),
        ("threads", 0, "greater than or equal to 1"),
        ("threads", 257, "less than or equal to 256"),
        ("seed", -1, "greater than or equal to 0"),
        ("export.parent_edges", 1, "valid boolean"),
        ("export.parent_edges", "yes", "valid boolean"),
        ("export.features", "v3", "'v1' or 'v2'"),
        ("backend", "threads", "'loky', 'dask' or 'ray'"),
        ("hardware", "cuda", "'auto', 'cpu', 'gpu', 'mps' or 'tpu'"),
        ("hardware", None, "'auto', 'cpu', 'gpu', 'mps' or 'tpu'"),
        ("sources.packages", "click", "valid list"),
        ("embed_nodes.mask_share", 1.0, "less than 1"),
        ("embed_nodes.lr", float("inf"), "finite number"),
        ("seed", 2**63, "less than 9223372036854775808"),
        ("export.around", "abc", "a UUID is expected"),
        ("export.snapshot_id", "", "a UUID is expected"),
        ("snapshot.database", "postgresql://u:p@h/d", "'embedded' or 'env'"),
    ],
)
def test_a_wrong_value_is_named_with_its_key_and_what_is_allowed(load, key, value, allowed):
    with pytest.raises(ParamsError) as caught:
        load({key: value})
    message = str(caught.value)
    assert f"{key}: {value!r} is not allowed" in message
    assert allowed in message


def test_a_whole_number_does_for_a_float(load):
    assert load({"embed_nodes.lr": 1}).embed_nodes.lr == 1.0


@pytest.mark.parametrize("key", ["embed_nodes.layers", "embed_nodes.seeds", "export.kinds", "snapshot.repositories"])
def test_an_empty_list_is_refused_by_key(load, key):
    with pytest.raises(ParamsError, match=key):
        load({key: []})


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        (
            {"export.around": ID, "export.hops": 1, "export.component": 0},
            "export: around and component exclude each other",
        ),
        ({"embed_nodes.tsne_perplexity": 30.0, "embed_nodes.tsne_points": 30}, "embed_nodes: tsne_perplexity must be"),
        ({"cluster": "host:8786"}, r"cluster is host:8786, backend is loky: an address goes with dask or ray"),
        ({"export.hops": 2}, r"export: around \(None\) and hops \(2\) go together"),
        ({"export.around": ID}, "go together: set both or neither"),
        ({"export.kinds": ["Call", "Call"]}, "export: kinds names a value twice"),
        ({"snapshot.repositories": ["click", "click"]}, "snapshot: repositories names a value twice"),
        ({"embed_nodes.layers": [1, 1]}, r"embed_nodes: layers names a value twice: \[1, 1\]"),
        ({"embed_nodes.seeds": [0, 0]}, r"embed_nodes: seeds names a value twice: \[0, 0\]"),
        ({"sources.packages": ["typing_extensions", "Typing-Extensions"]}, "more than once: typing-extensions"),
        ({"sources.packages": ["java.sample"]}, "more than once: java-sample"),
        ({"sources.packages": [], "sources.directories": []}, "packages and directories are both empty"),
    ],
)
def test_an_impossible_mix_is_explained(load, changes, says):
    with pytest.raises(ParamsError, match=says):
        load(changes)


def test_all_faults_are_listed_at_once(load):
    with pytest.raises(ParamsError) as caught:
        load({"threads": 0, "export.hops": -1, "nosuch": 1})
    assert all(key in str(caught.value) for key in ("threads", "export.hops", "nosuch"))


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "expected a mapping of sections, found NoneType"),
        ("# only a comment\n", "expected a mapping of sections, found NoneType"),
        ("- a\n- b\n", "expected a mapping of sections, found list"),
        ("seed: [1,\n", "not readable as YAML"),
        ("seed: 1\nseed: 2\n", "key 'seed' given twice"),
        ("export:\n  hops: 1\n  hops: 2\n", "key 'hops' given twice"),
        ("? [a, b]\n: 1\n", "params.yaml"),
    ],
)
def test_a_file_that_is_no_parameter_file_is_refused_by_name(tmp_path, text, says):
    (tmp_path / "params.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(ParamsError, match=re.escape(says)) as caught:
        load_params(tmp_path / "params.yaml")
    assert "params.yaml" in str(caught.value)


def test_bytes_that_are_no_text_are_refused(tmp_path):
    (tmp_path / "params.yaml").write_bytes(b"seed: \xff\xfe\n")
    with pytest.raises(ParamsError, match="not readable as YAML"):
        load_params(tmp_path / "params.yaml")


HOSTILE = {
    "lists of lists of lists": "\n".join(
        ["a: &a [x]", *(f"{n}: &{n} [{f'*{p}, ' * 10}]" for p, n in pairwise("abcdefg"))]
    ),
    "a tag": "a: !!timestamp x",
    "a day that is none": "a: 2001-99-99",
    "brackets": "[" * 1_000,
    "more aliases than anybody needs": "a: &a x\nb: [" + "*a, " * 101 + "]",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_file_is_refused(tmp_path, text):
    (tmp_path / "params.yaml").write_text(text)
    with pytest.raises(ParamsError, match="not readable as YAML"):
        load_params(tmp_path / "params.yaml")


def test_a_missing_file_says_where_to_run(tmp_path):
    with pytest.raises(ParamsError, match="no such file; run from the repository's root"):
        load_params(tmp_path / "params.yaml")


def test_parameters_cannot_be_changed():
    params = load_params(ROOT / PARAMS_FILE)
    with pytest.raises(ValueError, match="frozen"):
        params.export.hops = 3


@pytest.mark.parametrize("name", ["Typing_Extensions", "typing.extensions", "typing-extensions"])
def test_names_of_distributions_compare_normalised(name):
    assert normalised(name) == "typing-extensions"


def test_every_value_has_a_comment_beside_it():
    lines = (ROOT / PARAMS_FILE).read_text(encoding="utf-8").splitlines()
    bare = [line for line in lines if re.match(r"\s*\w+: +\S", line) and " # " not in line]
    lists = [line for line in lines if re.match(r"\s+\w+: *$", line)]
    assert bare + lists == []


def test_every_key_of_the_file_is_a_parameter_and_the_other_way_round():
    assert set(REAL) == set(Params.model_fields)


@pytest.mark.parametrize("directory", [{"name": ".."}, {"name": "a/b"}, {"name": ""}, {"path": ""}, {"licence": ""}])
def test_a_directory_needs_a_name_a_path_and_a_licence(load, directory):
    with pytest.raises(ParamsError, match=rf"sources\.directories\.0\.{next(iter(directory))}"):
        load({"sources.directories": [{"name": "mine", "path": "code", "licence": "MIT"} | directory]})


def test_ids_are_canonical(load):
    assert load({"export.snapshot_id": ID.upper()}).export.snapshot_id == ID


def test_a_value_may_hang_on_the_size_of_the_encoder(load):
    given = {"graphmer.steps": {"small": 7, "base": 9}, "graphmer.size": "base"}
    assert load(given).graphmer.steps == 9
    assert load({**given, "graphmer.size": "small"}).graphmer.steps == 7
    with pytest.raises(ParamsError, match="graphmer: steps has no value for size tiny"):
        load({**given, "graphmer.size": "tiny"})


def test_the_weights_of_a_loss_do_not_hang_on_the_size(load):
    with pytest.raises(ParamsError, match=r"graphmer\.loss_weights\.small: unknown key"):
        load({"graphmer.loss_weights": {**REAL["graphmer"]["loss_weights"], "small": 1.0}})


def test_changes_are_made_before_a_size_is_chosen():
    base = load_params(ROOT / PARAMS_FILE, {"graphmer.size": "base"})
    assert (base.graphmer.steps, base.graphmer.threads) == (500, 2)
    assert load_params(ROOT / PARAMS_FILE, {"graphmer.steps": 3}).graphmer.steps == 3
    with pytest.raises(ParamsError, match=r"graphmer\.stops: unknown key"):
        load_params(ROOT / PARAMS_FILE, {"graphmer.stops": 3})
