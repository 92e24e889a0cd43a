dnl Lets phpize, ./configure and make build the extension, as PIE does where no built file fits: make calls cargo.
dnl Needed are Rust and libclang, beside what phpize itself needs.

PHP_ARG_ENABLE([jetpack_bridge],
  [whether to build jetpack_bridge],
  [AS_HELP_STRING([--disable-jetpack_bridge], [Do not build jetpack_bridge])],
  [yes])

if test "$PHP_JETPACK_BRIDGE" != "no"; then
  AC_PATH_PROG([CARGO], [cargo], [], [$PATH$PATH_SEPARATOR$HOME/.cargo/bin])
  if test -z "$CARGO"; then
    AC_MSG_ERROR([cargo was not found. Install Rust 1.88 or newer, or use a release file that is built already.])
  fi
  if grep -q '^#define ZTS 1' "$phpincludedir/main/php_config.h"; then
    AC_MSG_ERROR([jetpack_bridge cannot be loaded into a thread-safe PHP.])
  fi

  dnl bindgen must find libclang, which some systems keep in a folder of its own version.
  if test -z "$LIBCLANG_PATH"; then
    for file in /usr/lib/llvm-*/lib/libclang.so* /usr/lib64/llvm*/lib*/libclang.so*; do
      test -e "$file" && LIBCLANG_PATH=`dirname "$file"`
    done
  fi

  dnl ext-php-rs wants whole paths.
  PHP_CONFIG_FOR_CARGO=`command -v "$PHP_CONFIG"`
  PHP_BINARY_FOR_CARGO=`$PHP_CONFIG --php-binary`
  PHP_SUBST([CARGO])
  PHP_SUBST([PHP_CONFIG_FOR_CARGO])
  PHP_SUBST([PHP_BINARY_FOR_CARGO])
  PHP_SUBST([LIBCLANG_PATH])

  dnl There is no C source for PHP_NEW_EXTENSION: the module is what the fragment makes.
  PHP_MODULES="$PHP_MODULES \$(phplibdir)/jetpack_bridge.so"
  PHP_ADD_MAKEFILE_FRAGMENT([$abs_srcdir/Makefile.frag], [$abs_srcdir], [$abs_builddir])
fi
