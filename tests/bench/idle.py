"""What the extension costs where it is loaded and not used, and what a worker keeps after use."""

import json
import pathlib
import re
import subprocess

from fpm import Fpm
from single import EXTENSION
from world import RELEASE


def instructions(*options):
    """Instructions of a PHP that starts and ends; callgrind counts, so noise plays no part."""
    command = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", "/usr/bin/php", *options]
    run = subprocess.run([*command, "-r", ";"], capture_output=True, text=True, check=True)
    return int(re.search(r"Collected : (\d+)", run.stderr).group(1))


def more_instructions(*options):
    """What the extension adds to a start, in words. The control has an argument of the same length."""
    control = instructions(*options, "-d", "jetpack_control=" + "x" * (len(EXTENSION) - 16))
    loaded = instructions(*options, "-d", EXTENSION)
    return f"{(loaded / control - 1) * 100:+.2f} % of {control:,}"


def start_up(directory):
    """Median milliseconds of a PHP start without and with the extension."""
    report = pathlib.Path(directory) / "hyperfine.json"
    plain = "/usr/bin/php -n -d jetpack_control=1 -r ;"
    loaded = f"/usr/bin/php -n -d {EXTENSION} -r ;"
    subprocess.run(
        ["hyperfine", "-N", "--warmup", "10", "--runs", "100", "--export-json", str(report), plain, loaded],
        check=True, capture_output=True,
    )
    return [result["median"] * 1000 for result in json.loads(report.read_text())["results"]]


def private_kib(pid):
    rollup = open(f"/proc/{pid}/smaps_rollup").read()
    return sum(int(kib) for kib in re.findall(r"^Private_(?:Clean|Dirty):\s+(\d+)", rollup, re.MULTILINE))


def measure(world):
    plain, ours = Fpm(world, extension=False), Fpm(world)
    idle = private_kib(ours.worker()) - private_kib(plain.worker())
    before = private_kib(ours.worker())
    ours("ours")
    used = private_kib(ours.worker()) - before
    threads = len(list(pathlib.Path(f"/proc/{ours.worker()}/task").iterdir()))
    plain.stop()
    ours.stop()
    start = start_up(world.directory)
    return {
        "`.so`": f"{(RELEASE / 'libjetpack_bridge.so').stat().st_size / 2**20:.2f} MiB",
        "instructions of a PHP start, Debian's own ini files": more_instructions(),
        "instructions of a PHP start, no ini file (`-n`)": more_instructions("-n"),
        "time of a PHP start": f"{start[0]:.2f} ms without, {start[1]:.2f} ms with",
        "private memory of an idle php-fpm worker": f"{idle:+d} KiB",
        "the same after its first call": f"{used:+d} KiB",
        "threads of a worker after a call": str(threads),
    }
