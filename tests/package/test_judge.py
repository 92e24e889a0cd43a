"""What may not leave the house: a file that needs too new a machine, or that tells where it was built."""

import pytest
from parts.architecture import ARCHITECTURES
from parts.judge import elf_faults, path_faults

GOOD = """
  Machine:                           Advanced Micro Devices X86-64
 0x0000000000000001 (NEEDED)             Shared library: [libc.so.6]
 0x0000000000000001 (NEEDED)             Shared library: [ld-linux-x86-64.so.2]
  0x0020:   Name: GLIBC_2.28  Flags: none  Version: 9
  0x0060:   Name: GLIBC_2.2.5  Flags: none  Version: 8
"""


def faults(told, processor="x86_64"):
    return list(elf_faults(told, ARCHITECTURES[processor]))


def test_a_file_for_glibc_2_28_is_good():
    assert faults(GOOD) == []


@pytest.mark.parametrize(
    ("told", "fault"),
    [
        (GOOD.replace("GLIBC_2.28", "GLIBC_2.34"), "it needs glibc 2.34"),
        (GOOD.replace("GLIBC_", "MUSL_"), "it names no version of glibc"),
        (GOOD.replace("libc.so.6", "libgcc_s.so.1"), "it needs libgcc_s.so.1"),
        (GOOD + " 0x000000000000001d (RUNPATH)  Library runpath: [/home/me]", "it says where to look for libraries"),
        (GOOD.replace("Advanced Micro Devices X86-64", "AArch64"), "it is for another processor"),
    ],
)
def test_a_file_that_would_not_run_everywhere_is_refused(told, fault):
    assert faults(told) == [fault]


def test_a_file_that_holds_its_builders_folder_is_refused():
    assert list(path_faults(b"\0/home/me/checkout/crates/a.rs\0", ["/home/me/checkout", "/home/me/"])) != []
    assert list(path_faults(b"\0./crates/a.rs\0", ["/home/me/checkout", "/home/me/"])) == []
    assert list(path_faults(b"lsphp*/opt/remi/php*/root/usr/opt/cpanel/ea-php*/root/usr", ["/root/"])) == []
    assert list(path_faults(b"/root/.cargo/a.rs/opt/remi/php*/root/usr", ["/root/"])) != []
