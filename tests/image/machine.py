"""Builds images and runs containers without an engine for them: a folder, `chroot`, and the kernel's namespaces.

It stands in for Docker where there is none. Each instruction of the Dockerfiles is carried out as written; a container
sees its own files, processes and devices, gets the rights that Docker leaves it, and writes to a layer of its own. What
is not as there: all containers share one network, in which each may have an address, and the base images are Debian
from debootstrap (with Debian's Python 3.11 under the names of the Python image). Needs root.
"""

import ctypes
import os
import shlex
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from tests.image.dockerfile import Ignore, Stage, parse

MIRROR = "http://deb.debian.org/debian"
# What the Python image has beyond Debian's smallest; there Python itself is in /usr/local.
PYTHON_PACKAGES = ("ca-certificates", "netbase", "tzdata", "python3", "python3-venv")
PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
# What Docker leaves to root in a container.
RIGHTS = (
    "chown dac_override fowner fsetid kill setgid setuid setpcap net_bind_service net_raw sys_chroot mknod"
)
RIGHTS += " audit_write setfcap"
# How this machine reaches the registries of packages: an engine's own settings would say it.
WAYS_OUT = ("http_proxy", "https_proxy", "no_proxy", "PIP_INDEX_URL", "PIP_CERT", "SSL_CERT_FILE")
CERTIFICATES = Path("/etc/ssl/certs/ca-certificates.crt")

# The first program of a container, in namespaces of its own, so that all of this ends with it.
SET_UP = """
set -e
mount --make-rprivate /
{root}
mount -t proc -o nosuid,nodev,noexec proc {at}/proc
mount -t tmpfs -o nosuid,mode=755 tmpfs {at}/dev
for name in null zero full random urandom tty; do
    : > {at}/dev/$name
    mount --bind /dev/$name {at}/dev/$name
done
ln -s /proc/self/fd {at}/dev/fd
ln -s /proc/self/fd/0 {at}/dev/stdin
ln -s /proc/self/fd/1 {at}/dev/stdout
ln -s /proc/self/fd/2 {at}/dev/stderr
mkdir {at}/dev/shm
mount -t tmpfs -o nosuid,nodev,noexec,mode=1777,size=64m tmpfs {at}/dev/shm
{binds}
exec {command}
"""


@dataclass
class Image:
    tree: Path
    environment: dict[str, str] = field(default_factory=lambda: {"PATH": PATH})
    user: str = "root"
    folder: PurePosixPath = PurePosixPath("/")
    command: list[str] = field(default_factory=list)
    health: list[str] | None = None
    health_flags: dict[str, str] = field(default_factory=dict)
    volumes: list[str] = field(default_factory=list)
    stop_signal: str = "SIGTERM"

    def entry(self, command: list[str], at: Path, user: str, environment: dict[str, str]) -> str:
        """The words for the shell that run a command inside, as that person, with that environment and no other."""
        limits = ",".join(["-all", *(f"+{right}" for right in RIGHTS.split())])
        uid, gid, home = self.person(user)
        variables = {"HOME": home} | self.environment | environment
        words = ["chroot", str(at), "setpriv", f"--bounding-set={limits}", "--inh-caps=-all"]
        words += [f"--reuid={uid}", f"--regid={gid}", "--clear-groups", "env", "-i"]
        words += [f"{name}={value}" for name, value in variables.items()]
        words += ["/bin/sh", "-c", 'cd "$0" && exec "$@"', str(self.folder), *command]
        return shlex.join(words)

    def person(self, name: str) -> tuple[str, str, str]:
        for line in (self.tree / "etc" / "passwd").read_text().splitlines():
            found = line.split(":")
            if found[0] == name:
                return found[2], found[3], found[5]
        raise KeyError(f"USER {name} is not an account of the image")


# --- building ------------------------------------------------------------------------------------------------


def base_trees(folder: Path) -> dict[str, Path]:
    """The base images by their names, each a folder below `folder`."""
    smallest = folder / "debian"
    run("debootstrap", "--variant=minbase", "bookworm", smallest, MIRROR)
    python = folder / "python"
    run("cp", "-a", smallest, python)
    packages = " ".join(PYTHON_PACKAGES)
    install = f"apt-get update -q && apt-get install -y -q --no-install-recommends {packages}"
    # Debian's Python brings a list of the kinds of files, the Python image has only what Python itself knows.
    no_list = "sed -i 's/, media-types | mime-support//' /var/lib/dpkg/status && dpkg --purge media-types"
    in_build(Image(python), ["/bin/sh", "-c", f"{install} && {no_list}"])
    for name in ("python", "python3"):
        (python / "usr" / "local" / "bin" / name).symlink_to("/usr/bin/python3.11")
    return {"debian:bookworm-slim": smallest, "python:3.11-slim-bookworm": python}


def build(context: Path, bases: dict[str, Path], folder: Path) -> Image:
    """The last stage of the Dockerfile in `context`, each stage a folder below `folder`."""
    ignored = context / ".dockerignore"
    ignore = Ignore(ignored.read_text() if ignored.exists() else "")
    folder.mkdir(parents=True, exist_ok=True)
    built: dict[str, Image] = {}
    for number, stage in enumerate(parse((context / "Dockerfile").read_text())):
        tree = folder / f"stage-{number}"
        run("cp", "-a", bases[stage.base], tree)
        image = Image(tree)
        carry_out(stage, image, context, ignore, built)
        built[stage.name] = image
    return image


def carry_out(stage: Stage, image: Image, context: Path, ignore: Ignore, built: dict[str, Image]) -> None:
    for step in stage.instructions:
        print(f"   {step.word} {step.value[:90]}", flush=True)
        match step.word:
            case "RUN":
                in_build(image, step.command)
            case "COPY":
                *sources, target = step.words
                copy(image, sources, target, context, ignore, built.get(step.flags.get("from", "")))
            case "ENV":
                image.environment |= {
                    name: value.replace("$PATH", image.environment["PATH"])
                    for name, value in step.pairs.items()
                }
            case "WORKDIR":
                image.folder = PurePosixPath(step.value)
                inside(image, image.folder).mkdir(parents=True, exist_ok=True)
            case "USER":
                image.user = step.value
            case "VOLUME":
                image.volumes += step.words
            case "HEALTHCHECK":
                assert step.value.startswith("CMD ")
                image.health = step.__class__("CMD", step.value.removeprefix("CMD ")).command
                image.health_flags = step.flags
            case "STOPSIGNAL":
                image.stop_signal = step.value
            case "CMD":
                image.command = step.command


def inside(image: Image, path: PurePosixPath | str) -> Path:
    return image.tree / str(image.folder / path).lstrip("/")


def in_build(image: Image, command: list[str]) -> None:
    """A RUN: with the machine's own network, and its ways to the registries of packages."""
    at = image.tree
    shutil.copy("/etc/resolv.conf", at / "etc" / "resolv.conf")
    binds = ""
    if (at / str(CERTIFICATES).lstrip("/")).exists():
        binds = f"mount --bind {CERTIFICATES} {at}{CERTIFICATES}"
    variables = {name: os.environ[name] for name in WAYS_OUT if name in os.environ}
    script = SET_UP.format(
        root=f"mount --bind {at} {at}",
        at=at,
        binds=binds,
        command=image.entry(command, at, image.user, variables),
    )
    run("unshare", "--mount", "--pid", "--ipc", "--fork", "--kill-child", "sh", "-c", script)


def copy(
    image: Image,
    sources: list[str],
    target: str,
    context: Path,
    ignore: Ignore,
    other: Image | None,
) -> None:
    """Files of another stage keep their owner, files of the context become root's."""
    place = inside(image, target)
    for source in sources:
        origin = inside(other, source) if other else context / source
        into = (
            place if origin.is_dir() or not (place.is_dir() or target.endswith("/")) else place / origin.name
        )
        if other:
            into.parent.mkdir(parents=True, exist_ok=True)
            run("cp", "-a", "-T", origin, into)
            continue
        for path in sorted([origin, *origin.rglob("*")] if origin.is_dir() else [origin]):
            if ignore.leaves_out(PurePosixPath(path.relative_to(context))):
                continue
            copied = into / path.relative_to(origin)
            if path.is_dir():
                copied.mkdir(parents=True, exist_ok=True)
            else:
                copied.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(path, copied, follow_symlinks=False)
            os.chown(copied, 0, 0)


# --- running -------------------------------------------------------------------------------------------------


@dataclass
class Container:
    """One run of an image. `mounts` are folders of this machine by their place inside; those in `read_only` may not
    be written to."""

    image: Image
    folder: Path
    environment: dict[str, str] = field(default_factory=dict)
    mounts: dict[str, Path] = field(default_factory=dict)
    read_only: set[str] = field(default_factory=set)
    process: subprocess.Popen | None = None

    @property
    def at(self) -> Path:
        return self.folder / "root"

    @property
    def log(self) -> str:
        return (self.folder / "log").read_text(errors="replace")

    def start(self) -> None:
        with (self.folder / "log").open("ab") as log:
            self.process = subprocess.Popen(
                self._words(self.image.command, self.image.user),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )

    def run(self, *command: str, user: str | None = None, check: bool = True) -> str:
        """`docker compose run --rm`: another container of the same image and mounts, for one command."""
        words = self._words(list(command), user or self.image.user)
        return output(words, check=check)

    def exec(self, *command: str, user: str | None = None, check: bool = True) -> str:
        """`docker compose exec`: one more program in the container that runs."""
        words = ["nsenter", f"--target={self.pid}", "--mount", "--pid", "--ipc", "sh", "-c"]
        entry = self.image.entry(list(command), self.at, user or self.image.user, self.environment)
        return output([*words, f"exec {entry}"], check=check)

    def _words(self, command: list[str], user: str) -> list[str]:
        self.at.mkdir(parents=True, exist_ok=True)
        layer = self.folder / f"layer-{time.monotonic_ns()}"
        for name in ("upper", "work"):
            (layer / name).mkdir(parents=True)
        layers = f"lowerdir={self.image.tree},upperdir={layer}/upper,workdir={layer}/work"
        root = f"mount -t overlay -o {layers} overlay {self.at}"
        binds = []
        for place, origin in sorted(self.mounts.items()):
            binds.append(f"mkdir -p {self.at}{place} && mount --bind {origin} {self.at}{place}")
            if place in self.read_only:
                binds.append(f"mount -o remount,bind,ro {self.at}{place}")
        entry = self.image.entry(command, self.at, user, self.environment)
        script = SET_UP.format(root=root, at=self.at, binds="\n".join(binds), command=entry)
        return ["unshare", "--mount", "--pid", "--ipc", "--fork", "--kill-child", "sh", "-c", script]

    @property
    def pid(self) -> int:
        """Of its first program, seen from this machine."""
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children")
        for _ in range(50):  # it comes a moment after the start
            if found := children.read_text():
                return int(found)
            time.sleep(0.1)
        raise AssertionError(f"The container did not start: {self.log[-2000:]}")

    def stop(self, grace: float) -> float:
        """`docker stop`: its signal, and SIGKILL when it did not end in time (TimeoutExpired). How long it took."""
        began = time.monotonic()
        if self.process and self.process.poll() is None:
            os.kill(self.pid, signal.Signals[self.image.stop_signal])
            try:
                self.process.wait(timeout=grace)
            finally:
                self.process.kill()
        return time.monotonic() - began


def fill_volume(volume: Path, image: Image, place: str) -> None:
    """A new volume takes over what the image has at its place, with owner and rights."""
    origin = image.tree / place.lstrip("/")
    if not volume.exists():
        volume.mkdir(parents=True)
    if origin.is_dir() and not any(volume.iterdir()):
        run("cp", "-a", "-T", origin, volume)


# --- the network ---------------------------------------------------------------------------------------------

CLONE_NEWNET = 0x40000000


@contextmanager
def network(*addresses: str) -> Iterator[str]:
    """A network of its own with these addresses and no way out, until the end of the block. Its name."""
    name = f"balai-{os.getpid()}"
    run("ip", "netns", "add", name)
    try:
        run("ip", "-n", name, "link", "set", "lo", "up")
        for address in addresses:
            run("ip", "-n", name, "address", "add", f"{address}/32", "dev", "lo")
        yield name
    finally:
        run("ip", "netns", "delete", name)


@contextmanager
def within(name: str) -> Iterator[None]:
    """This thread, and the programs it starts, are in that network until the end of the block."""
    libc = ctypes.CDLL(None, use_errno=True)

    def enter(descriptor: int) -> None:
        if libc.setns(descriptor, CLONE_NEWNET):
            raise OSError(ctypes.get_errno(), "setns")

    home = os.open("/proc/thread-self/ns/net", os.O_RDONLY)
    there = os.open(f"/run/netns/{name}", os.O_RDONLY)
    enter(there)
    try:
        yield
    finally:
        enter(home)
        os.close(home)
        os.close(there)


# --- programs ------------------------------------------------------------------------------------------------


def run(*words) -> None:
    """AssertionError with the last words of a program that failed."""
    output([str(word) for word in words])


def output(words: list[str], check: bool = True) -> str:
    done = subprocess.run(
        words, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    if check:
        assert done.returncode == 0, (
            f"{shlex.join(words)[-300:]}\nended with {done.returncode}:\n{done.stdout[-4000:]}"
        )
    return done.stdout
