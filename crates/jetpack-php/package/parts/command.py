"""Programs that are run, and the one way to give up."""

import subprocess
import sys


class Failed(Exception):
    """Its text says what is wrong and what to do."""


def say(text):
    print(f"== {text}", flush=True)


def run(command, **options):
    """Lets the program print; gives up if it fails."""
    try:
        subprocess.run([str(part) for part in command], check=True, **options)
    except (subprocess.CalledProcessError, OSError) as error:
        raise Failed(f"{command[0]} failed: {error}") from error


def output_of(command, **options):
    """What the program prints, without the blanks around it."""
    try:
        done = subprocess.run([str(part) for part in command], check=True, stdout=subprocess.PIPE, text=True, **options)
    except (subprocess.CalledProcessError, OSError) as error:
        raise Failed(f"{command[0]} failed: {error}") from error
    return done.stdout.strip()


def guarded(main):
    """Ends the process as `main` says; what was given up on is printed as a sentence, not as a trace."""
    try:
        sys.exit(main())
    except Failed as failed:
        sys.exit(f"Not made: {failed}")
