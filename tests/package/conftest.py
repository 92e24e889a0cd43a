"""The scripts that make a package are not installed anywhere: they are taken from where they lie."""

import sys
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "crates" / "jetpack-php" / "package"))
