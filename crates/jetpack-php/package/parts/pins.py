"""What must be the same for two builds to give the same bytes, and what a package promises."""

# Another rustc gives other bytes, so another is refused.
RUSTC = "1.95.0"
# From crates.io, each with the lock file that it was published with. zig and libclang: requirements.txt.
CARGO_TOOLS = {
    "cargo-zigbuild": ("0.24.1", []),
    "cargo-cyclonedx": ("0.5.9", []),
    "cargo-about": ("0.9.3", ["--features", "cli"]),
}
# Enterprise Linux 8 and everything later has it.
GLIBC = (2, 28)
# Of an archive for one architecture.
MOST_BYTES = 12 * 2**20
