"""The encoder as the Hugging Face hub's users know models: a directory, or a repository, with weights and a card.

    PretrainedGraphMER.of(load_model("models/graphmer/model.pt")).save_pretrained("directory")
    PretrainedGraphMER.from_pretrained("directory").trained()

The directory holds ``config.json`` (shapes, relations, hash of the tokenizer, what the encoder was trained on),
``model.safetensors`` and ``README.md``. ``push_to_hub`` publishes it.
"""

from pathlib import Path
from typing import Any, Final, Self

from huggingface_hub import PyTorchModelHubMixin
from huggingface_hub.constants import CONFIG_NAME, SAFETENSORS_SINGLE_FILE
from safetensors import SafetensorError
from torch import Tensor, nn

from codegraft.errors import ModelError
from codegraft.graphmer.batches.batch import Batch
from codegraft.graphmer.encoder.encoder import GraphMER, parameter_counts
from codegraft.graphmer.training.checkpoint import Meaning, TrainedEncoder, brief, check_numbers, refuse_others

_SAVE: Final = "save it again with save_pretrained"

CARD: Final = """---
{{ card_data }}
---
# GraphMER for code

An encoder of {{ parameters }} parameters that reads code as chains of tokens on which the triples of a knowledge graph
hang, and recovers tokens and triples that are masked.

## Use

```python
from codegraft.graphmer.hub import PretrainedGraphMER

trained = PretrainedGraphMER.from_pretrained("...").trained()
```

Tokens are those of the tokenizer `{{ tokenizer }}` alone, relations are numbered from 1 in this order: {{ relations }}.

## Training

{{ trained_on }}

## Limits

It was trained on a few dozen open-source packages, mostly Python, for a small number of steps. What it says of a triple
is a guess from names and structure. Compare the metrics with the baselines beside them before relying on either.
"""


class PretrainedGraphMER(
    nn.Module,
    PyTorchModelHubMixin,
    library_name="codegraft",
    tags=["code", "knowledge-graph", "graphmer"],
    license="mit",
    model_card_template=CARD,
):
    """An encoder with all that its use takes; its arguments are what ``config.json`` holds.

    Args:
        meaning: :class:`codegraft.graphmer.training.checkpoint.Meaning` as plain data.
        trained_on: where the encoder comes from.

    Raises:
        ModelError: the arguments contradict each other.
    """

    def __init__(self, meaning: dict[str, Any], trained_on: dict[str, Any]) -> None:
        super().__init__()
        try:
            self._meaning = Meaning.of(meaning)
        except (KeyError, TypeError, ValueError) as error:
            raise ModelError(f"config.json is not that of a GraphMER encoder ({error}); {_SAVE}") from None
        self.network = GraphMER(self._meaning.config)
        self._trained_on = trained_on

    @classmethod
    def of(cls, trained: TrainedEncoder) -> Self:
        """A trained encoder, to be saved."""
        pretrained = cls(meaning=trained.meaning.plain(), trained_on=trained.trained_on)
        pretrained.network.load_state_dict(trained.model.state_dict())
        return pretrained.eval()

    def trained(self) -> TrainedEncoder:
        """The encoder for use, in eval mode."""
        return TrainedEncoder(self.network.eval(), self._meaning, dict(self._trained_on))

    def forward(self, batch: Batch) -> Tensor:
        """[B, T, hidden], the vectors of the nodes: see :class:`codegraft.graphmer.encoder.encoder.GraphMER`."""
        hidden: Tensor = self.network(batch)
        return hidden

    def generate_model_card(self, *args: Any, **kwargs: Any) -> Any:
        """The card, with what this encoder was trained on."""
        facts = "\n".join(f"- {name}: {value}" for name, value in sorted(self._trained_on.items()))
        said = {
            "parameters": f"{parameter_counts(self.network)['total']:,}",
            "tokenizer": self._meaning.tokenizer,
            "relations": ", ".join(self._meaning.relations),
            "trained_on": facts,
        }
        return super().generate_model_card(*args, **{**kwargs, **said})

    @classmethod
    def from_pretrained(
        cls, pretrained_model_name_or_path: str | Path, *, tokenizer: str | None = None, **kwargs: Any
    ) -> Self:
        """Read an encoder from a directory or the hub.

        Args:
            pretrained_model_name_or_path: the directory, or a repository's name.
            tokenizer: SHA-256 of the tokenizer that texts will be encoded with; any by default.
            kwargs: arguments of the hub's own method.

        Raises:
            ModelError: there is nothing, what is there is damaged, or no such encoder, or made with another tokenizer.
        """
        name = pretrained_model_name_or_path
        _refuse_incomplete(Path(name))
        try:
            # By default the client leaves what a file lacks as it was drawn at random.
            loaded: Self = super().from_pretrained(name, strict=True, **kwargs)
        except ModelError as error:
            raise ModelError(f"{name}: {error}") from None
        except OSError as error:
            raise ModelError(
                f"{name}: neither a directory here nor reached on the hub ({brief(error)}); correct it, or connect"
            ) from None
        except (SafetensorError, RuntimeError, TypeError, ValueError, AttributeError) as error:
            raise ModelError(f"{name}: not a saved GraphMER encoder ({brief(error)}); {_SAVE}") from None
        check_numbers(name, loaded.network, _SAVE)
        if tokenizer is not None:
            refuse_others(name, loaded.trained().meaning.plain(), {"tokenizer": tokenizer}, "encode texts with its own")
        return loaded


def _refuse_incomplete(directory: Path) -> None:
    for file in (CONFIG_NAME, SAFETENSORS_SINGLE_FILE):
        if directory.is_dir() and not (directory / file).is_file():
            raise ModelError(f"{directory}: not a saved GraphMER encoder (it holds no {file}); {_SAVE}")
