"""What the village has not yet said about itself, for "Tugas hari ini"."""

from collections.abc import Iterator

from django.urls import reverse
from wagtail import hooks
from wagtail.models import Site

from home.editor.tasks import Kind, Task
from home.identity.models import VillageSettings


@hooks.register("register_daily_tasks", order=30)
def missing_identity(user) -> Iterator[Task]:
    site = Site.objects.filter(is_default_site=True).first()
    if site is None or not user.has_perm("home.change_villagesettings"):
        return
    village = VillageSettings.for_site(site)
    needed = {
        "nama desa": village.name,
        "kode wilayah": village.code,
        "alamat kantor": village.address,
        "telepon atau WhatsApp": village.phone or village.whatsapp,
        "jam layanan": village.office_hours.exists(),
        "logo": village.logo_id,
    }
    missing = [words for words, value in needed.items() if not value]
    if missing:
        yield Task(
            Kind.WRONG,
            "Lengkapi identitas desa",
            f"Belum ada: {', '.join(missing)}",
            reverse("wagtailsettings:edit", args=["home", "villagesettings", site.pk]),
        )
