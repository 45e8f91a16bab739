"""Two runs on one machine, one result."""

import os
import random

import numpy as np
import torch


def set_reproducible(seed: int, threads: int) -> None:
    """Seed every generator of this process and keep PyTorch to operations that repeat themselves bit for bit.

    Call it once, before anything is computed: cuBLAS reads its setting when it first starts.

    Args:
        seed: for ``random``, NumPy's global generator (which takes 32 bits of it) and PyTorch on every device.
        threads: CPU threads of PyTorch. Part of the result, because it decides the order of sums.
    """
    random.seed(seed)
    np.random.seed(seed % 2**32)
    torch.manual_seed(seed)
    torch.set_num_threads(threads)
    os.environ["CUBLAS_WORKSPACE_CONFIG"] = ":4096:8"  # https://docs.nvidia.com/cuda/cublas/#results-reproducibility
    torch.use_deterministic_algorithms(True)
