"""The Partner API's sandbox: its process, and its control plane (crates/jetpack-sandbox/README.md)."""

import os
import subprocess

import requests

from .places import SANDBOX, wait_until

CLIENT_ID = "sandbox-partner"
CLIENT_SECRET = "sandbox-secret"


class Sandbox:
    def __init__(self, port=0, *flags):
        keys = {"JETPACK_SANDBOX_CLIENT_ID": CLIENT_ID, "JETPACK_SANDBOX_CLIENT_SECRET": CLIENT_SECRET}
        # It must not outlive us, however we end.
        self.process = subprocess.Popen(
            ["setpriv", "--pdeathsig", "TERM", SANDBOX, "--listen", f"127.0.0.1:{port}", *flags],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            text=True,
            env=os.environ | keys,
        )
        first = self.process.stdout.readline()
        if "listening on " not in first:
            self.stop()
            raise RuntimeError(f"jetpack-sandbox did not start on port {port}")
        self.url = first.split("listening on ")[1].strip()
        self._http = requests.Session()
        self._http.trust_env = False
        # The sandbox closes idle connections as the API does: a test that waits would lose its next word.
        self._http.headers["Connection"] = "close"

    def stop(self):
        self.process.terminate()
        self.process.wait()

    def reset(self):
        self._post("reset")

    def fault(self, on, kind, **details):
        self._post("faults", {"on": on, "kind": kind} | details)

    def clear_faults(self):
        self._http.delete(f"{self.url}/_sandbox/faults").raise_for_status()

    def faults(self, faults=None):
        """Those still to come, or adds a list of them."""
        return self._get("faults") if faults is None else self._post("faults", faults)

    def total(self):
        """How many requests have arrived."""
        return self._get("state?page=1")["requests"]["total"]

    def add_key(self, client_id, client_secret):
        self._post("keys", {"client_id": client_id, "client_secret": client_secret})

    def disable_key(self, client_id):
        self._post("keys", {"client_id": client_id, "disabled": True})

    def revoke_tokens(self):
        self._post("tokens/revoke")

    def advance(self, days):
        self._post("clock", {"advance_days": days})

    def connect(self, site):
        self._post(f"sites/{_identifier(site)}/connect")

    def resolve(self, site):
        self._post(f"sites/{_identifier(site)}/resolve")

    def provision_elsewhere(self, site, plan):
        """As somebody does who has the partner's key, and not by this module."""
        self._call_elsewhere("provision", {"siteurl": site, "local_user": "admin", "plan": plan})

    def cancel_elsewhere(self, site, plan):
        self._call_elsewhere(f"{_identifier(site)}/partner-cancel", {"plan": plan})

    def _call_elsewhere(self, path, fields):
        key = {"client_id": CLIENT_ID, "client_secret": CLIENT_SECRET, "grant_type": "client_credentials", "scope": "jetpack-partner"}
        token = self._http.post(f"{self.url}/oauth2/token", data=key)
        token.raise_for_status()
        headers = {"Authorization": f"Bearer {token.json()['access_token']}"}
        self._http.post(f"{self.url}/rest/v1.3/jpphp/{path}", data=fields, headers=headers).raise_for_status()

    def requests(self, operation=None):
        """What arrived, all or those of one operation."""
        return [r for r in self._get("requests") if operation in (None, r["operation"])]

    def site(self, site):
        """What the API knows of a site, or None."""
        known = self._get("state")["sites"]
        return next((s for s in known if s["site"] == _identifier(site)), None)

    def sites(self):
        """All that the API knows, by their identifiers."""
        return {site["site"]: site for site in self._get("state?page=all")["sites"]}

    def plans(self, site):
        """The plans of a site as (slug, state), ended ones too."""
        return [(p["slug"], p["state"]) for p in (self.site(site) or {"products": []})["products"]]

    def live(self, site):
        return [plan for plan in self.plans(site) if plan[1] in ("active", "pending")]

    def provisions(self, site):
        return (self.site(site) or {"provisions": 0})["provisions"]

    def cancels(self, site):
        return (self.site(site) or {"cancels": 0})["cancels"]

    def wait_for(self, operation, count=1):
        """Until so many such calls have arrived, answered or not."""
        return wait_until(lambda: len(self.requests(operation)) >= count, f"call {count} of {operation}")

    def _get(self, path):
        answer = self._http.get(f"{self.url}/_sandbox/{path}")
        answer.raise_for_status()
        return answer.json()

    def _post(self, path, body=None):
        self._http.post(f"{self.url}/_sandbox/{path}", json=body or {}).raise_for_status()


def _identifier(site):
    return site.split("://")[-1].rstrip("/").replace("/", "::")
