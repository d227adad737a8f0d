"""`python -m okrlint`."""

import os
import sys

# `-m` puts the working folder first on the import path, and the working folder is what is being linted: a module
# or plugin that lies there must not be imported. (With `python -P` it is not there; what PYTHONPATH names stays.)
if not sys.flags.safe_path and sys.path and sys.path[0] in ("", os.getcwd()):
    del sys.path[0]

if __name__ == "__main__":  # and not where a process that is begun anew imports the program for its names
    from okrlint.cli.main import run

    run()
