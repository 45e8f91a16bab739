"""The model as the Hugging Face hub's users know models: a directory, or a repository, with its weights and its card.

    PretrainedGraphSAGE.of(load_model_for_inference("models/graphsage/model.pt")).save_pretrained("directory")
    PretrainedGraphSAGE.from_pretrained("directory").trained()

The directory holds ``config.json`` (shapes, vocabularies, temperature, hash of the features' schema, what the model was
trained on), ``model.safetensors`` and ``README.md``. ``push_to_hub`` publishes it.
"""

from dataclasses import asdict
from pathlib import Path
from typing import Any, Final, Self

from huggingface_hub import PyTorchModelHubMixin
from safetensors import SafetensorError
from torch import Tensor, nn

from codegraft.errors import ModelError
from codegraft.graphsage.checkpoint import TrainedModel
from codegraft.graphsage.model import GraphSAGE, ModelConfig, Predictions, parameters_of
from codegraft.programs.features.schema import schema_hash
from codegraft.programs.vocabulary import Vocabularies

CARD: Final = """---
{{ card_data }}
---
# GraphSAGE for code

A graph neural network of {{ parameters }} parameters that reads a program as the graph of its units (module, classes,
functions, variables, imports) and says how probable it is that the program is right, which modules it needs, which
kinds of mistakes it may have, and which programs it is like.

## Use

```python
from codegraft.graphsage.hub import PretrainedGraphSAGE

trained = PretrainedGraphSAGE.from_pretrained("...").trained()
```

It reads the features of schema `{{ schema }}` alone; a version of codegraft that computes others refuses it.

## Training

{{ trained_on }}

## Limits

Correctness was learned from Python programs for contest problems whose tests were executed. A high confidence is no
proof, and of other kinds of programs it says less. Compare the metrics with the baselines beside them before relying on
either.
"""


class PretrainedGraphSAGE(
    nn.Module,
    PyTorchModelHubMixin,
    library_name="codegraft",
    tags=["code", "graph-ml", "graphsage"],
    license="mit",
    model_card_template=CARD,
):
    """A network with all that its use takes; its arguments are what ``config.json`` holds.

    Args:
        model: :class:`codegraft.graphsage.model.ModelConfig` as plain data.
        vocabularies: head -> [name, count] of :class:`codegraft.programs.vocabulary.Vocabularies`, in the order of the
            head's columns; JSON objects, which the hub's client sorts, would lose it.
        temperature: divides the confidence logit.
        schema: hash of the schema of the features.
        trained_on: where the network comes from.

    Raises:
        ModelError: this version of codegraft computes other features, or the arguments contradict each other.
    """

    def __init__(
        self,
        model: dict[str, Any],
        vocabularies: dict[str, list[tuple[str, int]]],
        temperature: float,
        schema: str,
        trained_on: dict[str, Any],
    ) -> None:
        super().__init__()
        if schema != schema_hash():
            raise ModelError(
                f"the model reads features of schema {schema}, this version of codegraft computes {schema_hash()}: "
                "use the version that trained it"
            )
        try:
            self._vocabularies = Vocabularies(**{head: dict(names) for head, names in vocabularies.items()})
            config = ModelConfig(**{**model, "hidden": tuple(model["hidden"])})
        except (KeyError, TypeError, ValueError) as error:
            raise ModelError(f"config.json is not that of a GraphSAGE model ({error!r}): save it again") from None
        if (config.imports, config.bugs) != tuple(map(len, self._vocabularies)) or not temperature > 0:
            raise ModelError("config.json contradicts itself in its vocabularies or temperature: save the model again")
        self.network = GraphSAGE(config)
        self._temperature, self._schema, self._trained_on = temperature, schema, trained_on

    @classmethod
    def of(cls, trained: TrainedModel) -> Self:
        """A trained model, to be saved."""
        plain = asdict(trained.model.config)
        pretrained = cls(
            model={**plain, "hidden": list(plain["hidden"])},
            vocabularies={head: list(names.items()) for head, names in trained.vocabularies._asdict().items()},
            temperature=trained.temperature,
            schema=trained.schema,
            trained_on=trained.trained_on,
        )
        pretrained.network.load_state_dict(trained.model.state_dict())
        return pretrained.eval()

    def trained(self) -> TrainedModel:
        """The model for use, in eval mode."""
        return TrainedModel(
            self.network.eval(), self._vocabularies, self._temperature, self._schema, dict(self._trained_on)
        )

    def forward(self, x: Tensor, edge_index: Tensor, graph: Tensor, graphs: int) -> Predictions:
        """What the network says: see :class:`codegraft.graphsage.model.GraphSAGE`."""
        said: Predictions = self.network(x, edge_index, graph, graphs)
        return said

    def generate_model_card(self, *args: Any, **kwargs: Any) -> Any:
        """The card, with what this model was trained on."""
        facts = "\n".join(f"- {name}: {value}" for name, value in sorted(self._trained_on.items()))
        said = {"parameters": f"{parameters_of(self.network):,}", "schema": self._schema, "trained_on": facts}
        return super().generate_model_card(*args, **{**kwargs, **said})

    @classmethod
    def from_pretrained(cls, pretrained_model_name_or_path: str | Path, **kwargs: Any) -> Self:
        """Read a model from a directory or the hub, with the arguments of the hub's own method.

        Raises:
            ModelError: what is there is damaged, of another schema, or no such model.
        """
        try:
            # By default the client leaves what a file lacks as it was drawn at random.
            loaded: Self = super().from_pretrained(pretrained_model_name_or_path, strict=True, **kwargs)
        except ModelError:
            raise
        except (SafetensorError, RuntimeError, TypeError, ValueError) as error:
            first = (str(error) or type(error).__name__).splitlines()[0]
            raise ModelError(
                f"{pretrained_model_name_or_path}: not a saved GraphSAGE model ({first}): save it again"
            ) from None
        return loaded
