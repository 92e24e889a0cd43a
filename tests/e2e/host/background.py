"""Somebody else who presses a button meanwhile."""

import threading

from host.admin import Admin


class Background:
    """Presses a button as another admin, whose answer may never come."""

    def __init__(self, lab, service, button):
        page = Admin(lab).service_page(service)
        self.answer = None
        self._thread = threading.Thread(target=self._press, args=(page, button), daemon=True)
        self._thread.start()

    def _press(self, page, button):
        self.answer = page.press(button, within="#modulecommands")

    def wait(self):
        self._thread.join(30)
        assert not self._thread.is_alive()
        return self.answer
