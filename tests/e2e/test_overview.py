"""The tab Overview of the addon's page."""

import datetime

from host.time import days_pass

SITE = "https://shop.example.test"
CONNECTED = "https://connected.example.test"
PAGE = "addonmodules.php?module=jetpack&tab=overview"


def overview(admin):
    page = admin.open(PAGE)
    assert page.status == 200
    return page.soup


def rows(soup, table):
    return [[cell.get_text(" ", strip=True) for cell in row.select("td, th")] for row in soup.select(f"{table} tr")][1:]


def months(soup):
    return [[name, *map(int, numbers)] for name, *numbers in rows(soup, "#jetpack-months-numbers")]


def test_without_a_plan_it_says_what_to_do_next(shop, admin):
    soup = overview(admin)
    assert "press Create on the page of a client's service" in soup.select_one("#jetpack-calm").get_text()
    assert soup.select_one("#jetpack-states, #jetpack-counts, #jetpack-attention") is None


def test_where_all_is_well_it_says_so_and_counts(shop, admin):
    shop.order(CONNECTED)
    soup = overview(admin)
    assert soup.select_one("#jetpack-calm").get_text() == "Nothing needs your attention."
    assert rows(soup, "#jetpack-counts") == [["active and billed", "1"]]


def test_what_needs_somebody_is_named_with_a_link_and_the_days_that_are_left(shop, admin, lab, sandbox):
    waits = shop.order(SITE)
    refused = shop.order("https://nojetpack.example.test", "bob")
    assert [row[0] for row in rows(overview(admin), "#jetpack-attention")] == ["https://nojetpack.example.test"]
    lab.sql(f"UPDATE mod_jetpack_services SET pending_until = unix_timestamp() + 86400 * 3 - 60 WHERE service_id = {waits.id}")
    asked = len(sandbox.requests())
    soup = overview(admin)
    found = {row["data-kind"]: row for row in soup.select("#jetpack-attention tr[data-kind]")}
    assert found["waiting"].a["href"] == waits.page and found["refused"].a["href"] == refused.page
    assert "Waits for its owner: 3 days left" in found["waiting"].get_text()
    assert "Failed" in found["refused"].get_text()
    assert len(sandbox.requests()) == asked


def test_many_healthy_plans_that_changed_later_do_not_hide_what_needs_somebody(shop, admin, lab):
    shop.order(CONNECTED)
    refused = shop.order("https://nojetpack.example.test", "bob")
    lab.sql(
        "INSERT INTO mod_jetpack_services (service_type, service_id, client_id, state, site, plan, created_at, updated_at)"
        " SELECT service_type, 1000 + seq, client_id, state, site, plan, created_at, now() + interval 1 day"
        " FROM mod_jetpack_services, seq_1_to_150 WHERE state = 'active'"
    )
    [row] = overview(admin).select("#jetpack-attention tr[data-kind]")
    assert row["data-kind"] == "refused" and row.a["href"] == refused.page


def test_drift_and_what_whmcs_has_ended_bear_the_name_of_what_they_cost(manual_shop, lab, admin, sandbox, database):
    gone, ended = manual_shop.order(CONNECTED), manual_shop.order(SITE, "bob")
    assert admin.create(gone).ok and admin.create(ended).ok
    lab.sql(f"UPDATE mod_jetpack_services SET state = 'none', missing = plan WHERE service_id = {gone.id}")
    lab.sql(f"UPDATE mod_jetpack_services SET state = 'active', pending_until = NULL WHERE service_id = {ended.id}")
    admin.edit_service(ended, {"status": "Cancelled"})
    soup = overview(admin)
    found = {row["data-kind"]: row.get_text(" ", strip=True) for row in soup.select("#jetpack-attention tr[data-kind]")}
    assert set(found) == {"gone", "ended"}
    assert "(billed, no plan)" in found["gone"] and "(paid to Automattic, not billed)" in found["ended"]
    headings = [heading.get_text() for heading in soup.select("h2")]
    assert headings == ["Needs attention", "Plans without a service", "Plans by state", "Plans per month"]


def test_an_orphan_is_paid_for_and_not_billed(manual_shop, admin):
    service = manual_shop.order(CONNECTED)
    assert admin.create(service).ok
    admin.delete_service(service)
    [row] = overview(admin).select("#jetpack-attention tr[data-kind]")
    assert row["data-kind"] == "orphaned" and "(paid to Automattic, not billed)" in row.get_text()


def test_months_tell_what_began_and_ended_and_how_many_are_active(manual_shop, lab, admin, database):
    assert admin.create(manual_shop.order(CONNECTED)).ok
    service = manual_shop.order(SITE, "bob")
    assert admin.create(service).ok
    days_pass(70, lab, database)
    lab.sql("UPDATE mod_jetpack_services SET state = 'active', pending_until = NULL, next_look_at = NULL, doubt_until = NULL")
    # As if its owner had connected it then.
    lab.sql("UPDATE mod_jetpack_journal SET state = 'active' WHERE event = 'result'")
    assert admin.terminate(service).ok
    today = datetime.datetime.now(datetime.timezone.utc).date()
    then = (today - datetime.timedelta(days=70)).strftime("%Y-%m")
    soup = overview(admin)
    told = months(soup)
    assert told[0] == [then, 2, 0, 2] and told[-1] == [today.strftime("%Y-%m"), 0, 1, 1]
    assert all(numbers[1:] == [0, 0, 2] for numbers in told[1:-1])
    assert f"complete from {then}" in soup.get_text()


def test_what_was_deleted_is_one_plan_until_it_is_cancelled(manual_shop, lab, admin, database):
    service = manual_shop.order(CONNECTED)
    assert admin.create(service).ok
    admin.delete_service(service)
    assert months(overview(admin))[-1][1:] == [1, 0, 1]
    admin.open(PAGE).press("Cancel now", within="#jetpack-ended")
    assert months(overview(admin))[-1][1:] == [1, 1, 0]


def test_charts_have_a_name_a_description_and_a_twin_in_numbers(shop, admin):
    shop.order(CONNECTED)
    soup = overview(admin)
    for chart, twin in ("#jetpack-states", "#jetpack-counts"), ("#jetpack-months", "#jetpack-months-numbers"):
        svg = soup.select_one(chart)
        assert svg["role"] == "img" and svg.title.get_text() and "1" in svg.desc.get_text()
        assert svg["aria-labelledby"].split() == [svg.title["id"], svg.desc["id"]]
        assert rows(soup, twin)
        assert not svg.select("script, image, style, [href]")


def luminance(colour):
    """WCAG 2, relative luminance of #rrggbb."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    darker, lighter = sorted([luminance(one), luminance(other)])
    return (lighter + 0.05) / (darker + 0.05)


def test_charts_can_be_seen_by_day_and_by_night_and_read_without_their_colours(shop, admin):
    shop.order(CONNECTED)
    soup = overview(admin)
    shapes = soup.select("#jetpack-states rect, #jetpack-months rect, #jetpack-months polyline, #jetpack-months circle")
    colours = {shape.get(name) for shape in shapes for name in ("fill", "stroke")} - {None, "none"}
    assert len(colours) == 3 and colours.isdisjoint({"currentColor"})
    for colour in colours:
        assert contrast(colour, "#ffffff") >= 3.8 and contrast(colour, "#333333") >= 3.2, colour
    # What began is full, what ended is hollow, what is active is a line; the legend shows the same shapes.
    full, hollow = [[rect.get("fill"), rect.get("stroke")] for rect in soup.select("#jetpack-months > rect")][-2:]
    assert full[0] != "none" and full[1] is None and hollow[0] == "none" and hollow[1]
    assert len(soup.select("#jetpack-states text")) == len(soup.select("#jetpack-states rect"))


def test_what_is_stored_is_no_markup_there(shop, admin, lab):
    shop.order(SITE)
    lab.sql("UPDATE mod_jetpack_services SET site = '<script>alert(1)</script>', state = '<b>bold</b>'")
    table = overview(admin).select_one("#jetpack-attention")
    assert table.find("script") is None and table.find("b") is None
    assert "<script>alert(1)</script>" in table.get_text() and "The record cannot be read" in table.get_text()


def test_a_long_journal_is_counted_by_the_cron_and_shown_with_its_age(manual_shop, lab, admin, database):
    assert admin.create(manual_shop.order(CONNECTED)).ok
    counted = months(overview(admin))
    lab.cron()
    assert database.value("SELECT count(*) FROM mod_jetpack_seen WHERE name = 'months'") == 0
    lab.sql("UPDATE mod_jetpack_journal SET id = id + 30000 ORDER BY id DESC LIMIT 1")
    soup = overview(admin)
    assert "counted by one of the next runs of the cron" in soup.select_one("#jetpack-months-later").get_text()

    lab.sql("UPDATE mod_jetpack_schema SET tidied_at = 0")
    lab.cron()
    lab.sql("UPDATE mod_jetpack_seen SET seen_at = seen_at - 7300 WHERE name = 'months'")
    soup = overview(admin)
    assert months(soup) == counted and "Counted 2 hours ago." in soup.get_text()
