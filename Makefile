# The few commands of this repository; `make` alone lists them.
PY ?= python3.11
VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed

# Stages are `python -m codegraft.stages.<name>`: this is the python that they find.
export PATH := $(CURDIR)/$(BIN):$(PATH)

.DEFAULT_GOAL := help
.PHONY: help setup repro test test-slow test-browser test-xla check bench verify

help:  ## list the commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: $(INSTALLED)  ## make .venv with the pinned packages (again when requirements.txt or pyproject.toml changed)

$(INSTALLED): requirements.txt pyproject.toml
	@test -x $(BIN)/python || { echo "making $(VENV) with $(PY)"; $(PY) -m venv $(VENV); }
	@echo "installing requirements.txt"
	@test "$$(uname)" != Linux || test -n "$$PIP_EXTRA_INDEX_URL" || test -d $(VENV)/lib/python3.11/site-packages/torch || \
	  echo "pip's index may give the CUDA build of torch, several GB; for the small CPU build stop this and say" \
	  "\`export PIP_EXTRA_INDEX_URL=https://download.pytorch.org/whl/cpu\`"
	@$(BIN)/python -m pip install --quiet --requirement requirements.txt
	@$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

repro: setup  ## rebuild what changed: data, models, metrics, plots, dvc.lock
	@$(BIN)/dvc repro

test: setup  ## the tests, in about fourteen minutes
	@$(BIN)/python -m pytest --numprocesses=logical --maxprocesses=4 --dist=loadfile

test-slow: setup  ## the slow ones: the whole pipeline twice, byte for byte
	@$(BIN)/python -m pytest -m slow

test-browser: setup  ## the page of `codegraft demo` in Chromium (Debian: apt-get install chromium chromium-driver)
	@CODEGRAFT_BROWSER=1 $(BIN)/python -m pytest tests/demo/test_browser.py

test-xla:  ## the tests of TPU training, on eight devices that the CPU plays (builds an environment of 8 GB once)
	@$(PY) -m tests.graphmer.xla

check: setup  ## lint, format, types, dvc.lock against code and parameters, gates, and every number of the documents
	@$(BIN)/ruff check --quiet .
	@$(BIN)/ruff format --quiet --check .
	@$(BIN)/mypy --no-error-summary
	@$(BIN)/python -m tests.pipeline.lock
	@$(BIN)/codegraft verify >$(VENV)/verified.txt || { grep FAULT $(VENV)/verified.txt; exit 1; }

bench: setup  ## timings against the textbook way and against the limits (bare COPY, bare parsing)
	@$(BIN)/python -m benchmarks.export
	@$(BIN)/python -m benchmarks.ingest
	@$(BIN)/python -m benchmarks.kg
	@$(BIN)/python -m benchmarks.sandbox
	@$(BIN)/python -m benchmarks.features
	@$(BIN)/python -m benchmarks.graphsage
	@RAYON_NUM_THREADS=1 $(BIN)/python -m benchmarks.graphmer_tokenizer
	@$(BIN)/python -m benchmarks.graphmer_collation
	@$(BIN)/python -m benchmarks.graphmer_encoder

verify: setup  ## every output against dvc.lock, the bundle's audit, the run's metadata, all gates
	@test -e data/bundle.safetensors || { echo "data/bundle.safetensors: not there; run \`make repro\` first"; exit 1; }
	@# Without --quiet, dvc status ends with 0 whatever it found.
	@$(BIN)/dvc status --quiet || { $(BIN)/dvc status; echo "not what dvc.lock says; run \`make repro\`"; exit 1; }
	@echo "every output is what dvc.lock says"
	@$(BIN)/codegraft audit data/bundle.safetensors
	@$(BIN)/codegraft verify --complete
