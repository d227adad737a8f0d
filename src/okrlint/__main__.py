"""`python -m okrlint`."""

import os
import sys

# `-m` puts the working folder first on the import path, and the working folder is what is being linted: a module
# or plugin that lies there must not be imported.
if sys.path and sys.path[0] in ("", os.getcwd()):
    del sys.path[0]

from okrlint.cli.main import run

run()
