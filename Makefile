# On Debian 12, `make demo` and `make test` install what they need.
# bindgen must find libclang, which Debian keeps in a folder of its own version. Asked for each command
# anew, and through the shell: `wildcard` would remember that it was not there before it was installed.
export LIBCLANG_PATH ?= $(shell ls /usr/lib/llvm-*/lib/libclang.so* 2>/dev/null | head -n 1 | xargs -r dirname)
# Release files must not tell where they were built. Cargo wants this character between flags, which may then hold blanks.
SEPARATOR := $(shell printf '\037')
RELEASE_FLAGS := --remap-path-prefix=$(HOME)=~$(SEPARATOR)--remap-path-prefix=$(CURDIR)=.

# The first target: `make` alone lists the others.
help:
	@sed -n 's/^\([a-z0-9-]*\):.* ## \(.*\)/\1\t\2/p' $(firstword $(MAKEFILE_LIST)) | expand -t 12

.PHONY: help package packaged again arm64 demo test check bench galera faults debian13 audit pictures test-whmcs build style lint docs fetched packages-build packages-lab packages-bench packages-test packages-package packages-arm64

demo: packages-lab build ## shows the main job, step by step, on a lab and a sandbox
	tests/demo/demo

test: packages-test fetched build ## runs every test
	tests/run

check: packages-build style lint docs ## runs the linters

build: packages-build ## leaves the release files in target/release
	CARGO_ENCODED_RUSTFLAGS="$(RELEASE_FLAGS)" cargo build --release --workspace --locked
	cp crates/jetpack-cli/scripts/*.sh target/release/

package: packages-package ## makes what hosts are given, in target/package, for ARCH and for PHP_HEADERS too
	crates/jetpack-php/package/run $(if $(ARCH),--arch "$(ARCH)") $(PHP_HEADERS)

packaged: packages-test packages-package fetched build ## runs DO (contract faults e2e) on the files of the package
	tests/package/whole $(DO)

again: packages-package ## makes the package once more elsewhere: the bytes must be the same
	tests/package/again $(PHP_HEADERS)

arm64: packages-test packages-arm64 build ## runs the contract tests on the package's extension for aarch64, emulated
	tests/package/arm64

bench: packages-bench build ## measures
	CARGO_ENCODED_RUSTFLAGS="$(RELEASE_FLAGS)" cargo build --release --package jetpack-partner --examples --locked
	tests/bench/run

galera: packages-test build ## runs N rounds of calls at three real Galera nodes
	GALERA_ROUNDS=$(or $(N),700) /usr/bin/python3 -m pytest -s -p no:cacheprovider tests/galera

faults: packages-test build ## lets RUNS operations go wrong, from SEED on, each in another way
	tests/faults/run $(or $(RUNS),10000) $(SEED)

debian13: ## runs DO, or else a thousand faults, as on Debian 13 with its PHP 8.4
	tests/debian13/run $(or $(DO),make faults RUNS=1000)

audit: packages-build packages-lab build ## looks deeper than check does, with tools that build for minutes
	tests/audit/run

pictures: packages-test fetched build ## takes the pictures of README and guides anew, of the pages as they are
	rm -rf target/screenshots
	/usr/bin/python3 -m pytest -q -p no:cacheprovider tests/e2e/test_pages.py tests/e2e/test_journeys.py
	tests/e2e/pictures

test-whmcs: build ## asks the WHMCS at WHMCS_ROOT what it does; HOW=pages says what to press there, HOW=clean cleans up
	tests/whmcs/run $(or $(HOW),ask)

style:
	cargo fmt --all --check

lint:
	cargo clippy --workspace --all-targets --locked -- -D warnings
	tests/lint-php
	tests/check-citations
	tests/guides/check

docs:
	RUSTDOCFLAGS="-D warnings" cargo doc --workspace --no-deps --document-private-items --locked

# From the npm registry: the checker of accessibility, and the style sheets of WHMCS's themes.
fetched:
	tests/lab/fetch

packages-build:
	tests/lab/install build

packages-lab:
	tests/lab/install build lab demo

packages-bench:
	tests/lab/install build lab bench

packages-package:
	tests/lab/install build package

packages-arm64:
	tests/lab/install arm64

packages-test:
	tests/lab/install build lab demo test galera
