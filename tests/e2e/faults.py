"""What may go wrong between us and the API: by name, what the sandbox is told to do."""

FAULTS = {
    "a reset": {"kind": "reset"},
    "a reset after the effect": {"kind": "reset", "commit": True},
    "a broken-off answer": {"kind": "truncated"},
    "an empty body": {"kind": "empty"},
    "an empty body after the effect": {"kind": "empty", "commit": True},
    "an edge server's page": {"kind": "html", "status": 502},
    "a page instead of the answer": {"kind": "html", "status": 200, "commit": True},
    "null": {"kind": "body", "body": "null", "commit": True},
    "a list": {"kind": "body", "body": "[]"},
    "a string": {"kind": "body", "body": '"ok"'},
    "an unknown object": {"kind": "body", "body": '{"a":{"b":null}}', "commit": True},
    "success that is no boolean": {"kind": "body", "body": '{"success":"maybe"}'},
    "401": {"kind": "status", "status": 401},
    "403": {"kind": "status", "status": 403},
    "404 without a body": {"kind": "empty", "status": 404},
    "429": {"kind": "status", "status": 429, "headers": {"Retry-After": "7"}},
    "500": {"kind": "status", "status": 500},
    "503 after the effect": {"kind": "status", "status": 503, "commit": True},
}

# Longer than any call may last.
STALL = {"kind": "stall", "ms": 60_000, "commit": True}

ONCE, FOR_EVER = 1, None


def cases():
    """(id, fault): each once and for ever; a stall takes the whole call anyway."""
    for name, fault in FAULTS.items():
        yield f"{name}, once", fault | {"times": ONCE}
        yield f"{name}, for ever", fault | {"times": FOR_EVER}
    yield "silence", STALL | {"times": FOR_EVER}
