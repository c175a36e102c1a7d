"""Who is nothing but a trainee."""

from home.identity.roles import TRAINEE

# Each trainee's practice folder has a group of its own, so that its rights end at that folder.
PERSONAL_GROUP = "latihan:"


def is_only_trainee(user) -> bool:
    """Whether an account opens nothing but lessons and a practice folder of its own."""
    if user.is_superuser or user.is_staff or user.user_permissions.exists():
        return False
    names = list(user.groups.values_list("name", flat=True))
    return TRAINEE in names and all(name == TRAINEE or name.startswith(PERSONAL_GROUP) for name in names)
