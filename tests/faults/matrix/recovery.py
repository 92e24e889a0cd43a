"""What the cron makes of it while time passes. Nobody presses a button."""

import time

MINUTE, HOUR, DAY = 60, 3600, 86400

# Seconds from one run of the cron to the next: the first doubt is over after a quarter of an hour, a lease after two minutes,
# and what fails is repeated ever later.
PAUSES = [0, 75, 4 * MINUTE, 12 * MINUTE, 5 * MINUTE, HOUR, 3 * HOUR, 12 * HOUR]

# Of a site that nobody knows it is certain after two weeks that nothing waits for it. Only what is in doubt grows as old as that:
# what waits would lapse, and WordPress.com's day does not change.
TERM = 15 * DAY
IN_DOUBT = "state_before = '' AND (doubt_until IS NOT NULL OR state = 'unknown')"

# What is not settled yet: under way, in doubt, asked for again, or wanted otherwise than it stands.
UNSETTLED = """
    SELECT count(*) FROM mod_jetpack_services WHERE id > %s AND (state_before <> '' OR lease_until > unix_timestamp()
        OR doubt_until IS NOT NULL OR state = 'unknown' OR next_look_at <= unix_timestamp()
        OR attempts > 0 AND next_look_at IS NOT NULL
        OR wanted IN ('gone', 'suspended', 'new', 'again') AND state IN ('active', 'pending'))
"""


def recover(batch):
    """Gives what went wrong with the cron itself."""
    world, node = batch.world, batch.node
    complaints = []
    # A day later, when all seems settled, the cron must still have nothing to spoil.
    for pause in [*PAUSES, TERM, DAY]:
        which = IN_DOUBT if pause == TERM else "true"
        if pause not in (0, DAY) and not world.books.value(UNSETTLED, batch.above):
            continue
        world.books.age(pause, batch.above, which)
        at = time.time() + 0.01
        crons = [node.begin("cron", at=at) for _ in range(world.crons if pause < MINUTE else 1)]
        for cron in crons:
            answer = cron.wait().answer
            if answer.get("result") != "success" or cron.ended != 0 or "printed" in answer:
                complaints.append(f"the cron ended with {cron.ended}: {answer}")
    return complaints
