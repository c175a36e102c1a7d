"""The life of an import run, and of each row in it."""

# States of a run.
CHECKING = "memeriksa"
READY = "siap"
WRITING = "menyimpan"
DONE = "selesai"
PUBLISHING = "menerbitkan"
UNDOING = "mengurungkan"
UNDONE = "diurungkan"
DISCARDED = "dibatalkan"

STATES = {
    CHECKING: "Sedang diperiksa",
    READY: "Menunggu keputusan",
    WRITING: "Sedang disimpan",
    DONE: "Selesai",
    PUBLISHING: "Sedang diterbitkan",
    UNDOING: "Sedang diurungkan",
    UNDONE: "Diurungkan",
    DISCARDED: "Dibatalkan",
}
# While a run is in one of these, no other of its kind begins.
OPEN = (CHECKING, READY, WRITING, PUBLISHING, UNDOING)
# While in one of these, it reads the files of its ZIP.
NEEDS_FILES = (CHECKING, READY, WRITING)
# In these there is work to do, in steps; each leads to the next state when none is left.
WORK = {CHECKING: READY, WRITING: DONE, PUBLISHING: DONE, UNDOING: UNDONE}
# From where somebody may lead a run, and whereto.
MOVES = {
    (READY, WRITING),
    (READY, DISCARDED),
    (CHECKING, DISCARDED),
    (WRITING, DONE),  # stopped: what is written stays, and can be taken back
    (PUBLISHING, DONE),
    (DONE, PUBLISHING),
    (DONE, UNDOING),
}

# What an import would do with a row.
NEW = "baru"
CHANGE = "ubah"
SAME = "sama"
WRONG = "salah"
ACTIONS = {NEW: "Baru", CHANGE: "Diperbarui", SAME: "Tidak berubah", WRONG: "Perlu diperbaiki"}

# What became of a row.
SAVED = "tersimpan"
PUBLISHED = "terbit"
HELD = "tertahan"  # could not be published
FAILED = "gagal"
TAKEN_BACK = "diurungkan"
LEFT = "dibiarkan"  # changed by somebody since; not taken back
OUTCOMES = {
    SAVED: "Tersimpan sebagai draf",
    PUBLISHED: "Terbit",
    HELD: "Tersimpan, belum terbit",
    FAILED: "Gagal",
    TAKEN_BACK: "Diurungkan",
    LEFT: "Dibiarkan",
}
# Of these something stands on the site that can be taken back.
WRITTEN = (SAVED, HELD, PUBLISHED)


def same_rows(rows: list[tuple[int, str]]) -> dict[int, int]:
    """The rows that repeat an earlier one: number by number. `rows` are numbers with identities; an empty identity is
    like no other."""
    first, repeated = {}, {}
    for number, identity in sorted(rows):
        if identity and first.setdefault(identity, number) != number:
            repeated[number] = first[identity]
    return repeated
