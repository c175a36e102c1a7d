"""Words of the ground of all casework. Plain data."""

LOOKED, TOOK, CHANGED, REMOVED = "lihat", "unduh", "ubah", "hapus"
# What somebody does with personal data, as it is stored and as it is read.
ACTIONS = {LOOKED: "melihat", TOOK: "mengunduh", CHANGED: "mengubah", REMOVED: "menghapus"}
