# The developer's and the newcomer's commands. `make demo` and `make test` need Python 3.11 or newer and nothing else.
PYTHON ?= python3
SERVE ?= 1
PORT ?= 8421

.PHONY: demo test slow check lint types rooms bench train accuracy docs catalogue lock clean help

help:
	@grep -E '^[a-z]+:.*##' Makefile | sed 's/:.*## /\t/' | expand -t 12

# An environment is made anew only when its lock file has changed.
.venv-demo/ready: lock/core.txt pyproject.toml
	$(PYTHON) -m venv --clear .venv-demo
	.venv-demo/bin/pip install --quiet --disable-pip-version-check --require-hashes -r lock/core.txt
	.venv-demo/bin/pip install --quiet --disable-pip-version-check --no-deps -e .
	@touch $@

.venv/ready: lock/dev.txt pyproject.toml
	$(PYTHON) -m venv --clear .venv
	.venv/bin/pip install --quiet --disable-pip-version-check --require-hashes -r lock/dev.txt
	.venv/bin/pip install --quiet --disable-pip-version-check --no-deps -e .
	@touch $@

demo: .venv-demo/ready  ## read the example bulletins, answer questions on them, serve the pages (SERVE=0: do not serve)
	@CHANCERY=.venv-demo/bin/chancery SERVE=$(SERVE) PORT=$(PORT) sh examples/demo.sh

test: .venv/ready  ## the tests
	.venv/bin/python -m pytest

slow: .venv/ready  ## the tests that take half a minute or more each
	.venv/bin/python -m pytest -m slow

check: lint types rooms  ## everything CI checks besides the tests

lint: .venv/ready  ## ruff
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .

types: .venv/ready  ## mypy, strict
	.venv/bin/mypy

rooms: .venv/ready  ## which room may import which
	.venv/bin/lint-imports

bench: .venv/ready  ## how fast reading, a first query and a page are, how far confidences hold, and how names are compared; writes bench/results/*.json
	.venv/bin/python bench/run.py
	.venv/bin/python bench/calibration.py
	.venv/bin/python -m bench.names
	.venv/bin/python -m bench.blocking 10000 100000
	.venv/bin/python bench/scale.py 100000

train: .venv/ready  ## build the model of names and all weights again, from ../shared (an hour)
	mkdir -p train/build
	.venv/bin/python train/names.py folds train/build
	.venv/bin/python train/names.py write
	.venv/bin/python train/states.py write
	.venv/bin/python train/plausible.py train/build write
	.venv/bin/python train/posts.py write
	.venv/bin/python train/units.py write
	.venv/bin/python train/acts.py write --strength 2

accuracy: .venv/ready  ## write docs/accuracy.md and the figures of docs/identity.md anew, from ../shared
	.venv/bin/python docs/make_accuracy.py
	.venv/bin/python docs/make_identity.py

docs: .venv/ready  ## write the reference, the README's answer and the pictures anew
	.venv/bin/python docs/make_reference.py
	.venv/bin/python docs/make_answer.py
	.venv/bin/python docs/make_pictures.py

catalogue: .venv/ready  ## bring the message catalogues up to date; tells what has no translation yet
	.venv/bin/python docs/make_catalogue.py

lock: .venv/ready  ## resolve the lock files anew
	.venv/bin/pip install --quiet pip-tools
	.venv/bin/pip-compile --quiet --strip-extras --generate-hashes --no-emit-index-url --no-emit-find-links --upgrade -o lock/core.txt pyproject.toml
	.venv/bin/pip-compile --quiet --strip-extras --generate-hashes --no-emit-index-url --no-emit-find-links --upgrade --extra dev -c lock/core.txt -o lock/dev.txt pyproject.toml

clean:  ## remove what the recipes made
	rm -rf .venv .venv-demo demo-workspace bench/results build dist
