# Two commands do everything on a fresh machine: `make run` and `make test`.
.PHONY: run test deps build lint install uninstall clean

SWIFT ?= swift
PREFIX ?= /usr/local
RELEASE = -c release --static-swift-stdlib --product hearth

# Opens the REPL on the sample data; without a terminal, prints the sample report.
run: build
	@if [ -t 0 ] && [ -t 1 ]; then \
	  exec "$$($(SWIFT) build $(RELEASE) --show-bin-path)/hearth"; \
	else \
	  exec "$$($(SWIFT) build $(RELEASE) --show-bin-path)/hearth" run samples/report.hearth; \
	fi

# The style check, then every test, with warnings as errors when CI is set.
test: deps lint
	$(SWIFT) build --build-tests
	$(SWIFT) test --skip-build --parallel

build: deps
	$(SWIFT) build $(RELEASE)

lint:
	$(SWIFT) format lint --strict --recursive Package.swift Sources Tests

# libedit, libxlsxwriter and xxhash, through the system's package manager.
deps:
	@sh scripts/deps.sh

# The command, its manual pages and what shells need to complete it.
install: build
	@DESTDIR="$(DESTDIR)" PREFIX="$(PREFIX)" sh scripts/install.sh \
	  "$$($(SWIFT) build $(RELEASE) --show-bin-path)/hearth"

uninstall:
	@DESTDIR="$(DESTDIR)" PREFIX="$(PREFIX)" sh scripts/install.sh --uninstall

clean:
	$(SWIFT) package clean
