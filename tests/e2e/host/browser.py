"""Loads pages and sends the forms found on them, as a person would."""

from urllib.parse import urljoin

import requests
from bs4 import BeautifulSoup


class Browser:
    """One person's browser. Not for several threads."""

    def __init__(self, root):
        self.root = root.rstrip("/") + "/"
        self._http = requests.Session()
        self._http.trust_env = False

    def open(self, address):
        return Page(self, self._http.get(urljoin(self.root, address), timeout=120))

    def send(self, address, fields):
        return Page(self, self._http.post(urljoin(self.root, address), data=fields, timeout=120))


class Page:
    def __init__(self, browser, response):
        self.status = response.status_code
        self.address = response.url
        self.html = response.text
        self.soup = BeautifulSoup(response.text, "html.parser")
        self._browser = browser

    def text(self, selector="main"):
        """What one sees there, in one line; None where there is nothing."""
        found = self.soup.select_one(selector)
        return " ".join(found.get_text(" ").split()) if found else None

    def has_button(self, button, within="body"):
        return self._button(button, within) is not None

    def press(self, button, values=None, within="body"):
        """Presses the button with this text after filling in; a field goes by its label or its name, None unticks."""
        pressed = self._button(button, within)
        if pressed is None:
            raise LookupError(f"no button {button!r} in {within} of {self.address}: {self.text()}")
        form = pressed.find_parent("form")
        fields = _fields(form)
        for key, value in (values or {}).items():
            name = self._named(key, form)
            fields.pop(name, None) if value is None else fields.update({name: value})
        if pressed.get("name"):
            fields[pressed["name"]] = pressed.get("value", "")
        return self._browser.send(urljoin(self.address, form.get("action", self.address)), fields)

    def _button(self, text, within):
        for area in self.soup.select(within):
            for button in area.select("form button"):
                if " ".join(button.get_text().split()) == text:
                    return button
        return None

    def _named(self, key, form):
        for label in form.find_all("label"):
            if label.get("for") and label.get_text().strip(" *\n") == key:
                return form.find(id=label["for"])["name"]
        if form.find(attrs={"name": key}) is None:
            raise LookupError(f"no field {key!r} in the form on {self.address}")
        return key


def _fields(form):
    """What a browser would send of a form that nobody touched."""
    fields = {}
    for field in form.select("input[name], select[name], textarea[name]"):
        name = field["name"]
        if field.name == "select":
            chosen = field.select_one("option[selected]") or field.select_one("option")
            fields[name] = chosen.get("value", "") if chosen else ""
        elif field.name == "textarea":
            fields[name] = field.get_text()
        elif field.get("type") not in ("checkbox", "radio") or field.has_attr("checked"):
            fields[name] = field.get("value", "")
    return fields
