# make run    start koresagi (first time: makes .venv and installs what is locked)
# make test   run every check
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP_FLAGS := --quiet --disable-pip-version-check --require-virtualenv

.PHONY: run test lint types unit fit bench fuzz lock clean

run: $(VENV)/.installed
	@$(BIN)/python -m bot

test: lint types unit

lint: $(VENV)/.installed-dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: $(VENV)/.installed-dev
	$(BIN)/mypy

unit: $(VENV)/.installed-dev
	$(BIN)/python -m pytest -n 2

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit("koresagi needs Python 3.11 or newer; this is %s. Name one: make run PYTHON=python3.12" % sys.version.split()[0] if sys.version_info < (3, 11) else 0)'
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: requirements.lock pyproject.toml | $(BIN)/python
	@echo "Installing (first time only, about a minute)..."
	@$(BIN)/pip install $(PIP_FLAGS) --require-hashes -r requirements.lock
	@$(BIN)/pip install $(PIP_FLAGS) --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.installed-dev: requirements-dev.lock $(VENV)/.installed
	@$(BIN)/pip install $(PIP_FLAGS) --require-hashes -r requirements-dev.lock
	@touch $@

# Fits weights and models anew to all cases but the holdout, and measures on the holdout.
CASES := tests/cases
fit: $(VENV)/.installed-dev
	$(BIN)/python -m bot fit --write $(CASES)/base/scam.jsonl $(CASES)/base/legit.jsonl $(CASES)/rounds/*.jsonl $(CASES)/training/*.jsonl
	$(BIN)/python -m bot eval $(CASES)/holdout/*.jsonl

# Speed and memory: best with nothing else running.
bench: $(VENV)/.installed
	$(BIN)/python benchmarks/start.py
	$(BIN)/python -m bot eval $(CASES)/base/*.jsonl | grep -E "^(ms|  ms|memory)"

# Damaged and hostile files through the real workers: no crash, no hang over 5 s, never over 1 GB.
MINUTES ?= 10
fuzz: $(VENV)/.installed-dev
	$(BIN)/python -m tests.fuzz.intake --minutes $(MINUTES) --keep .fuzz

# Needs uv on the PATH. The lock files name no host: they install from whatever index pip is set up for.
LOCK := uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header
lock:
	$(LOCK) --group build pyproject.toml -o requirements.lock
	$(LOCK) --group build --group dev pyproject.toml -o requirements-dev.lock

clean:
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache
