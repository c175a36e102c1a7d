"""Words of a service guide made from its data."""

from decimal import Decimal

from project.lib import sharing
from project.lib.rupiah import format_rupiah


def duration_text(value: int | None, unit: str) -> str:
    """ "1 hari kerja"; empty where nobody has said how long it takes."""
    return f"{value} {unit}" if value else ""


def cost_text(is_free: bool, amount: Decimal | None) -> str:
    """The cost is always said out loud: "Gratis" is a word, not an empty field."""
    if is_free:
        return "Gratis"
    return format_rupiah(amount) if amount is not None else ""


def share_text(title: str, requirements: list[str], address: str) -> str:
    """The guide as a WhatsApp message: what to bring, and where the rest is. The address comes last, whole."""
    bring = "\n".join(["Yang dibawa:", *(f"- {item}" for item in requirements)]) if requirements else ""
    return sharing.message(title, bring, address)
