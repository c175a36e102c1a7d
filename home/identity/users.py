"""Accounts in the admin: Wagtail's screens with the person's position in the village office."""

from wagtail.users.forms import UserCreationForm, UserEditForm
from wagtail.users.views.users import UserViewSet as WagtailUserViewSet


class VillageUserCreationForm(UserCreationForm):
    class Meta(UserCreationForm.Meta):
        fields = UserCreationForm.Meta.fields | {"position"}


class VillageUserEditForm(UserEditForm):
    class Meta(UserEditForm.Meta):
        fields = UserEditForm.Meta.fields | {"position"}


class UserViewSet(WagtailUserViewSet):
    def get_form_class(self, for_update=False):
        return VillageUserEditForm if for_update else VillageUserCreationForm
