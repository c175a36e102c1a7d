"""What one list knows of somebody and another does not. Only gaps are filled; what is known already stays."""

from collections.abc import Mapping

from pelatihan.events.models import Participant

FACTS = ("sex", "age_group", "rt", "rw", "dusun", "element", "phone", "consent_at")


def fill(person: Participant, facts: Mapping) -> dict[str, str]:
    """Fills what is not known yet of somebody, and says what that was, as text. An RT and its RW go together."""
    facts = {name: facts.get(name) for name in FACTS}
    if person.rt is not None and person.rt != facts["rt"]:
        facts["rw"] = None
    filled = {}
    for name, value in facts.items():
        if value not in ("", None) and getattr(person, name) in ("", None):
            setattr(person, name, value)
            filled[name] = str(value)
    person.save(update_fields=list(filled))
    return filled
