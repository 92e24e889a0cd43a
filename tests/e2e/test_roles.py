"""Who may end plans on the addon's page: full administrators, or the roles that a setting names."""

import pytest

from host.admin import Admin, banner

SITE = "https://connected.example.test"
OVERVIEW = "addonmodules.php?module=jetpack&tab=overview"
SERVICES = "addonmodules.php?module=jetpack&tab=services"
REFUSED = "Your role may not end plans"


@pytest.fixture
def sally(manual_shop, admin, lab):
    """A sales operator, whose role may open the page."""
    admin.configure("sandbox-partner", "sandbox-secret", roles=(1, 2))
    return Admin(lab, "sally")


@pytest.fixture
def ended(manual_shop, admin, database):
    service = manual_shop.order(SITE)
    assert admin.create(service).ok
    admin.edit_service(service, {"status": "Cancelled"})
    return database.value("SELECT id FROM mod_jetpack_services")


def press(staff, address, **form):
    token = staff.open(SERVICES).soup.select_one("#jetpack-bulk input[name=token]")["value"]
    return staff.browser.send(address, {"token": token} | form)


def actions(page):
    return {option["value"] for option in page.soup.select("#jetpack-bulk-action option")}


@pytest.mark.parametrize("button", ["cancel_now", "let_go"])
def test_a_role_that_may_not_end_plans_sees_them_without_buttons_and_is_refused(sally, ended, sandbox, database, button):
    page = sally.open(OVERVIEW)
    assert page.soup.select_one(f"#jetpack-ended-{ended}") is not None
    assert page.soup.select("#jetpack-ended button") == []
    before = database.rows("SELECT * FROM mod_jetpack_services")

    said = banner(press(sally, OVERVIEW, jetpack_action=button, row=str(ended)), within=".addon-output")

    assert not said.ok and REFUSED in said.text
    assert sandbox.live(SITE) and database.rows("SELECT * FROM mod_jetpack_services") == before


@pytest.mark.parametrize("action", ["terminate", "letgo"])
def test_a_role_that_may_not_end_plans_ends_none_in_bulk_and_may_do_the_rest(sally, ended, sandbox, database, action):
    page = sally.open(SERVICES)
    assert actions(page) >= {"look", "create"} and not actions(page) & {"terminate", "letgo"}

    said = banner(press(sally, SERVICES, jetpack_action="bulk_choose", bulk=action, **{f"row[{ended}]": "1"}), within=".addon-output")

    assert not said.ok and REFUSED in said.text
    assert database.value("SELECT count(*) FROM mod_jetpack_bulk") == 0
    page = press(sally, SERVICES, jetpack_action="bulk_choose", bulk="look", **{f"row[{ended}]": "1"})
    assert page.soup.select_one("#jetpack-bulk-means") is not None


def test_a_job_that_ends_plans_is_not_gone_on_with_by_a_role_that_may_not(sally, admin, ended, sandbox, database):
    page = press(admin, SERVICES, jetpack_action="bulk_choose", bulk="terminate", **{f"row[{ended}]": "1"})
    job = page.soup.select_one("input[name=job]")["value"]
    press(admin, SERVICES, jetpack_action="bulk_start", job=job)
    for button in ("bulk_step", "bulk_resume", "bulk_again"):
        said = banner(press(sally, SERVICES, jetpack_action=button, job=job, round="0"), within=".addon-output")
        assert not said.ok and REFUSED in said.text, button
    assert sandbox.live(SITE)
    assert database.value("SELECT count(*) FROM mod_jetpack_bulk_rows WHERE begun > 0") == 0


def test_a_role_that_the_setting_names_may_end_plans(sally, admin, ended, sandbox):
    assert admin.set_addon("Roles that may end plans", " sales operator , Full Administrator").ok
    assert actions(sally.open(SERVICES)) >= {"terminate", "letgo"}

    said = banner(sally.open(OVERVIEW).press("Cancel now", within="#jetpack-ended"), within=".addon-output")

    assert said.ok and sandbox.live(SITE) == []


def test_full_administrators_may_where_the_setting_was_never_saved(admin, ended, sally, sandbox, lab):
    lab.sql("DELETE FROM whmcs.tbladdonmodules WHERE module = 'jetpack' AND setting = 'ending_roles'")

    assert sally.open(OVERVIEW).soup.select("#jetpack-ended button") == []
    assert banner(admin.open(OVERVIEW).press("Cancel now", within="#jetpack-ended"), within=".addon-output").ok


def test_a_name_that_no_role_has_is_to_be_mended_and_lets_nobody_in(admin, sally, ended, lab):
    assert admin.set_addon("Roles that may end plans", "Full Administrator, Sales <Operators>").ok

    page = admin.addon_page("setup")

    line = page.soup.select_one("#jetpack-setup-key .jetpack-settings")
    assert "no administrator role is called sales <operators>" in line.get_text() and "To do" in line.get_text()
    assert sally.open(OVERVIEW).soup.select("#jetpack-ended button") == []
