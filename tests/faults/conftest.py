"""The subset of the fault matrix that `make test` runs, and tests of its judge."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
