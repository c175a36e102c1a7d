"""Who publishes in these tests."""

import pytest

from tests.factories.home import UserFactory


@pytest.fixture
def publisher(client):
    client.force_login(UserFactory(roles=["Penerbit"]))
    return client
