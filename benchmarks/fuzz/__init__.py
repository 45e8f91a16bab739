"""Fuzzing of everything that reads what others wrote: source code, bundles, checkpoints, tables, settings.

    python -m benchmarks.fuzz --inputs 100000 --seed 0 --output benchmarks/results/<date>_fuzz.json

An input is a function of the seed, the target's name and its number alone: valid files, changed where such files can
lie. Each is read in a forked process under limits, so that a crash, a hang or an allocation ends that process and is
laid to the input that caused it. Hypothesis draws some hundred inputs a second of this kind and instruments nothing
that runs in C, which is most of what reads here; a mutator that knows the formats draws twenty thousand.
"""
