# Every command a person or the continuous integration needs. `make help` lists them.
SHELL := /bin/sh
BIN := $(if $(filter Windows_NT,$(OS)),.venv/Scripts,.venv/bin)
DEMO ?= demo
# Two cores are what a small machine has; JOBS=4 makes use of more.
JOBS ?= 2
# Drawing needs no screen, except for `make run` and for the window of `make demo`.
OFFSCREEN := QT_QPA_PLATFORM=offscreen LANG=C.UTF-8

.DEFAULT_GOAL := help
.PHONY: help setup demo run test lint types compiled unit cover format bench screenshots soak build lock clean

help: ## List these commands
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' $(firstword $(MAKEFILE_LIST))

setup: ## Make .venv and install the locked packages and what the system lacks
	@PYTHON="$(PYTHON)" sh .ci/setup.sh

demo: setup ## Build a sample caseload in demo/, print its pack, open the window on it
	@$(OFFSCREEN) $(BIN)/psg-desktop demo "$(DEMO)"
	@sh .ci/open_demo.sh "$(DEMO)" $(BIN)/psg-desktop

run: setup ## Open the window
	$(BIN)/psg-desktop

test: lint types unit ## Check style, types and layers, then run every test

lint: setup ## Check style, formatting and the import contracts
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/lint-imports --no-logo

types: setup ## Check types
	$(BIN)/mypy

# Each process that runs tests would read and rewrite every one of them for itself.
compiled: setup
	@$(OFFSCREEN) env -u PYTHONDONTWRITEBYTECODE $(BIN)/python -m pytest -qq --collect-only >/dev/null

unit: setup ## Run every test, on JOBS cores, in random order
	@PYTHON=$(BIN)/python sh .ci/system.sh test
	$(OFFSCREEN) $(BIN)/python -m pytest -q -n $(JOBS) --dist worksteal

cover: setup ## Run every test and say which lines and branches none of them reach
	$(OFFSCREEN) $(BIN)/python -m pytest -q -n $(JOBS) --dist worksteal --cov --cov-report=term-missing:skip-covered

format: setup ## Put the sources in the house's form
	$(BIN)/ruff check --fix --fix-only
	$(BIN)/ruff format

bench: setup ## Measure speed and memory as ratios to their yardsticks
	$(OFFSCREEN) $(BIN)/python -m tests.bench

screenshots: setup ## Draw every window in light and dark, and the pictures of the README
	$(OFFSCREEN) $(BIN)/python -m tests.screenshots

soak: setup ## Run the long tests: many more random caseloads, kills and cuts
	$(OFFSCREEN) HYPOTHESIS_PROFILE=soak $(BIN)/python -m pytest -q -n $(JOBS) --dist worksteal --timeout 3600

build: setup ## Build the program for this system into dist/ and run its self-test
	@PYTHON=$(BIN)/python sh .ci/system.sh build
	$(BIN)/pyinstaller --noconfirm --clean --log-level WARN build_installer.spec
	@sh .ci/try_build.sh dist/psg-desktop

lock: setup ## Choose the newest packages that pyproject.toml allows and lock them
	$(BIN)/uv pip compile pyproject.toml $(LOCKING) --upgrade -o .ci/requirements/runtime.txt
	$(BIN)/uv pip compile pyproject.toml $(LOCKING) --extra dev -c .ci/requirements/runtime.txt --upgrade -o .ci/requirements/dev.txt

# One lock for every system and Python; no header and no address, so that it installs from any mirror.
LOCKING := -q --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --no-emit-index-url --no-emit-find-links

clean: ## Remove what can be made again, but not .venv
	rm -rf build dist $(DEMO) .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis htmlcov .coverage*
	find psg_desktop tests -name __pycache__ -type d -prune -exec rm -rf {} +
