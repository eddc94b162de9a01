# Each target says what it does: `make help`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed-from-lock

.DEFAULT_GOAL := help

help:  ## list the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | awk -F':.*## ' '{printf "  make %-10s %s\n", $$1, $$2}'

$(STAMP): requirements.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	$(BIN)/python -m compileall -q padai
	@touch $@

install: $(STAMP)  ## make .venv with the pinned dependencies and padai itself

report: install  ## build the Quebec tracker: reports, data tables, manifest
	$(BIN)/padai build surveys/quebec

# the suite starts padai hundreds of times: a fifth of each start was compiling it
COMPILED := $(BIN)/python -m compileall -q padai
# a file of tests stays with one process, which makes what the file begins with once
SUITE := $(BIN)/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder
TESTS ?=
# "-m 'not simulated'" leaves out the samples and tables that are drawn by the hundred
SUITE_ARGS ?=
CORE := tests/spec tests/reference tests/property tests/test_models.py tests/test_panel.py tests/test_public_names.py \
  tests/test_reading.py tests/test_wave_input.py tests/test_survey.py tests/test_errors.py tests/test_validation.py

test: install  ## run the whole test suite (TESTS="tests/spec ..." for some of it)
	@$(COMPILED)
	$(if $(TESTS),,$(BIN)/python -m pytest --doctest-modules padai -n 2)
	$(SUITE) $(TESTS)

examples: install  ## run the examples of every docstring, and check the types of those of the site
	$(BIN)/python -m pytest --doctest-modules padai -n 2
	$(BIN)/python -m docs.builder.typed

lowest: install  ## run the tests of the core with the lowest versions that pyproject.toml takes (needs uv)
	rm -rf build/lowest && $(PYTHON) -m venv build/lowest
	uv pip install --quiet --python build/lowest/bin/python --resolution lowest-direct -r pyproject.toml \
	  --extra models --extra reports --extra interchange --extra notebook --extra bigdata \
	  "pytest>=8.3" "pytest-xdist>=3.6" "hypothesis>=6.120" "polars>=1.21" "jsonschema>=4.23" "lxml>=5.3" "highspy>=1.10"
	PYTHONPATH=$(CURDIR) build/lowest/bin/python -m pytest -n 2 $(CORE) tests/test_kinds.py

test-core: install  ## run the tests of the statistical core
	@$(COMPILED)
	$(SUITE) $(SUITE_ARGS) $(CORE)

lint: install  ## check style and types, changing nothing
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

check: lint test  ## lint, types and tests

studies: install  ## write the three worked studies beside the built release
	for study in 20_drivers_of_trust 21_decomposition_of_change 22_planning_of_the_next_wave; do \
	  $(BIN)/python analysis/$$study.py || exit 1; done

docs: install  ## make the documentation site, running every example, in _docs (NIGHT=1: the slow ones too)
	$(BIN)/python -m docs.builder --out _docs $(if $(NIGHT),--slow)

faults: install  ## plant eighty-four faults, simulate 200 clean waves, write docs/planted-faults.md
	$(BIN)/python -m tests.planted_faults

fuzz: install  ## read 20,000 mutated data files: none may crash, hang or end in a traceback
	$(BIN)/python -m tests.fuzz_intake 20000

nightly: install  ## attack, kill, mutate and compare for hours; write docs/reliability.md
	$(BIN)/python -m tests.nightly.run
	$(BIN)/python -m docs.builder --out _docs --slow

bench: install  ## time the statistical core and print the table of medians
	$(BIN)/python benchmarks/bench_banner.py --runs 5 --curve
	$(BIN)/python benchmarks/bench_raking.py
	$(BIN)/python benchmarks/bench_differences.py
	$(BIN)/python benchmarks/bench_intake.py
	$(BIN)/python benchmarks/bench_reports.py

lock: install  ## pin the dependencies again, with hashes (needs uv)
	uv pip compile pyproject.toml --extra models --extra reports --extra interchange --extra dev \
	  --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header \
	  --output-file requirements.lock --quiet

witness: install  ## have R work out the key figures again (Quebec; the GSS with PADAI_GSS_DIR); commit surveys/*/witness
	rm -f surveys/quebec/releases.yaml surveys/gss-trust/releases.yaml
	$(BIN)/padai build surveys/quebec --format html --no-record
	$(BIN)/padai witness surveys/quebec --out build/witness/quebec
	if [ -n "$$PADAI_GSS_DIR" ]; then \
	  $(BIN)/padai build surveys/gss-trust --data-dir "$$PADAI_GSS_DIR" --format html --no-record && \
	  $(BIN)/padai witness surveys/gss-trust --data-dir "$$PADAI_GSS_DIR" --out build/witness/gss-trust; fi

dist: install  ## make wheel and source archive, check both, and try the wheel alone
	rm -rf dist
	$(BIN)/python -m build --no-isolation
	$(BIN)/twine check --strict dist/*
	$(BIN)/check-wheel-contents dist/*.whl
	$(PYTHON) -m venv dist/.tried && dist/.tried/bin/pip install --quiet dist/*.whl && dist/.tried/bin/padai --help > /dev/null
	rm -rf dist/.tried

waves: install  ## make the synthetic waves again from their seeds
	$(BIN)/padai simulate surveys/quebec

clean:  ## remove what was built (not the environment), with the records of demonstrations
	rm -f surveys/*/releases.yaml
	rm -rf releases _site _docs build dist .pytest_cache .ruff_cache .mypy_cache .hypothesis

.PHONY: help install report test examples lowest test-core lint check studies docs faults fuzz nightly bench lock witness waves dist clean
