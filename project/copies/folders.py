"""The folders of files that are the village's own, each as an archive of a copy.

An archive that is put back holds plain files and folders only, and nothing in it leads out: it may have been to another
machine, or come from one.
"""

import os
import shutil
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from django.conf import settings

from project.copies import CopyFault


@dataclass(frozen=True)
class Folder:
    """`is_public`: another account, nginx's, reads what is in it."""

    name: str
    path: Path
    is_public: bool = False

    @property
    def archive(self) -> str:
        return f"{self.name}.tar"


def folders() -> list[Folder]:
    return [
        Folder("media", Path(settings.MEDIA_ROOT), is_public=True),
        Folder("private", Path(settings.PRIVATE_ROOT)),
        Folder("imports", Path(settings.DATA_DIR) / "imports"),  # archives of imports that are under way
    ]


def pack(folder: Folder, target: Path) -> dict[str, int]:
    """Writes the archive. Answers how many files and bytes are in it. What a link leads to is stored as a file; what is
    deleted meanwhile is left out."""
    files = size = 0
    with tarfile.open(target, "w", dereference=True) as archive:
        for path in _files_in(folder.path):
            name = f"{folder.name}/{path.relative_to(folder.path).as_posix()}"
            try:
                member = archive.gettarinfo(path, arcname=name)
                opened = path.open("rb")
            except FileNotFoundError:
                continue
            with opened:
                archive.addfile(member, opened)
            files, size = files + 1, size + member.size
    return {"files": files, "bytes": size}


def _files_in(path: Path) -> list[Path]:
    """Also those that lie on another disk, where a link leads to; each folder once."""
    seen, found = set(), []
    for folder, below, names in os.walk(path, followlinks=True):
        if os.path.realpath(folder) in seen:
            below.clear()
            continue
        seen.add(os.path.realpath(folder))
        found += [one for name in names if (one := Path(folder) / name).is_file()]
    return sorted(found)


def is_empty(folder: Folder) -> bool:
    """Folders without a file do not count: one of them may be where a disk of its own is mounted."""
    return not _files_in(folder.path)


def unpack(folder: Folder, source: Path, target: Path, expected: dict[str, int]) -> None:
    """Writes the files of an archive below `target`, a folder that nobody uses yet. Raises CopyFault."""
    files = size = 0
    try:
        with tarfile.open(source) as archive:
            for member in archive:
                path = target / _safe(folder, member)
                if member.isdir():
                    continue
                path.parent.mkdir(parents=True, exist_ok=True)
                with archive.extractfile(member) as packed, path.open("xb") as file:
                    shutil.copyfileobj(packed, file)
                os.utime(path, (member.mtime, member.mtime))
                files, size = files + 1, size + path.stat().st_size
    except (tarfile.TarError, EOFError) as error:
        raise CopyFault(f"{source.name} cannot be read: {error}") from error
    except FileExistsError as error:
        raise CopyFault(f"{source.name} holds a file twice: {Path(error.filename).name}") from error
    if {"files": files, "bytes": size} != expected:
        raise CopyFault(
            f"{source.name} is cut short: {files} files of {expected['files']}, {size} bytes of {expected['bytes']}"
        )


def _safe(folder: Folder, member: tarfile.TarInfo) -> PurePosixPath:
    """Where a member lies below its folder."""
    path = PurePosixPath(member.name)
    if path.is_absolute() or ".." in path.parts or path.parts[:1] != (folder.name,) or "\x00" in member.name:
        raise CopyFault(f"{folder.archive} holds a path that leads out of it: {member.name}")
    if not (member.isdir() or (member.isreg() and len(path.parts) > 1)):
        raise CopyFault(f"{folder.archive} holds something that is no file: {member.name}")
    return PurePosixPath(*path.parts[1:])


def move_in(folder: Folder, staged: Path, owner: tuple[int, int] | None) -> None:
    """Moves unpacked files to where they belong, which may be on several disks, with the rights that the site gives."""
    modes = (0o755, 0o644) if folder.is_public else (0o700, 0o600)
    _make(folder.path, modes[0], owner)
    for source, target in _pairs(staged, folder.path):
        if source.is_dir():
            _make(target, modes[0], owner)
            continue
        shutil.move(source, target)
        target.chmod(modes[1])
        _give(target, owner)


def _pairs(staged: Path, target: Path) -> Iterator[tuple[Path, Path]]:
    """Folders before what is in them."""
    for path in sorted(staged.rglob("*")) if staged.is_dir() else ():
        yield path, target / path.relative_to(staged)


def _make(path: Path, mode: int, owner: tuple[int, int] | None) -> None:
    if not path.is_dir():
        path.mkdir(parents=True)
        path.chmod(mode)
        _give(path, owner)


def _give(path: Path, owner: tuple[int, int] | None) -> None:
    if owner is not None:
        os.chown(path, *owner)


def empty(folder: Folder) -> None:
    """Takes the files out again. Its folders stay."""
    for path in _files_in(folder.path):
        path.unlink()
