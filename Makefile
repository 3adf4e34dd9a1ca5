# Everything on a fresh machine with Python and git: `make demo`, `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
OUTLINE := outlines/tiktok-cross-border.yaml
DECK := build/tiktok-cross-border.pptx

.PHONY: demo test lint types unit docs clean

demo: $(VENV)/.installed
	@mkdir -p build
	@$(BIN)/deckgen build $(OUTLINE) -o $(DECK)

test: lint types unit

lint: $(VENV)/.developed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.developed
	$(BIN)/mypy

unit: $(VENV)/.developed
	$(BIN)/pytest -n auto --dist worksteal

docs: $(VENV)/.developed
	$(BIN)/sphinx-build -q -W --keep-going -b html docs build/docs

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: pyproject.toml | $(VENV)/bin/python
	$(BIN)/pip install --quiet --disable-pip-version-check -e .
	@touch $@

$(VENV)/.developed: pyproject.toml | $(VENV)/bin/python
	$(BIN)/pip install --quiet --disable-pip-version-check -e ".[dev]"
	@touch $@ $(VENV)/.installed

clean:
	rm -rf $(VENV) build
