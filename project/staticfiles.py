"""How the collected static files are kept for the web server."""

from django.core.files.base import ContentFile
from whitenoise.storage import CompressedManifestStaticFilesStorage

from project.lib.css import shrink_css

OUR_STYLES = "css/"


class StaticFilesStorage(CompressedManifestStaticFilesStorage):
    """Shrinks our own style sheets; those of the admin's libraries stay as they came."""

    def _save(self, name, content):
        if name.startswith(OUR_STYLES) and name.endswith(".css"):
            # By its pieces, which begin at the beginning: the file that is given its hashed name was read before.
            css = b"".join(content.chunks()).decode()
            content = ContentFile(shrink_css(css).encode())
        return super()._save(name, content)
