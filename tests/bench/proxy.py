#!/usr/bin/python3
"""A TCP proxy with a round-trip time, for machines where namespaces are not allowed.

It holds every chunk of data for half the round trip each way, and a new connection for a whole one,
which is what the handshake would cost. It is less true than the relay: closes and acknowledgements
pay nothing.

usage: proxy.py ROUND_TRIP_MS LISTEN_PORT TARGET_PORT
"""

import asyncio
import sys


async def pump(reader, writer, delay):
    loop = asyncio.get_running_loop()
    queue = asyncio.Queue()

    async def deliver():
        while True:
            due, data = await queue.get()
            await asyncio.sleep(max(0, due - loop.time()))
            if not data:
                writer.close()
                return
            writer.write(data)

    delivering = asyncio.create_task(deliver())
    try:
        while data := await reader.read(65536):
            queue.put_nowait((loop.time() + delay, data))
    except ConnectionError:
        pass
    queue.put_nowait((loop.time() + delay, b""))
    await delivering


async def main():
    round_trip, listen, target = float(sys.argv[1]) / 1000, int(sys.argv[2]), int(sys.argv[3])

    async def connected(reader, writer):
        await asyncio.sleep(round_trip)
        far_reader, far_writer = await asyncio.open_connection("127.0.0.1", target)
        await asyncio.gather(
            pump(reader, far_writer, round_trip / 2), pump(far_reader, writer, round_trip / 2)
        )

    server = await asyncio.start_server(connected, "127.0.0.1", listen)
    print("ready", flush=True)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(main())
