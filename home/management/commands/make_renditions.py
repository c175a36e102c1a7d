"""Makes the sizes of photos that are missing, for example after the media folder was restored without them."""

from django.core.management.base import BaseCommand, CommandError

from home.identity.media import VillageImage
from home.identity.renditions import make_missing


class Command(BaseCommand):
    help = "Makes the renditions of photos that are missing in the database or on the disk. May be run at any time."

    def handle(self, *args, **options):
        ids = list(VillageImage.objects.order_by("pk").values_list("pk", flat=True))
        made, failed = 0, []
        for number, pk in enumerate(ids, start=1):
            image = VillageImage.objects.filter(pk=pk).first()
            if image is None:  # deleted meanwhile
                continue
            try:
                made += make_missing(image, look_at_files=True)
            except Exception as error:  # one unreadable photo must not keep the others from being shown
                failed.append(pk)
                self.stderr.write(f"  {pk} “{image.title}”: {error}")
            if number % 10 == 0 or number == len(ids):
                self.stdout.write(f"{number}/{len(ids)} photos looked at, {made} renditions made")
        if failed:
            raise CommandError(f"{len(failed)} of {len(ids)} photos could not be read: {failed}")
        self.stdout.write("All photos have their renditions.")
