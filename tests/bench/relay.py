#!/usr/bin/python3
"""Joins two network namespaces by a link with a round-trip time.

netem is not in every kernel (php-extension.md §0), so two TUN devices are joined by this process,
which holds every IP packet for half the round trip. Handshakes, acknowledgements and closes pay it
too, and both TCP stacks are the kernel's own. There is no jitter, no loss and no bandwidth limit.

usage: relay.py ROUND_TRIP_MS NAMESPACE_A ADDRESS_A NAMESPACE_B ADDRESS_B
Prints "ready" when the link is up and runs until its standard input ends.
"""

import collections
import ctypes
import fcntl
import os
import select
import struct
import subprocess
import sys
import time

TUNSETIFF = 0x400454CA
IFF_TUN = 0x0001
IFF_NO_PI = 0x1000
CLONE_NEWNET = 0x40000000


def device(namespace, name, address, peer):
    """A TUN device inside a namespace, up and addressed."""
    with open(f"/var/run/netns/{namespace}") as handle:
        if ctypes.CDLL(None, use_errno=True).setns(handle.fileno(), CLONE_NEWNET) != 0:
            raise OSError(ctypes.get_errno(), "setns")
    tun = os.open("/dev/net/tun", os.O_RDWR | os.O_NONBLOCK)
    fcntl.ioctl(tun, TUNSETIFF, struct.pack("16sH22x", name.encode(), IFF_TUN | IFF_NO_PI))
    for command in (
        ["ip", "address", "add", address, "peer", peer, "dev", name],
        ["ip", "link", "set", name, "up", "txqueuelen", "10000"],
        ["ip", "link", "set", "lo", "up"],
    ):
        subprocess.run(command, check=True)
    return tun


def forward(a, b, delay):
    """Moves packets both ways, each after its delay, until standard input ends."""
    other = {a: b, b: a}
    waiting = collections.deque()
    while True:
        pause = max(0.0, waiting[0][0] - time.monotonic()) if waiting else None
        readable, _, _ = select.select([a, b, 0], [], [], pause)
        arrived = time.monotonic()
        for source in readable:
            if source == 0:
                if not os.read(0, 64):
                    return
                continue
            try:
                while True:
                    waiting.append((arrived + delay, other[source], os.read(source, 65536)))
            except BlockingIOError:
                pass
        while waiting and waiting[0][0] <= time.monotonic():
            _, target, packet = waiting.popleft()
            os.write(target, packet)


def main():
    round_trip, name_a, address_a, name_b, address_b = sys.argv[1:]
    a = device(name_a, "bench0", address_a, address_b)
    b = device(name_b, "bench0", address_b, address_a)
    print("ready", flush=True)
    forward(a, b, float(round_trip) / 2000)


if __name__ == "__main__":
    main()
