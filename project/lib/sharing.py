"""A page as a WhatsApp message: its name, a sentence, its address."""

from urllib.parse import quote


def message(title: str, words: str, address: str) -> str:
    """The address comes last, whole, so that the messenger shows its preview."""
    told = f"*{title}*\n{words}" if words else f"*{title}*"
    return f"{told}\n\nSelengkapnya: {address}"


def whatsapp(text: str) -> str:
    """An address that opens WhatsApp with the message; whom to send it to is chosen there."""
    return f"https://wa.me/?text={quote(text)}"
