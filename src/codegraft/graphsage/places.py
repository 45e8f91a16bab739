"""Where a trained model is: written by the training, read by all who use it."""

from pathlib import Path
from typing import Final

# Both in full, so that the check of the pipeline's paths sees which stage names what.
MODEL_DIRECTORY: Final = Path("models/graphsage")
MODEL_FILE: Final = Path("models/graphsage/model.pt")
"""The network for use, in the model's directory."""

RETRIEVAL: Final = "retrieval.safetensors"
"""Name of the known programs beside it; a model without them has no nearest programs."""
