# cargo knows itself what has changed, so it is always asked.
.PHONY: $(phplibdir)/jetpack_bridge.so
$(phplibdir)/jetpack_bridge.so:
	@mkdir -p $(phplibdir)
	PHP="$(PHP_BINARY_FOR_CARGO)" PHP_CONFIG="$(PHP_CONFIG_FOR_CARGO)" LIBCLANG_PATH="$(LIBCLANG_PATH)" \
		$(CARGO) build --release --locked --package jetpack-php \
		--manifest-path "$(srcdir)/../../../Cargo.toml" --target-dir "$(builddir)/target"
	cp "$(builddir)/target/release/libjetpack_bridge.so" $(phplibdir)/jetpack_bridge.so
