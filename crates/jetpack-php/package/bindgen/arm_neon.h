/* In the place of clang's own, for bindgen alone: the pinned libclang is older than zig, and cannot read zig's arm_neon.h.
   PHP's headers include it from 8.4 on, for one macro (HT_HASH_RESET) that none of them uses. */
