# What one does with the project. Everything made lies in target/.

# The interpreter that the linters' environment is made with, and the environment.
PYTHON ?= python3
VENV := target/lint-venv
RUFF := 0.17.6
MYPY := 1.20.2
SCRIPTS := tests/labels/draw.py

.PHONY: test bench lint verify help

help: ## these lines
	@sed -n 's/^\([a-z]*\):.*## /make \1	/p' Makefile

test: ## every test, the laws and the measures among them
	cargo test --workspace --locked $(PROFILE)

bench: ## the benchmarks (see benches/README.md)
	cargo bench -p copydesk-benches --locked

lint: $(VENV)/ready ## format, clippy, the documentation, and the linters of the Python script
	cargo fmt --all --check
	cargo clippy --workspace --all-targets --locked -- -D warnings
	RUSTDOCFLAGS=-Dwarnings cargo doc --workspace --no-deps --locked
	$(VENV)/bin/ruff check $(SCRIPTS)
	$(VENV)/bin/mypy --strict --cache-dir target/mypy $(SCRIPTS)

verify: ## every invariant on the articles in the folder COPYDESK_CORPUS, if it is named
	@if [ -n "$$COPYDESK_CORPUS" ] && [ -d "$$COPYDESK_CORPUS" ]; then \
		cargo run --release --locked -- verify "$$COPYDESK_CORPUS"; \
	else \
		echo "COPYDESK_CORPUS names no folder: nothing to verify"; \
	fi

$(VENV)/ready: Makefile
	$(PYTHON) -m venv $(VENV)
	$(VENV)/bin/pip install --quiet --disable-pip-version-check ruff==$(RUFF) mypy==$(MYPY)
	touch $@
