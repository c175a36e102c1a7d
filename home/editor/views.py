"""What the admin's own script asks the server."""

from django.http import HttpRequest, JsonResponse
from django.middleware.csrf import get_token
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe


@never_cache
@require_safe
def session(request: HttpRequest) -> JsonResponse:
    """Who is signed in now, and the token that a form must carry: signing in again makes the one in an open form
    worthless. `project/static/js/admin.js` asks before it lets a form go. Nobody is told apart by a redirect here."""
    user = request.user
    if not user.has_perm("wagtailadmin.access_admin"):
        return JsonResponse({"user": None})
    return JsonResponse({"user": user.pk, "name": user.shown_name, "token": get_token(request)})
