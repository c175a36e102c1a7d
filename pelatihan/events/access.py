"""Who may open the personal screens of the training. They are for nobody else's eyes, and nobody keeps them."""

from functools import wraps

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import cache_control

from pelatihan.events.queries import leads, participant_of
from project.bodies import takes_post


def trainee(view):
    """For whoever has signed in, by account or by card; `request.participant` is who learns."""

    @wraps(view)
    def with_participant(request: HttpRequest, *args, **kwargs):
        if not request.user.is_authenticated:
            return _sign_in_first(request)
        request.participant = participant_of(request.user)
        return view(request, *args, **kwargs)

    return _personal(with_participant)


def facilitator(view):
    """For whoever may lead classes. Which of them the view asks by `led_by`: the class of others does not exist."""

    @wraps(view)
    def with_right(request: HttpRequest, *args, **kwargs):
        if not request.user.is_authenticated:
            return _sign_in_first(request)
        if not leads(request.user):
            raise PermissionDenied
        request.leads = True
        return view(request, *args, **kwargs)

    return _personal(with_right)


def _sign_in_first(request: HttpRequest):
    if "application/json" in request.headers.get(
        "Accept", ""
    ):  # a script asks: it tells people in its own words
        return JsonResponse({}, status=401)
    return redirect_to_login(request.get_full_path())


def _personal(view):
    return takes_post(cache_control(private=True, no_store=True)(view))
