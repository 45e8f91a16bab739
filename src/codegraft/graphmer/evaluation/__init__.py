"""How well anything that scores entities does each task, beside what it has to beat."""
