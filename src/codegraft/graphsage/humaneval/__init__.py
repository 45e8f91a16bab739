"""HumanEval: 164 hand-written problems that no model here is trained on, and whether right is told from wrong there."""
