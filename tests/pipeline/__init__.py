"""The rules of the pipeline, a module each, held by the real dvc.yaml and broken by planted faults.

Each rule is a function ``faults(root)`` that names what is wrong under a repository's root, one sentence a fault:

1. :mod:`.deps`, :mod:`.paths`: ``deps`` cover every project module that a stage imports and all data that it reads.
2. :mod:`.reads`: ``params`` cover every key that a stage reads.
3. :mod:`.declarations`: metrics and plots in git, run cache on, a ``desc`` on each stage.
4. :mod:`.lock`, :mod:`.repeat`: dvc.lock belongs to the committed code; twice run, the same bytes.
5. :mod:`.writes`: outputs appear whole or not at all.
6. :mod:`.scalars`: DVC and we read the same values from YAML.

These read code. :mod:`.alone` runs it: each stage with nothing but what it declares, on small sources, twice.
"""
