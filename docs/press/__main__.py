"""`python -m press FOLDER`: print the whole site into this folder. `script/docs` does it."""

import sys
from pathlib import Path

from press.printing import print_site

if __name__ == "__main__":
    made = print_site(Path(sys.argv[1]))
    print(f"{len(made)} pages in {sys.argv[1]}; open {sys.argv[1]}/index.html")
