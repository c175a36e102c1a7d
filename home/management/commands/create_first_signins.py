"""The first sign-ins of a new installation."""

import secrets

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.management.base import BaseCommand
from django.db import transaction
from django.urls import reverse

from home.identity.roles import OPERATOR, PUBLISHER
from home.pages.addresses import absolute

# No letters or digits that are mistaken for each other on paper.
ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"
FIRST = [
    ("administrator", None, "Administrator"),
    ("operator", OPERATOR, "Operator"),
    ("penerbit", PUBLISHER, "Penerbit"),
]


def random_password() -> str:
    """Four groups of four signs: 79 bits, and still readable over the telephone."""
    return "-".join("".join(secrets.choice(ALPHABET) for _ in range(4)) for _ in range(4))


class Command(BaseCommand):
    help = "Makes administrator, Operator and Penerbit with random passwords, printed once; nothing where one exists."

    def handle(self, *args, **options):
        users = get_user_model().objects
        with transaction.atomic():
            if users.exists():
                self.stdout.write("Accounts exist already; nothing was changed.")
                return
            passwords = {username: random_password() for username, _, _ in FIRST}
            for username, group, position in FIRST:
                user = users.create_user(username, password=passwords[username], position=position)
                if group is None:
                    user.is_superuser = user.is_staff = True
                    user.save()
                else:
                    user.groups.add(Group.objects.get(name=group))
        width = max(len(username) for username in passwords)
        self.stdout.write(
            f"\nFirst sign-ins at {absolute(reverse('wagtailadmin_login'))} (shown this once; write them down):\n"
        )
        for username, password in passwords.items():
            self.stdout.write(f"    {username:<{width}}   {password}")
        self.stdout.write("")
