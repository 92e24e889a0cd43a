"""What makes a package: `run` beside this folder puts the parts in order."""
