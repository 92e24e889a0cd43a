"""The fault matrix. It drives the lab and the sandbox as the end-to-end tests do."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "e2e"))
