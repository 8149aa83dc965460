# Everything a newcomer needs: `make demo` and `make test`. Both set themselves up.

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
PAGES ?= examples/strait/pages
LEDGER ?= demo

.PHONY: demo test lint types check eval bench browser pictures clean

demo: $(VENV)/.installed
	@$(BIN)/onrecord demo --ledger "$(LEDGER)" "$(PAGES)"

test: $(VENV)/.installed-dev
	$(BIN)/pytest --numprocesses auto

lint: $(VENV)/.installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.installed-dev
	$(BIN)/mypy

check: test lint types

eval: $(VENV)/.installed-dev
	$(BIN)/python -m evaluation

bench: $(VENV)/.installed-dev
	$(BIN)/python -m benchmarks

# Debian's chromium, node, and `npm install playwright-core axe-core` here or somewhere that
# ONRECORD_NODE_MODULES names. Without them these tests are skipped, with the reason.
browser: $(VENV)/.installed-dev
	$(BIN)/pytest tests/web/browser -rs

pictures: $(VENV)/.installed-dev
	$(BIN)/python -m docs.make_pictures

clean:
	rm -rf $(VENV) demo build dist

# A virtual environment without pip's own bootstrap still serves, if the system has pip.
$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "On Record needs Python 3.11 or newer; name one with: make PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -m venv $(VENV) 2>/dev/null \
		|| { rm -rf $(VENV); $(PYTHON) -m venv --without-pip $(VENV) && $(PYTHON) -m pip --version >/dev/null 2>&1; } \
		|| { rm -rf $(VENV); echo "Python's venv module is not complete here; install it with: apt install python3-venv"; exit 1; }

PIP = $$( [ -x $(BIN)/pip ] && echo "$(BIN)/python -m pip" || echo "$(PYTHON) -m pip --python $(BIN)/python" )

$(VENV)/.installed: $(VENV)/bin/python pyproject.toml constraints.txt
	@echo "Installing On Record into $(VENV) ..."
	@$(PIP) install --quiet --disable-pip-version-check --constraint constraints.txt --editable .
	@touch $@

$(VENV)/.installed-dev: $(VENV)/.installed requirements-dev.txt
	@echo "Installing the tools for tests, lint and types ..."
	@$(PIP) install --quiet --disable-pip-version-check --constraint constraints.txt --requirement requirements-dev.txt
	@touch $@
