"""Signing in with a printed card, and out again."""

from django import forms
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_http_methods, require_POST

from pelatihan.events.cards import CardRefused, sign_in
from project.bodies import takes_post


class CardForm(forms.Form):
    code = forms.CharField(
        label="Kode kartu",
        max_length=40,
        help_text="Enam belas huruf dan angka di kartu Anda. Tanda hubung dan huruf kecil tidak jadi soal.",
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}
        ),
    )


@takes_post
@cache_control(private=True, no_store=True)
@require_http_methods(["GET", "HEAD", "POST"])
def card_sign_in(request: HttpRequest) -> HttpResponse:
    """One button. The code comes from the card's QR in the fragment of the address, which never leaves the phone
    before the button is pressed; without a script it is typed."""
    form = CardForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            participant = sign_in(request, form.cleaned_data["code"])
        except CardRefused as refused:
            form.add_error("code", str(refused))
        else:
            messages.success(request, f"Selamat datang, {participant.name}. Bukan Anda? Tekan Keluar.")
            return redirect("my_learning")
    context = {
        "title": "Masuk dengan kartu",
        "form": form,
        "breadcrumbs": [
            {"title": "Beranda", "url": "/"},
            {"title": "Belajar", "url": "/pelatihan/"},
            {"title": "Masuk dengan kartu", "url": None},
        ],
    }
    return render(request, "pelatihan/events/card_sign_in.html", context)


@takes_post
@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    logout(request)
    return redirect("/pelatihan/")
