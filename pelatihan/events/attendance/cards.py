"""The participant's card: a QR code and a big name, scanned at the door. It says who somebody is and opens nothing.

Its code is computed from the record and the site's secret, so that a card of another village is known as such.
"""

from home.casework import codes
from home.pages.addresses import absolute
from pelatihan.events.models import Participant

LETTERS = 7  # 35 bits and a check letter: short enough to type, and of a few hundred people no two alike


def code_of(participant: Participant) -> str:
    return codes.from_secret("pelatihan.kartu-peserta", str(participant.pk), LETTERS)


def address_of(participant: Participant) -> str:
    """What the QR code holds. The code stands behind the #, which no server and no log ever sees."""
    return absolute(f"/pelatihan/hadir/#{code_of(participant)}")


def participant_with(typed: str, people) -> Participant | None:
    """Whose card it is, of these people. Raises codes.WrongCode for what is mistyped."""
    code = codes.read(typed)
    return next((person for person in people if code_of(person) == code), None)
