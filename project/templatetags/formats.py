"""Template filters that show money, dates, sizes and telephone numbers as Indonesians write them.

Each shows nothing for None or an empty value, so that templates need no guard.
"""

from django import template
from django.utils.html import format_html_join
from django.utils.safestring import SafeString, mark_safe

from project.lib import localdates, phone
from project.lib.rupiah import format_rupiah

register = template.Library()

_STEP = 1024  # bytes in a KB, as the file managers of office computers count


def _shown(value, how) -> str:
    return "" if value is None or value == "" else how(value)


@register.filter
def rupiah(amount) -> str:
    """ "Rp1.234.567,00" """
    return _shown(amount, format_rupiah)


@register.filter
def tanggal(day) -> str:
    """ "25 November 2026" """
    return _shown(day, localdates.format_date)


@register.filter
def hari_tanggal(day) -> str:
    """ "Rabu, 25 November 2026" """
    return _shown(day, localdates.format_day)


@register.filter
def jam(time) -> str:
    """ "09.30" """
    return _shown(time, localdates.format_time)


@register.filter
def waktu(moment) -> str:
    """ "Rabu, 25 November 2026, pukul 09.30 WIB" """
    return _shown(moment, localdates.format_moment)


@register.filter
def telepon(e164) -> str:
    """ "0812-3456-7890" """
    return _shown(e164, phone.display)


@register.filter
def pisah_surel(address) -> SafeString | str:
    """An e-mail address; too long for its line it breaks behind the "@", not within a word."""
    break_after_at = mark_safe("@<wbr>")  # our own words; the address itself is escaped
    return _shown(address, lambda it: format_html_join(break_after_at, "{}", ([p] for p in it.split("@"))))


@register.filter
def ukuran(size) -> str:
    """A file size in bytes as "350 KB" or "1,2 MB", so that people know what a download costs them."""
    return _shown(size, _size)


def _size(size: int) -> str:
    kilobytes = size / _STEP
    if round(kilobytes) < _STEP:
        return f"{max(1, round(kilobytes)) if size else 0} KB"
    megabytes = kilobytes / _STEP
    text = f"{megabytes:.1f}" if round(megabytes, 1) < _STEP else ""
    unit = "MB"
    if not text:
        text, unit = f"{megabytes / _STEP:.1f}", "GB"
    return f"{text.removesuffix('.0').replace('.', ',')} {unit}"
