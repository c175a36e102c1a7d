"""What public pages cost: queries, bytes of HTML, and time, the last one only ever as a multiple within one run."""

import statistics
import time
from dataclasses import dataclass

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from bench.content import Village
from layanan.regulations.books import BOOKS

QUERIES = {"list": 10, "search": 15, "detail": 8, "data": 10}
HTML_BYTES = 60_000  # as it leaves Django, before it is compressed
ROUNDS = 5


@dataclass(frozen=True)
class Cost:
    name: str
    kind: str  # which limit counts
    address: str
    queries: int
    size: int  # bytes
    is_html: bool
    seconds: float  # the middle one of some rounds

    @property
    def faults(self) -> list[str]:
        found = []
        if self.queries > QUERIES[self.kind]:
            found.append(f"{self.name}: {self.queries} queries, allowed are {QUERIES[self.kind]}")
        if self.is_html and self.size > HTML_BYTES:
            found.append(f"{self.name}: {self.size} bytes of HTML, allowed are {HTML_BYTES}")
        return found


def addresses(village: Village) -> list[tuple[str, str, str]]:
    """Name, kind and address of everything that is measured, for the village as it is now."""
    long, usual = village.regulations[0], village.regulations[1]
    of_year = f"tahun={usual.year}"
    books = [(f"register: {slug}", "list", f"/regulasi/buku/{slug}/?{of_year}") for slug in BOOKS]
    return [
        ("regulations", "list", "/regulasi/"),
        ("regulations, last page", "list", "/regulasi/?halaman=9999"),
        ("regulations by kind", "list", "/regulasi/?jenis=perdes"),
        ("regulations by status", "list", "/regulasi/?status=dicabut"),
        ("regulations by year", "list", f"/regulasi/?{of_year}"),
        ("regulations by a word", "list", "/regulasi/?q=sampah"),
        ("regulations by words of the text", "list", "/regulasi/?q=teguran+tertulis"),
        ("regulations by everything", "list", f"/regulasi/?jenis=perdes&status=berlaku&{of_year}&q=sampah"),
        ("regulations, nothing found", "list", "/regulasi/?q=zzzzqqqq"),
        *books,
        ("regulation with its text", "detail", usual.url),
        ("regulation with a long text", "detail", long.url),
        ("part of a long text", "detail", f"{long.url}naskah/?bagian=2"),
        ("search in a long text", "detail", f"{long.url}naskah/?q=sampah"),
        ("services", "list", "/layanan/"),
        ("service guide", "detail", "/layanan/kartu-keluarga-0/"),
        ("standards, contents", "list", "/layanan/standar-pelayanan/"),
        ("standards, one part", "list", "/layanan/standar-pelayanan/?bagian=1"),
        ("search: one word", "search", "/cari/?q=sampah"),
        ("search: in every regulation", "search", "/cari/?q=desa"),
        ("search: three words", "search", "/cari/?q=retribusi+pasar+desa"),
        ("search: a number", "search", "/cari/?q=perdes+nomor+99+tahun+2025"),
        ("search: a guide", "search", "/cari/?q=kartu+keluarga"),
        ("search: mistyped", "search", "/cari/?q=sampha"),
        ("search: nothing", "search", "/cari/?q=zzzzqqqq"),
        ("data: JSON", "data", "/data/regulasi.json"),
        ("data: CSV", "data", "/data/regulasi.csv"),
        ("data: JDIH", "data", "/data/jdih.json"),
        ("data: RSS", "data", "/regulasi/umpan.xml"),
    ]


def measure(village: Village, rounds: int = ROUNDS) -> dict[str, Cost]:
    """By name. One client for all, so that its own making is not counted; every address was asked once before."""
    client = Client(HTTP_HOST="localhost")
    costs = {}
    for name, kind, address in addresses(village):
        _get(client, address)
        with CaptureQueriesContext(connection) as queries:
            size, is_html = _get(client, address)
        count = len(queries)  # the next request empties the log
        times = []
        for _ in range(rounds):
            start = time.perf_counter()
            _get(client, address)
            times.append(time.perf_counter() - start)
        costs[name] = Cost(name, kind, address, count, size, is_html, statistics.median(times))
    return costs


def _get(client: Client, address: str) -> tuple[int, bool]:
    response = client.get(address)
    if response.status_code != 200:
        raise RuntimeError(f"{address} answered {response.status_code}")
    size = sum(map(len, response.streaming_content)) if response.streaming else len(response.content)
    return size, response.headers["Content-Type"].startswith("text/html")


def table(many: dict[str, Cost], few: dict[str, Cost]) -> str:
    """Markdown: each page with its numbers, and its time as a multiple of the same page with little in the village."""
    lines = [
        "| page | address | queries | allowed | bytes | time, as a multiple |",
        "|---|---|---:|---:|---:|---:|",
    ]
    for cost in many.values():
        allowed = f"{QUERIES[cost.kind]}"
        multiple = cost.seconds / few[cost.name].seconds
        size = f"{cost.size:,}" + ("" if cost.is_html else " (data)")
        lines.append(
            f"| {cost.name} | `{cost.address}` | {cost.queries} | {allowed} | {size} | {multiple:.1f} |"
        )
    return "\n".join(lines)
