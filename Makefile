# What one does with the project. Everything made lies in target/.

# The interpreter that the environment of tests and linters is made with, 3.11 or newer, and the environment.
PYTHON ?= python3
VENV ?= target/venv
# Run outside the source tree, where only what is installed can be imported.
OUTSIDE := target/outside
RUN := $(abspath $(VENV))/bin/python
LINTED := python tests/python benches/python crates/copydesk-python/stub
REQUIREMENTS := tests/python/requirements.txt
# Every text of the project as documents.
DOCUMENTS := cargo run --quiet --locked -p copydesk-tests --bin documents
# What no x86 processor lacks, whatever this one can.
LEAST := --cfg disable_dispatch_avx512 --cfg disable_dispatch_avx2 --cfg disable_dispatch_sse4_2
# How the package that is tested is built: it shares what it depends on with the tests in Rust, and a release would take longer to build than
# all tests take to run. What a package that is not optimised warns of has a test of its own.
TESTED ?= --profile dev --config profile.dev.package.copydesk-python.debug-assertions=false
# The engines are many and large, and have an environment of their own.
ENGINES ?= target/venv-engines
ENGINES_REQUIREMENTS := tests/python/engines/requirements.txt

# A peer that needs a newer compiler than the project.
PEERS ?= $(shell rustc --version | awk -F. '$$2 >= 91 { print "--features sentencex" }')

.PHONY: test test-rust test-python test-pythons test-sdist test-engines test-builds install wheel stub bench bench-python lint deny verify help

help: ## these lines
	@sed -n 's/^\([a-z-]*\):.*## /make \1	/p' Makefile

test: test-rust test-python test-sdist ## every test, Rust and Python, the laws and the measures among them

test-rust: ## the tests in Rust
	cargo test --workspace --locked $(PROFILE)

test-python: install ## the tests in Python, of the package as it is installed
	cargo build --workspace --bins --tests --locked
	mkdir -p $(OUTSIDE)
	cd $(OUTSIDE) && $(RUN) -m pytest $(CURDIR)/tests/python

test-pythons: ## the tests in Python, with every Python from 3.11 on that is there
	for minor in 11 12 13 14 15 16; do \
		if python3.$$minor -c pass 2>/dev/null; then \
			$(MAKE) test-python PYTHON=python3.$$minor VENV=target/venv-3.$$minor || exit 1; \
		fi; \
	done

test-sdist: $(VENV)/ready ## whether the source distribution has what its build needs
	rm -rf target/sdist
	$(VENV)/bin/maturin sdist --out target/sdist
	tar -xzf target/sdist/copydesk-*.tar.gz -C target/sdist
	cd target/sdist/copydesk-*/ && $(abspath $(VENV))/bin/maturin pep517 write-dist-info --metadata-directory .

test-engines: wheel $(ENGINES)/ready ## the modules for engines, with Spark, Ray and the others as they are installed (not in `make test`)
	$(abspath $(ENGINES))/bin/python -m pip install --quiet --force-reinstall --no-deps --no-index target/wheels/*.whl
	mkdir -p $(OUTSIDE)
	cd $(OUTSIDE) && $(abspath $(ENGINES))/bin/python -m pytest -c $(CURDIR)/tests/python/engines/pytest.ini $(CURDIR)/tests/python/engines

test-builds: ## whether every build gives the same bytes: as tested, as released, and with what every processor has alone (not in `make test`)
	rm -rf target/builds
	mkdir -p target/builds
	$(DOCUMENTS) >target/builds/dev.jsonl
	$(DOCUMENTS) --release >target/builds/release.jsonl
	RUSTFLAGS="$(LEAST)" CARGO_TARGET_DIR=target/least $(DOCUMENTS) --release >target/builds/least.jsonl
	for build in target/builds/*.jsonl; do cmp target/builds/dev.jsonl $$build || exit 1; done
	wc -c target/builds/*.jsonl

wheel: $(VENV)/ready ## the wheel, a release, in target/wheels
	rm -rf target/wheels
	$(VENV)/bin/maturin build --quiet --release --locked --out target/wheels

install: $(VENV)/ready ## the package as it is tested, no release, into the environment of the tests
	rm -rf target/tested
	$(VENV)/bin/maturin build --quiet $(TESTED) --locked --out target/tested
	$(RUN) -m pip install --quiet --force-reinstall --no-deps --no-index target/tested/*.whl

stub: install ## python/copydesk/_copydesk.pyi, made anew
	cd $(VENV) && $(RUN) $(CURDIR)/crates/copydesk-python/stub/generate.py

bench: ## the benchmarks in Rust; writes benches/record/ratios.md (see benches/README.md)
	cargo bench -p copydesk-benches $(PEERS) --bench ratio --locked -- --record
	cargo bench -p copydesk-benches --bench stages --locked

bench-python: wheel ## the benchmarks of the Python package (see benches/README.md)
	$(RUN) -m pip install --quiet --force-reinstall --no-deps --no-index target/wheels/*.whl
	cargo build --release --locked --workspace --bin core
	mkdir -p $(OUTSIDE)
	cd $(OUTSIDE) && $(RUN) $(CURDIR)/benches/python/throughput.py

lint: $(VENV)/ready ## format, clippy, the documentation, and the linters of the Python code
	cargo fmt --all --check
	cargo clippy --workspace --all-targets --locked -- -D warnings
	RUSTDOCFLAGS=-Dwarnings cargo doc --workspace --no-deps --locked
	$(VENV)/bin/ruff format --check $(LINTED)
	$(VENV)/bin/ruff check $(LINTED) tests/labels/draw.py
	$(VENV)/bin/mypy --cache-dir target/mypy python crates/copydesk-python/stub/generate.py
	$(VENV)/bin/mypy --cache-dir target/mypy tests/labels/draw.py

deny: ## licences and sources of what the project depends on, with cargo-deny where it is installed; advisories need their database
	cargo deny check licenses bans sources

verify: ## every invariant on the articles in the folder COPYDESK_CORPUS, if it is named
	@if [ -n "$$COPYDESK_CORPUS" ] && [ -d "$$COPYDESK_CORPUS" ]; then \
		cargo run --release --locked -- verify "$$COPYDESK_CORPUS"; \
	else \
		echo "COPYDESK_CORPUS names no folder: nothing to verify"; \
	fi

$(VENV)/ready: $(REQUIREMENTS)
	$(PYTHON) -m venv $(VENV)
	$(RUN) -m pip install --quiet --disable-pip-version-check -r $(REQUIREMENTS)
	touch $@

$(ENGINES)/ready: $(ENGINES_REQUIREMENTS)
	$(PYTHON) -m venv $(ENGINES)
	$(abspath $(ENGINES))/bin/python -m pip install --quiet --disable-pip-version-check -r $(ENGINES_REQUIREMENTS)
	touch $@
