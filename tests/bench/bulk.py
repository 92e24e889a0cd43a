"""Many calls at once."""

import statistics
import subprocess
import time

from single import Stays
from world import HERE, RELEASE

SEQUENTIAL_SAMPLE = 40


def run(world, *command):
    """Seconds of wall time, seconds of CPU, peak KiB."""
    done = subprocess.run(world.command(*command), env=world.environment(), capture_output=True, text=True)
    if done.returncode != 0:
        raise SystemExit(done.stderr or done.stdout)
    wall, cpu, peak = done.stdout.split()
    return float(wall), float(cpu), int(peak)


def sequential(world):
    """Seconds per provision of the common module, one after the other, and its CPU."""
    client = Stays(world, "common")
    before = _cpu(client.process.pid)
    begun = time.monotonic()
    for _ in range(SEQUENTIAL_SAMPLE):
        client()
    wall = time.monotonic() - begun
    return wall / SEQUENTIAL_SAMPLE, (_cpu(client.process.pid) - before) / SEQUENTIAL_SAMPLE


def measure(world, sizes, rounds):
    """Rows of (what, calls, concurrency, per second, CPU ms per call, peak MiB), medians."""
    ours = RELEASE / "examples" / "bulk"
    multi = ["/usr/bin/php", "-n", "-d", "extension=curl", HERE / "clients" / "multi.php"]
    rows = []
    for calls, concurrency in sizes:
        runs = {"ours": [], "curl_multi": []}
        for _ in range(rounds):
            runs["ours"].append(run(world, ours, world.api, world.ca, calls, concurrency))
            runs["curl_multi"].append(run(world, *multi, calls, concurrency))
        for name, results in runs.items():
            wall, cpu, peak = (statistics.median(values) for values in zip(*results))
            rows.append((name, calls, concurrency, calls / wall, cpu / calls * 1000, peak / 1024))
    return rows


def _cpu(pid):
    """Seconds on a CPU. `ip netns exec` replaces itself by the command, so the id is the client's."""
    return int(open(f"/proc/{pid}/schedstat").read().split()[0]) / 1e9
