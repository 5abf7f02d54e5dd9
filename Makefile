# Tizim: `make run` and `make test` are each enough on a machine with Python 3.11 and make.
.DEFAULT_GOAL := help
.SUFFIXES:

BIN := .venv/bin
# What the checks of `manage.py check --deploy` want to see; nothing here is a secret of anything.
PRODUCTION_LIKE := TIZIM_MODE=production TLS=proxy ALLOWED_HOSTS=tizim.example \
	SECRET_KEY=9rT-vJm4Lq_Xc7Zb2Hw8Kd5Ns3Pf6Ga1Ye0Ui-Ox_Bt7Mj4Qk2Vz \
	ENCRYPTION_KEYS=check:Y2hlY2stb25seS1jaGVjay1vbmx5LWNoZWNrLW9ubHk= \
	BLIND_INDEX_KEY=Y2hlY2stb25seS1jaGVjay1vbmx5LWNoZWNrLW9ubHk= \
	DATABASE_URL=postgres://check@127.0.0.1:1/check REDIS_URL=redis://127.0.0.1:1/0
# The tests of the law ask no server, so none is started for them.
NO_SERVERS := DATABASE_URL=postgres://none@127.0.0.1:1/none REDIS_URL=redis://127.0.0.1:1/0
LOCK := $(BIN)/uv pip compile --quiet pyproject.toml --universal --python-version 3.11 \
	--generate-hashes --no-header --no-annotate --no-emit-index-url

# A Python that is 3.11, whatever it is called here; PYTHON=… names one.
define FIND_PYTHON
for python in $(or $(PYTHON),python3.11 python3 python); do \
	"$$python" -c 'import sys; sys.exit(sys.version_info[:2] != (3, 11))' 2>/dev/null && break; \
	python=; \
done
endef

# Installed once for each content of the requirements: the stamp holds their checksum. They name
# every package, so pip looks for none; Debian's would take a newer one for an extra, unhashed.
define SETUP
stamp="$(CURDIR) $$(cat requirements-dev.txt | cksum)"; \
fresh() { [ "$$(cat .venv/stamp 2>/dev/null)" = "$$stamp" ] && [ -x $(BIN)/python ]; }; \
fresh && exit 0; \
$(FIND_PYTHON); \
if [ -z "$$python" ]; then \
	echo "Tizim needs Python 3.11, found: $$(python3 --version 2>/dev/null || echo none) (PYTHON=/path/to/python3.11 names one)" >&2; \
	exit 1; \
fi; \
if ! "$$python" -c 'import venv, ensurepip' 2>/dev/null; then \
	echo "Python's venv module is missing: install the package python3-venv" >&2; \
	exit 1; \
fi; \
mkdir -p var && exec 9>var/setup.lock; \
if command -v flock >/dev/null; then flock 9; fi; \
fresh && exit 0; \
echo "setup: installing into .venv (once; about a minute)"; \
rm -f .venv/stamp; \
[ -x $(BIN)/python ] && $(BIN)/python -c '' 2>/dev/null || "$$python" -m venv --clear .venv || exit 1; \
$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements-dev.txt || exit 1; \
echo "$$stamp" >.venv/stamp
endef

.PHONY: help
help: ## show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' Makefile

.PHONY: setup
setup: ## make .venv with everything that is pinned (the other commands do it by themselves)
	@$(SETUP)

.PHONY: run
run: setup ## start the portal with database, broker, worker and demonstration data (PORT=8000)
	@exec $(BIN)/python -m portal.run --parent $$PPID

.PHONY: test
test: setup ## run the tests on servers of their own (ARGS="-k quota" chooses)
	@$(BIN)/python -m portal.catalogues compile >/dev/null
	@TIZIM_PARENT=$$PPID exec $(BIN)/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder $(ARGS)

.PHONY: check
check: setup ## format, lint, directions, types, templates, deployment, migrations, languages
	@$(BIN)/python -m portal.catalogues compile >/dev/null
	$(BIN)/ruff format --check --quiet .
	$(BIN)/ruff check --quiet .
	$(BIN)/lint-imports --no-logo
	$(BIN)/mypy .
	find templates -name '*.html' -exec $(BIN)/djade --check --target-version 5.2 {} +
	@echo "manage.py check --deploy (as in production)"
	@$(PRODUCTION_LIKE) $(BIN)/python manage.py check --deploy --fail-level WARNING
	$(BIN)/python -W ignore::RuntimeWarning manage.py makemigrations --check --dry-run
	$(BIN)/python -m portal.catalogues check
	$(BIN)/python manage.py law_docs --check
	$(BIN)/python -m portal.assets --check

.PHONY: coverage
coverage: setup ## fail unless the tests of the law walk every branch of it, without drawn examples
	@$(NO_SERVERS) $(BIN)/python -m pytest -q tests/law --hypothesis-profile=named --cov

# In a copy and an environment of their own: nothing here changes, and `make setup` stays short.
.PHONY: mutants
mutants: setup ## change the law line by line in a copy and show the changes that no test notices
	@$(BIN)/uv venv --quiet --clear --python $(BIN)/python var/mutation
	@$(BIN)/uv pip sync --quiet --require-hashes --python var/mutation/bin/python requirements-mutation.txt
	@rm -rf var/mutants && mkdir -p var/mutants
	@cp -R Makefile README.md docs elections manage.py parties portal pyproject.toml static templates \
		tests var/mutants
	@cd var/mutants && $(NO_SERVERS) ../mutation/bin/mutmut run $(ARGS) && \
		../mutation/bin/mutmut results | sed '/: not checked$$/d'

.PHONY: bench
bench: setup ## measure, as ratios against a baseline of the same run
	@$(BIN)/python -m bench $(ARGS)

.PHONY: assets
assets: setup ## fetch Bootstrap and the font anew into static/vendor
	$(BIN)/python -m portal.assets

.PHONY: lock
lock: setup ## pin every requirement anew, with hashes
	$(LOCK) --output-file requirements.txt
	$(LOCK) --extra embedded --output-file requirements-embedded.txt
	$(LOCK) --extra embedded --extra dev --output-file requirements-dev.txt
	$(LOCK) --extra embedded --extra dev --extra mutation --constraint requirements-dev.txt \
		--output-file requirements-mutation.txt

.PHONY: clean
clean: ## remove the demonstration's data, collected files and caches (not .venv)
	@[ ! -x $(BIN)/python ] || $(BIN)/python -c \
	'import sys; from portal.embedded import read_state; sys.exit(read_state() and "still running: stop make run first")'
	rm -rf var screenshots .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis .coverage
	find . -path ./.venv -prune -o -name __pycache__ -type d -exec rm -rf {} +
