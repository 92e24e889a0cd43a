"""Drives the lab and the sandbox as people do: the tests and the demo share it."""
