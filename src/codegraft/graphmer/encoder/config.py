"""What decides the shapes of an encoder, and the sizes that are named."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal

from codegraft.errors import ModelError

Size = Literal["tiny", "small", "base"]

SIZES: Final[Mapping[Size, Mapping[str, int]]] = {
    "tiny": {"hidden": 64, "layers": 2, "heads": 2, "feed_forward": 128},
    "small": {"hidden": 128, "layers": 2, "heads": 4, "feed_forward": 512},
    "base": {"hidden": 768, "layers": 12, "heads": 12, "feed_forward": 3072},
}
"""Named sizes; base has 85,054,464 numbers in its layers."""


@dataclass(frozen=True)
class GraphMERConfig:
    """What decides the shapes of an encoder, and which of its parts it has.

    Attributes:
        vocabulary: tokens of the tokenizer.
        relations: relations of the ontology; their ids are 1 to this number.
        hidden: width of a node's vector.
        layers: number of layers.
        heads: attention heads of a layer; each is an even number of the hidden numbers wide.
        feed_forward: width between the two maps of a layer's feed-forward part.
        tail_slots: leaves of a group at most.
        head_tokens: tokens of a head's mention that its leaves see.
        dropout: share of numbers that training drops: of the embedding, and of what each half of a layer adds.
        use_positions: rotary positions and an embedding of the slots of leaves.
        use_decay: attention falls with the distance in the graph.
        use_rel_attention_bias: queries and keys of a leaf know its relation.
        use_fusion: leaves know their relation and head in the embedding layer (H-GAT).
        paper_mode: the equations of the paper that the model adapts. Its attention knows neither positions nor
            relations, so ``use_positions`` and ``use_rel_attention_bias`` must be off.
    """

    vocabulary: int
    relations: int
    hidden: int
    layers: int
    heads: int
    feed_forward: int
    tail_slots: int = 8
    head_tokens: int = 8
    dropout: float = 0.1
    use_positions: bool = True
    use_decay: bool = True
    use_rel_attention_bias: bool = True
    use_fusion: bool = True
    paper_mode: bool = False

    def __post_init__(self) -> None:
        """Refuse what no encoder can be made of.

        Raises:
            ModelError: a number is out of its bounds, the heads do not divide the width, or the parts contradict.
        """
        numbers = ("vocabulary", "relations", "hidden", "layers", "heads", "feed_forward", "tail_slots", "head_tokens")
        for name in numbers:
            if getattr(self, name) < 1:
                raise ModelError(f"{name} is {getattr(self, name)}; expected 1 at least")
        if self.hidden % (2 * self.heads):
            raise ModelError(f"hidden is {self.hidden}; expected a multiple of {2 * self.heads}, twice the heads")
        if not 0 <= self.dropout < 1:
            raise ModelError(f"dropout is {self.dropout}; expected at least 0 and less than 1")
        for name in ("use_positions", "use_rel_attention_bias"):
            if self.paper_mode and getattr(self, name):
                raise ModelError(f"paper_mode has no {name.removeprefix('use_')}; set {name} to false")

    @classmethod
    def of_size(cls, size: Size, *, vocabulary: int, relations: int, **parts: Any) -> "GraphMERConfig":
        """A configuration of a named size.

        Args:
            size: a key of ``SIZES``.
            vocabulary: tokens of the tokenizer.
            relations: relations of the ontology.
            parts: any further attribute.

        Raises:
            ModelError: as for the class.
        """
        return cls(**{"vocabulary": vocabulary, "relations": relations, **SIZES[size], **parts})

    @property
    def head_width(self) -> int:
        """Numbers of a query, key or value."""
        return self.hidden // self.heads
