"""One call at a time: every client takes its turn in every round, so that all see the same noise."""

import statistics
import subprocess

from world import HERE, RELEASE

EXTENSION = f"extension={RELEASE / 'libjetpack_bridge.so'}"


class Stays:
    """A client that stays and is asked for one call after the other."""

    def __init__(self, world, client, *options):
        php = ["/usr/bin/php", "-n", "-d", "extension=curl", *options, HERE / "clients" / "serve.php", client]
        self.process, _ = world.start(*world.command(*php), ready="ready", env=world.environment())

    def __call__(self):
        self.process.stdin.write("\n")
        self.process.stdin.flush()
        return float(self.process.stdout.readline())


def once(world, *command):
    """A client that comes and goes; its first line is its time."""
    run = subprocess.run(world.command(*command), env=world.environment(), capture_output=True, text=True)
    if run.returncode != 0:
        raise SystemExit(run.stderr or run.stdout)
    return run.stdout.split()


def ini(world):
    return ["-d", EXTENSION, "-d", f"jetpack_bridge.api_url={world.api}", "-d", f"jetpack_bridge.ca_file={world.ca}"]


def measure(world, fpm, rounds):
    """Medians of milliseconds by client."""
    first_call = RELEASE / "examples" / "first_call"
    php = ["/usr/bin/php", "-n", "-d", "extension=curl"]
    script = HERE / "clients" / "once.php"
    token = once(world, first_call, world.api, world.ca)[1]
    clients = {
        "floor: one warm curl connection": Stays(world, "floor"),
        "common module (a token and a provision, two connections)": Stays(world, "common"),
        "best PHP in a new request (one handle)": Stays(world, "fresh"),
        "ours, warm, in one process": Stays(world, "ours", *ini(world)),
        "ours, php-fpm, across requests": lambda: fpm("ours"),
        "common module, php-fpm": lambda: fpm("common"),
        "best PHP, php-fpm": lambda: fpm("fresh"),
        "ours, first call of a process": lambda: float(once(world, *php, *ini(world), script, "ours")[0]),
        "ours, first call with a stored token": lambda: float(once(world, first_call, world.api, world.ca, token)[0]),
    }
    fpm("ours")
    samples = {name: [] for name in clients}
    for _ in range(rounds):
        for name, call in clients.items():
            samples[name].append(call())
    return {name: statistics.median(times) for name, times in samples.items()}
