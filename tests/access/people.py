"""Who comes to the site, from anybody to the administrator. A new role gets its name here and its rights in rows."""

from home.identity.roles import CASE_OFFICER, FACILITATOR, OPERATOR, PUBLISHER, TRAINEE
from tests.factories.home import UserFactory

ANYBODY = "tanpa akun"
NO_ROLE = "akun tanpa peran"
ADMINISTRATOR = "administrator"

PEOPLE = (ANYBODY, NO_ROLE, TRAINEE, FACILITATOR, CASE_OFFICER, OPERATOR, PUBLISHER, ADMINISTRATOR)

EVERYBODY = frozenset(PEOPLE)
STAFF = frozenset({OPERATOR, PUBLISHER, ADMINISTRATOR})
WITHOUT_ADMIN = EVERYBODY - STAFF
PUBLISHERS = frozenset({PUBLISHER, ADMINISTRATOR})
SIGNED_IN = EVERYBODY - {ANYBODY}
LEADERS = frozenset({FACILITATOR, ADMINISTRATOR})
ADMINISTRATORS = frozenset({ADMINISTRATOR})
NOBODY = frozenset()


def sign_in(client, person: str) -> None:
    """Makes the client that person, with the rights that `ensure_roles()` gives."""
    if person == ANYBODY:
        return
    if person == ADMINISTRATOR:
        client.force_login(UserFactory(is_superuser=True, is_staff=True))
    else:
        client.force_login(UserFactory(roles=[] if person == NO_ROLE else [person]))
