# `make repro` and `make test` in a container, as an ordinary user; docs/containers.md says how to run it.
FROM python:3.11.13-slim-bookworm

# Debian keeps one version of a package at a time, so a pinned one would be gone with the next security update.
# hadolint ignore=DL3008
RUN apt-get update \
    && apt-get install --yes --no-install-recommends build-essential chromium chromium-driver git make \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --create-home --uid 1000 codegraft \
    && install --directory --owner=codegraft --group=codegraft /home/codegraft/codegraft

USER 1000:1000
WORKDIR /home/codegraft/codegraft

# The CPU build of torch: 200 MB instead of several GB.
ARG PIP_EXTRA_INDEX_URL=https://download.pytorch.org/whl/cpu
ENV PIP_EXTRA_INDEX_URL=$PIP_EXTRA_INDEX_URL PIP_NO_CACHE_DIR=1

# What is installed changes less often than the code.
COPY --chown=1000:1000 Makefile requirements.txt pyproject.toml README.md LICENSE ./
COPY --chown=1000:1000 src src
RUN make setup

COPY --chown=1000:1000 . .
CMD ["make", "repro"]
