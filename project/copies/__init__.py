"""Copies of all that is the village's own, and the way back: `manage.py backup` and `manage.py restore`.

A copy is a folder: the database (`databases.py`), an archive for each folder of files (`folders.py`), `manifest.json`,
which says what is in it (`manifest.py`), and `SHA256SUMS`, which `sha256sum -c` reads too.
"""


class CopyFault(Exception):
    """Why a copy cannot be made or put back, in words for the administrator."""
