from django.apps import AppConfig


class PelatihanConfig(AppConfig):
    name = "pelatihan"
    verbose_name = "Pelatihan"

    def ready(self):
        from django.db.models.signals import post_delete
        from wagtail.models import PageViewRestriction

        from pelatihan.practice import places, rooms

        places.open_to_practice()
        post_delete.connect(
            rooms.keep_restricted, sender=PageViewRestriction, dispatch_uid="practice-stays-restricted"
        )
