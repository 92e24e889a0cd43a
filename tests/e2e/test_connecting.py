"""How owners are led to connect their sites: the addon's settings for WordPress.com's parameters `onboarding` and `force_connect`."""

import pytest

from host.time import days_pass

SITE = "https://shop.example.test"


def sent(sandbox):
    """Both parameters of each provision, None where one was not sent."""
    forms = [dict(request["form"]) for request in sandbox.requests("provision")]
    return [(form.get("onboarding"), form.get("force_connect")) for form in forms]


def test_neither_is_sent_unless_staff_say_so(shop, sandbox):
    shop.order(SITE)
    assert sent(sandbox) == [(None, None)]


@pytest.mark.parametrize(
    "label, expected", [("Wizard for new sites", ("1", None)), ("Connect anew", (None, "1"))]
)
def test_what_is_ticked_is_sent_at_checkout_and_when_the_cron_renews(
    shop, sandbox, lab, database, label, expected
):
    assert shop.admin.set_addon(label, "on").ok
    shop.order(SITE)
    assert sent(sandbox) == [expected]
    days_pass(12, lab, database, sandbox)
    lab.cron()
    assert sent(sandbox) == [expected, expected]
